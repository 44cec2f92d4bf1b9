import Engine
public import Lessons

/// All configurations of a sweep, in an order that never changes.
///
/// Drawn configurations depend on their number and the sweep's seed alone, so that a sweep with more
/// of them begins with the same ones. What comes to the same as an earlier one is left out: another
/// draw with few values, a combination in which what differs is not varied. Where draws find nothing
/// new and all combinations can be listed, those that are left follow in an order of chance.
public struct SweepPlan: Equatable, Sendable {
  /// A parameter's value: a setting's key, and the text of a preset file.
  public typealias Value = (key: String, text: String)

  public let spec: SweepSpec
  /// How many configurations there are, at least 1.
  public let count: Int
  /// The values that each parameter is chosen from; none where some are drawn from a range.
  private let listed: [[String]]
  /// The texts of the configurations, one for each parameter, as they were found; nil where each is the
  /// combination of its number.
  private let found: [[String?]]?

  /// Where the values of a configuration come from.
  private enum Origin {
    case draw(Int)
    case combination(Int)
  }

  /// How many draws in a row may give nothing new before there is taken to be nothing.
  private static let patience = 1000
  /// The stream of numbers for the order of combinations, behind those of all draws.
  private static let orderIndex: UInt64 = 1 << 31

  /// The plan of a sweep.
  public init(_ spec: SweepSpec) {
    self.spec = spec
    let isListed = spec.trials == nil || !spec.parameters.contains(where: Self.isDrawn)
    let listed = isListed ? spec.parameters.map { $0.listed ?? [] } : []
    self.listed = listed
    let wanted = max(1, spec.configurationCount ?? SweepSpec.configurationLimit)
    guard spec.trials != nil || spec.parameters.contains(where: { !$0.conditions.isEmpty }) else {
      found = nil
      count = wanted
      return
    }
    var found: [[String?]] = []
    var seen: Set<[String?]> = []
    /// Takes a configuration unless there is one like it; whether it is new.
    func take(_ origin: Origin) -> Bool {
      let texts = Self.texts(origin, of: spec, listed)
      guard seen.insert(texts).inserted else { return false }
      found.append(texts)
      return true
    }
    if spec.trials == nil {
      for number in 0..<wanted { _ = take(.combination(number)) }
    } else {
      var (next, idle) = (0, 0)
      while found.count < wanted, idle < Self.patience {
        idle = take(.draw(next)) ? 0 : idle + 1
        next += 1
      }
      var rest = found.count < wanted ? Self.combinations(of: listed, spec.seed)[...] : []
      while found.count < wanted, let number = rest.popFirst() { _ = take(.combination(number)) }
    }
    self.found = found
    count = found.count
  }

  /// How many configurations were to be drawn that are not there, for there is nothing more to draw.
  public var shortfall: Int { max(0, (spec.trials ?? 0) - count) }

  /// Whether a parameter has more values than can be listed.
  private static func isDrawn(_ parameter: SweepParameter) -> Bool {
    if case .range = parameter.space { true } else { false }
  }

  /// The numbers of all combinations in an order of chance; none if they are too many.
  private static func combinations(of listed: [[String]], _ seed: UInt64) -> [Int] {
    guard !listed.isEmpty else { return [] }
    var count = 1
    for values in listed {
      count *= max(1, values.count)
      guard count <= SweepSpec.configurationLimit else { return [] }
    }
    var random = Random(seed: seed, stream: .sweep, index: orderIndex)
    var order = Array(0..<count)
    random.shuffle(&order)
    return order
  }

  /// The values of a configuration, 0..<count, in the order of the parameters; a parameter whose
  /// conditions do not hold has none.
  public func values(of configuration: Int) -> [Value] {
    let texts =
      found.map { $0[configuration] }
      ?? Self.texts(.combination(configuration), of: spec, listed)
    return zip(spec.parameters, texts).compactMap { parameter, text in
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
    _ origin: Origin, of spec: SweepSpec, _ listed: [[String]]
  ) -> [String?] {
    let all = allTexts(origin, of: spec, listed)
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
    _ origin: Origin, of spec: SweepSpec, _ listed: [[String]]
  ) -> [String] {
    switch origin {
    case .draw(let number):
      var random = Random(seed: spec.seed, stream: .sweep, index: UInt64(number))
      return spec.parameters.map { $0.drawn(by: &random) }
    case .combination(let number):
      var rest = number
      var texts: [String] = []
      // The last parameter changes fastest, as the digits of a number do.
      for values in listed.reversed() where !values.isEmpty {
        texts.append(values[rest % values.count])
        rest /= values.count
      }
      return texts.reversed()
    }
  }

  public static func == (one: SweepPlan, two: SweepPlan) -> Bool { one.spec == two.spec }
}
