import Engine
public import Lessons

/// All configurations of a sweep, in an order that never changes.
///
/// Drawn configurations depend on their number and the sweep's seed alone, so that a sweep with more
/// of them begins with the same ones. What comes to the same as an earlier one is left out: another
/// draw with few values, a combination in which what differs is not varied.
public struct SweepPlan: Equatable, Sendable {
  /// A parameter's value: a setting's key, and the text of a preset file.
  public typealias Value = (key: String, text: String)

  public let spec: SweepSpec
  /// How many configurations there are, at least 1.
  public let count: Int
  /// The values that each parameter is chosen from; empty for one that is drawn from a range.
  private let listed: [[String]]
  /// The draws or combinations that the configurations are; nil where each is one.
  private let numbers: [Int]?

  /// How many draws in a row may give nothing new before there is taken to be nothing.
  private static let patience = 1000

  /// The plan of a sweep.
  public init(_ spec: SweepSpec) {
    self.spec = spec
    listed = spec.parameters.map { spec.trials == nil ? $0.listed ?? [] : [] }
    let wanted = max(1, spec.configurationCount ?? SweepSpec.configurationLimit)
    guard spec.trials != nil || spec.parameters.contains(where: { !$0.conditions.isEmpty }) else {
      numbers = nil
      count = wanted
      return
    }
    var numbers: [Int] = []
    var seen: Set<[String?]> = []
    var (next, idle) = (0, 0)
    while numbers.count < wanted, idle < Self.patience, spec.trials != nil || next < wanted {
      if seen.insert(Self.texts(next, of: spec, listed)).inserted {
        numbers.append(next)
        idle = 0
      } else if spec.trials != nil {
        idle += 1
      }
      next += 1
    }
    self.numbers = numbers
    count = numbers.count
  }

  /// The values of a configuration, 0..<count, in the order of the parameters; a parameter whose
  /// conditions do not hold has none.
  public func values(of configuration: Int) -> [Value] {
    let number = numbers.map { $0[configuration] } ?? configuration
    return zip(spec.parameters, Self.texts(number, of: spec, listed)).compactMap {
      parameter, text in
      text.map { (parameter.key, $0) }
    }
  }

  /// The preset of a configuration with one of the seeds.
  ///
  /// Errors: values that do not go together, with the reason.
  public func preset(
    of configuration: Int, replicate: Int
  ) throws(SettingError) -> Preset {
    var preset = try Self.preset(values(of: configuration), of: spec)
    // A seed that is varied is not to be written over.
    if spec.replicates.count > 1 || spec.replicates[0] != .moved(0) {
      preset = spec.replicates[replicate].applied(to: preset, variesData: spec.variesData)
    }
    try preset.validate()
    try preset.checkFormulas()
    return preset
  }

  private static func preset(
    _ values: [Value], of spec: SweepSpec
  ) throws(SettingError) -> Preset {
    var preset = spec.base
    for value in SettingCatalogue.inOrder(values, by: \.key) {
      guard let setting = SettingCatalogue.keyed(value.key) else { continue }
      try setting.set(value.text, in: &preset)
    }
    return preset
  }

  /// The values of a draw or combination, one for each parameter; nil for one that is not varied.
  private static func texts(
    _ number: Int, of spec: SweepSpec, _ listed: [[String]]
  ) -> [String?] {
    let all = allTexts(number, of: spec, listed)
    guard spec.parameters.contains(where: { !$0.conditions.isEmpty }) else { return all }
    var values: [Value] = []
    return zip(spec.parameters, all).map { parameter, text in
      guard isVaried(parameter, after: values, of: spec) else { return nil }
      values.append((parameter.key, text))
      return text
    }
  }

  private static func isVaried(
    _ parameter: SweepParameter, after values: [Value], of spec: SweepSpec
  ) -> Bool {
    guard !parameter.conditions.isEmpty else { return true }
    guard let preset = try? preset(values, of: spec) else { return false }
    return parameter.conditions.allSatisfy { $0.holds(for: preset) }
  }

  private static func allTexts(
    _ number: Int, of spec: SweepSpec, _ listed: [[String]]
  ) -> [String] {
    if spec.trials != nil {
      var random = Random(seed: spec.seed, stream: .sweep, index: UInt64(number))
      return spec.parameters.map { $0.drawn(by: &random) }
    }
    var rest = number
    var texts: [String] = []
    // The last parameter changes fastest, as the digits of a number do.
    for values in listed.reversed() where !values.isEmpty {
      texts.append(values[rest % values.count])
      rest /= values.count
    }
    return texts.reversed()
  }

  public static func == (one: SweepPlan, two: SweepPlan) -> Bool { one.spec == two.spec }
}
