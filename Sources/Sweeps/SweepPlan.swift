import Engine
public import Lessons

/// All configurations of a sweep, in an order that never changes.
///
/// Drawn configurations depend on their number and the sweep's seed alone, so that a sweep with more
/// of them begins with the same ones.
public struct SweepPlan: Equatable, Sendable {
  /// A parameter's value: a setting's key, and the text of a preset file.
  public typealias Value = (key: String, text: String)

  public let spec: SweepSpec
  /// How many configurations there are, at least 1.
  public let count: Int

  /// The plan of a sweep.
  public init(_ spec: SweepSpec) {
    self.spec = spec
    count = max(1, spec.configurationCount ?? SweepSpec.configurationLimit)
  }

  /// The values of a configuration, 0..<count, in the order of the parameters; a parameter whose
  /// conditions do not hold has none.
  public func values(of configuration: Int) -> [Value] {
    var values: [Value] = []
    for (place, text) in texts(of: configuration).enumerated() {
      let parameter = spec.parameters[place]
      if isVaried(parameter, after: values) { values.append((parameter.key, text)) }
    }
    return values
  }

  /// The preset of a configuration with one of the seeds.
  ///
  /// Errors: values that do not go together, with the reason.
  public func preset(
    of configuration: Int, replicate: Int
  ) throws(SettingError) -> Preset {
    var preset = try preset(values(of: configuration))
    // A seed that is varied is not to be written over.
    if spec.replicates.count > 1 || spec.replicates[0] != .moved(0) {
      preset = spec.replicates[replicate].applied(to: preset, variesData: spec.variesData)
    }
    try preset.validate()
    try preset.checkFormulas()
    return preset
  }

  private func preset(_ values: [Value]) throws(SettingError) -> Preset {
    var preset = spec.base
    for value in SettingCatalogue.inOrder(values, by: \.key) {
      guard let setting = SettingCatalogue.keyed(value.key) else { continue }
      try setting.set(value.text, in: &preset)
    }
    return preset
  }

  private func isVaried(_ parameter: SweepParameter, after values: [Value]) -> Bool {
    guard !parameter.conditions.isEmpty else { return true }
    guard let preset = try? preset(values) else { return false }
    return parameter.conditions.allSatisfy { $0.holds(for: preset) }
  }

  private func texts(of configuration: Int) -> [String] {
    if spec.trials != nil {
      var random = Random(
        seed: spec.seed, stream: .sweep, index: UInt64(configuration))
      return spec.parameters.map { $0.drawn(by: &random) }
    }
    var rest = configuration
    var texts: [String] = []
    // The last parameter changes fastest, as the digits of a number do.
    for parameter in spec.parameters.reversed() {
      let listed = parameter.listed ?? []
      guard !listed.isEmpty else { continue }
      texts.append(listed[rest % listed.count])
      rest /= listed.count
    }
    return texts.reversed()
  }

  public static func == (one: SweepPlan, two: SweepPlan) -> Bool { one.spec == two.spec }
}
