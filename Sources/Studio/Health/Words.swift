import Engine
import Lessons

/// Numbers in the sentences of lights.
enum Words {
  /// To two digits: `0.003`, `12`, `4.1e-6`, `no number`.
  static func number(_ value: Double) -> String {
    guard !value.isNaN else { return "no number" }
    guard value.isFinite else { return value > 0 ? "infinite" : "−infinite" }
    guard value != 0 else { return "0" }
    let size = abs(value)
    var (exponent, unit) = (0, 1.0)
    while size >= unit * 10 && exponent < 320 {
      unit *= 10
      exponent += 1
    }
    while size < unit && exponent > -320 {
      unit /= 10
      exponent -= 1
    }
    guard unit > 0, unit.isFinite else { return "\(value)" }
    var digits = (size / unit * 10).rounded()
    if digits >= 100 {
      digits /= 10
      exponent += 1
    }
    let sign = value < 0 ? "-" : ""
    let (first, second) = (Int(digits) / 10, Int(digits) % 10)
    switch exponent {
    case 1...4:
      return sign + "\(first)\(second)" + String(repeating: "0", count: exponent - 1)
    case 0: return sign + (second == 0 ? "\(first)" : "\(first).\(second)")
    case -4..<0:
      let zeros = String(repeating: "0", count: -exponent - 1)
      return sign + "0." + zeros + (second == 0 ? "\(first)" : "\(first)\(second)")
    default: return sign + (second == 0 ? "\(first)" : "\(first).\(second)") + "e\(exponent)"
    }
  }

  /// A share as whole per cent: `63 %`.
  static func percent(_ share: Double) -> String {
    guard share.isFinite, abs(share) < 1e6 else { return number(share) }
    return "\(Int((100 * share).rounded())) %"
  }

  /// The logarithm to base 10; −∞ for 0 and what is too small, NaN for what has none.
  static func decades(_ value: Double) -> Double {
    guard value.isFinite, value >= 0 else { return value == .infinity ? .infinity : .nan }
    return value.isNormal ? Elementary.logarithm(value) / 2.302_585_092_994_045_7 : -.infinity
  }
}

extension Session {
  /// To give a setting another value: `rate 0.3 → 0.1`; nil if it has that value already or can't
  /// have it.
  func advice(_ key: String, to value: String, because reason: String = "") -> Advice? {
    guard let setting = SettingCatalogue.keyed(key) else { return nil }
    let present = setting.value(in: preset)
    var changed = preset
    guard value != present, (try? setting.set(value, in: &changed)) != nil, changed != preset
    else { return nil }
    return Advice(
      "\(setting.title) \(present) → \(setting.value(in: changed))"
        + (reason.isEmpty ? "" : ": \(reason)"), .set(key: key, value: value))
  }

  /// To bring a setting so many stops of its arrow keys up or down.
  func advice(_ key: String, by stops: Int, because reason: String = "") -> Advice? {
    guard let setting = SettingCatalogue.keyed(key) else { return nil }
    return advice(key, to: setting.stepped(stops, in: preset), because: reason)
  }
}
