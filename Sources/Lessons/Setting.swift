import Datasets

/// Something of a preset that a person may turn, described once for sliders, YAML keys, the command
/// line and help alike.
///
/// Its value is text, as it stands in a YAML file: `0.03`, `tanh`, `4,2`.
public struct Setting: Sendable {
  /// What values there are.
  public enum Domain: Sendable {
    /// A number in a range; `steps` are the stops of the arrow keys in rising order.
    case number(range: ClosedRange<Double>, steps: [Double], isWhole: Bool, unit: String)
    /// One of these names.
    case choice([String])
    /// Several of these names or, without names, whole numbers in a range; at most `limit`.
    case list(names: [String], numbers: ClosedRange<Int>, limit: Int)
    /// One value for all hidden layers, or one for each of so many.
    indirect case perLayer(Domain, layers: Int)
  }

  /// What a change asks of a session, from the least to the most.
  public enum Effect: CaseIterable, Comparable, Sendable {
    /// It acts from the next step on; nothing is lost.
    case live
    /// The network or what it is compared with changes; every weight that still has a place stays.
    case keepsWeights
    /// Training begins again at epoch 0.
    case startsAnew
  }

  /// The path in YAML and on the command line: `training.learning-rate`.
  public let key: String
  /// Its short name on the screen.
  public let title: String
  /// One sentence for the learner.
  public let help: String
  /// What a change asks of a session.
  public let effect: Effect
  /// What values there are in a new preset.
  public let domain: Domain
  /// What values there are in another preset, where that depends on it.
  var special: (@Sendable (Preset) -> Domain)?
  /// Brings an item of a list that is none of its names to its usual spelling, if such are allowed.
  var formula: (@Sendable (String) throws(FormulaProblem) -> String)?
  /// Why a value that a preset does not have may be looked for in vain, as what was expected.
  var reason: (@Sendable (Preset, String) -> String?)?
  let read: @Sendable (Preset) -> String
  let write: @Sendable (inout Preset, String) -> Void

  /// What values there are in this preset.
  public func domain(in preset: Preset) -> Domain { special?(preset) ?? domain }

  /// The present value as text.
  public func value(in preset: Preset) -> String { read(preset) }

  /// Writes a value, checked and brought to its usual spelling; the preset is unchanged on an error.
  public func set(_ text: String, in preset: inout Preset) throws(SettingError) {
    do {
      write(&preset, try checked(text, domain(in: preset)))
    } catch {
      guard let reason = reason?(preset, text) else { throw error }
      throw SettingError(key: key, found: text, expected: "\(reason); \(error.expected)")
    }
  }

  /// The value `offset` stops further; the present one at the end of the stops.
  public func stepped(_ offset: Int, in preset: Preset) -> String {
    let present = read(preset)
    return stepped(present, by: offset, in: domain(in: preset))
  }

  /// The value `offset` stops further for one hidden layer, as text for all of them; the present
  /// text at the end of the stops, or for a setting that is not one of each layer.
  public func stepped(_ offset: Int, layer: Int, in preset: Preset) -> String {
    let present = read(preset)
    guard case .perLayer(let element, let layers) = domain(in: preset),
      (0..<layers).contains(layer)
    else { return present }
    let values = present.split(separator: ",").map(String.init)
    let each = (0..<layers).map { values[min($0, values.count - 1)] }
    let next = stepped(each[layer], by: offset, in: element)
    return each.enumerated().map { $0.offset == layer ? next : $0.element }
      .joined(separator: ",")
  }

  /// The value of one hidden layer; that of the whole preset for a setting that is not one of each.
  public func value(layer: Int, in preset: Preset) -> String {
    let present = read(preset)
    guard case .perLayer = domain else { return present }
    let values = present.split(separator: ",").map(String.init)
    return values.isEmpty ? "" : values[min(layer, values.count - 1)]
  }

  private func stepped(_ present: String, by offset: Int, in domain: Domain) -> String {
    switch domain {
    case .number(_, let steps, _, _):
      guard let number = Double(present), offset != 0 else { return present }
      // Between two stops, the first step goes to the next stop on that side.
      let next = offset > 0 ? steps.first { $0 > number } : steps.last { $0 < number }
      guard let next, let index = steps.firstIndex(of: next) else { return present }
      let target = index + (offset > 0 ? offset - 1 : offset + 1)
      return Self.text(steps[min(max(target, 0), steps.count - 1)])
    case .choice(let names):
      guard let index = names.firstIndex(of: present) else { return present }
      return names[min(max(index + offset, 0), names.count - 1)]
    case .list:
      return present
    case .perLayer(let element, _):
      // All layers follow the first one.
      let first = present.split(separator: ",").first.map(String.init) ?? present
      return stepped(first, by: offset, in: element)
    }
  }

  private func checked(_ text: String, _ domain: Domain) throws(SettingError) -> String {
    switch domain {
    case .number(let range, _, let isWhole, _):
      guard let number = Double(text), number.isFinite, range.contains(number),
        !isWhole || number == number.rounded()
      else { throw SettingError(key: key, domain: domain, found: text) }
      return Self.text(number)
    case .choice(let names):
      guard names.contains(text) else { throw SettingError(key: key, domain: domain, found: text) }
      return text
    case .list(let names, let numbers, let limit):
      if formula != nil { return try checkedFormulas(text, names, limit: limit) }
      let parts = Self.items(text)
      let areKnown =
        names.isEmpty
        ? parts.allSatisfy { Int($0).map(numbers.contains) ?? false }
        : parts.allSatisfy(names.contains) && Set(parts).count == parts.count
      guard areKnown && parts.count <= limit else {
        throw SettingError(key: key, domain: domain, found: text)
      }
      return parts.joined(separator: ",")
    case .perLayer(let element, let layers):
      let parts =
        text.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmed }
      guard parts.count == 1 || parts.count == layers else {
        throw SettingError(
          key: key, found: text,
          expected: "one value for all hidden layers, or one for each of the \(layers)")
      }
      var checked: [String] = []
      for part in parts {
        do {
          checked.append(try self.checked(part, element))
        } catch {
          throw SettingError(key: key, found: text, expected: error.expected)
        }
      }
      let isUniform = checked.allSatisfy { $0 == checked[0] }
      return isUniform ? checked[0] : checked.joined(separator: ",")
    }
  }

  /// A number without needless digits: `10`, `0.03`, `1e-6`.
  static func text(_ number: Double) -> String {
    if number == number.rounded() && abs(number) < 1e15 { return "\(Int(number))" }
    // Swift pads exponents to two digits, as no other number on the screen does.
    let digits = "\(number)"
    return digits.utf8.contains(UInt8(ascii: "e")) ? digits.replacing("e-0", with: "e-") : digits
  }
}
