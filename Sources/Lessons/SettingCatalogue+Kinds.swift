/// How settings of each kind are read and written.
extension SettingCatalogue {
  static func choice(
    _ key: String, _ title: String, _ help: String, _ effect: Setting.Effect, _ names: [String],
    _ read: @escaping @Sendable (Preset) -> String,
    _ write: @escaping @Sendable (inout Preset, String) -> Void
  ) -> Setting {
    Setting(
      key: key, title: title, help: help, effect: effect, domain: .choice(names), read: read,
      write: write)
  }

  static func number(
    _ key: String, _ title: String, _ help: String, _ effect: Setting.Effect,
    _ range: ClosedRange<Double>, _ steps: [Double], unit: String,
    _ read: @escaping @Sendable (Preset) -> Double,
    _ write: @escaping @Sendable (inout Preset, Double) -> Void
  ) -> Setting {
    Setting(
      key: key, title: title, help: help, effect: effect,
      domain: .number(range: range, steps: steps, isWhole: false, unit: unit),
      read: { Setting.text(read($0)) }, write: { write(&$0, Double($1) ?? range.lowerBound) })
  }

  static func whole(
    _ key: String, _ title: String, _ help: String, _ effect: Setting.Effect,
    _ range: ClosedRange<Int>, _ steps: [Int], _ read: @escaping @Sendable (Preset) -> Int,
    _ write: @escaping @Sendable (inout Preset, Int) -> Void
  ) -> Setting {
    Setting(
      key: key, title: title, help: help, effect: effect,
      domain: .number(
        range: Double(range.lowerBound)...Double(range.upperBound), steps: steps.map(Double.init),
        isWhole: true, unit: ""),
      read: { "\(read($0))" }, write: { write(&$0, Int($1) ?? range.lowerBound) })
  }

  /// Nine digits, so that a seed can be told and typed.
  static let seedDomain = Setting.Domain.number(
    range: 0...999_999_999, steps: [], isWhole: true, unit: "")

  static func seed(
    _ key: String, _ title: String, _ help: String, _ effect: Setting.Effect,
    _ path: any WritableKeyPath<Preset, UInt64> & Sendable
  ) -> Setting {
    Setting(
      key: key, title: title, help: help, effect: effect, domain: seedDomain,
      read: { "\($0[keyPath: path])" }, write: { $0[keyPath: path] = UInt64($1) ?? 0 })
  }

  static func list(
    _ key: String, _ title: String, _ help: String, _ effect: Setting.Effect, names: [String] = [],
    numbers: ClosedRange<Int> = 0...0, limit: Int,
    _ read: @escaping @Sendable (Preset) -> [String],
    _ write: @escaping @Sendable (inout Preset, [String]) -> Void
  ) -> Setting {
    Setting(
      key: key, title: title, help: help, effect: effect,
      domain: .list(names: names, numbers: numbers, limit: limit),
      read: { read($0).joined(separator: ",") },
      write: { write(&$0, Setting.items($1)) })
  }

  /// A setting that each hidden layer has for itself.
  static func perLayer<Value>(
    _ key: String, _ title: String, _ help: String, _ element: Setting.Domain,
    _ path: any WritableKeyPath<Preset, PerLayer<Value>> & Sendable,
    text: @escaping @Sendable (Value) -> String, value: @escaping @Sendable (String) -> Value?
  ) -> Setting {
    Setting(
      key: key, title: title, help: help, effect: .keepsWeights,
      domain: .perLayer(element, layers: Preset().network.hidden.count),
      special: { .perLayer(element, layers: $0.network.hidden.count) },
      read: { $0[keyPath: path].values.map(text).joined(separator: ",") },
      write: { preset, written in
        let values = written.split(separator: ",").compactMap { value(String($0)) }
        if let values = PerLayer(values) { preset[keyPath: path] = values }
      })
  }

  /// A choice with numbers of its own.
  static func choice(
    _ key: String, _ title: String, _ help: String, _ effect: Setting.Effect, _ names: [String],
    _ family: KnobFamily, _ write: @escaping @Sendable (inout Preset, String) -> Void
  ) -> Setting {
    choice(
      key, title, help, effect, names, family.chosen,
      { preset, name in
        write(&preset, name)
        family.tidy(&preset)
      })
  }
}
