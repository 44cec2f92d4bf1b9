internal import Engine
public import Lessons

/// How one racer goes down: its optimiser, rate, schedule and clipping.
///
/// They stand in a preset, of which only `training` counts, so that every setting of the catalogue
/// can be read, stepped and typed here as on the playground, with the same help.
public struct RacerSpec: Equatable, Sendable {
  /// The settings; a schedule counts steps.
  public var preset: Preset
  /// Whether it takes part.
  public var isOn: Bool

  /// A racer with an optimiser of the catalogue and the rate that usually suits it on a surface.
  public init(_ optimizer: String, on surface: any Surface, isOn: Bool = true) {
    preset = Preset()
    preset.training.optimizer = optimizer
    preset.training.scheduleUnit = .step
    self.isOn = isOn
    useUsualRate(on: surface)
  }

  /// A racer with these settings.
  public init(_ training: Preset.Training, isOn: Bool = true) {
    preset = Preset()
    preset.training = training
    preset.training.scheduleUnit = .step
    self.isOn = isOn
  }

  /// Takes the rate that usually suits the optimiser on a surface.
  public mutating func useUsualRate(on surface: any Surface) {
    preset.training.learningRate = UsualRate(of: preset.trainingSpec.optimizer).rate(on: surface)
  }

  /// The keys of its settings, in the order of its panel: a choice, then the numbers that it has.
  public var settingKeys: [String] {
    func withNumbers(_ choice: String) -> [String] {
      [choice] + SettingCatalogue.numbers(of: choice, in: preset)
    }
    return withNumbers("training.optimizer") + ["training.learning-rate"]
      + withNumbers("training.schedule") + ["training.warm-up"]
      + withNumbers("training.clipping")
  }

  /// The racers of a new race: those that a course treats, the plainest first.
  public static func usual(on surface: any Surface) -> [RacerSpec] {
    [SGD.name, Momentum.name, Nesterov.name, AdaGrad.name, RMSProp.name, Adam.name]
      .map { RacerSpec($0, on: surface) }
  }
}
