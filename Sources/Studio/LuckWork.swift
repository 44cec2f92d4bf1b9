public import Lessons

/// The same preset trained with many seeds, one after the other.
///
/// Each run is what a session of the preset with these seeds would be, to the last bit, however the
/// work is cut into pieces. The first is the preset's own; it is no member of the sample, for a
/// person may have chosen its seed.
public struct LuckWork: Work {
  /// What is trained, with its own seeds.
  public let preset: Preset
  /// How many seeds, how long, and what for.
  public let settings: LuckSettings
  /// The runs that are complete: that of the preset's own seeds first, then the others in order.
  public private(set) var runs: [LuckRun] = []

  private let weights: FirstWeights?
  private var runner: LuckRunner?

  /// How many values of units are computed in a piece; some milliseconds.
  private static let budget = 400_000

  /// Work on the settings of a session, from epoch 0.
  public init(_ session: Session, _ settings: LuckSettings) {
    preset = session.preset
    weights = session.log.weights
    self.settings = settings
  }

  /// The share that is done, 0…1.
  public var progress: Double {
    let part = runner.map { Double($0.run.epochs) / Double(max(1, settings.epochs)) } ?? 0
    return min(1, (Double(runs.count) + part) / Double(settings.count + 1))
  }

  /// Whether all seeds were tried.
  public var isFinished: Bool { runs.count > settings.count }

  /// The preset that a run began with.
  public func preset(of run: LuckRun) -> Preset {
    preset.withSeeds(movedBy: run.offset, variesData: settings.variesData)
  }

  /// Trains for some milliseconds, within one run.
  public mutating func advance() {
    guard !isFinished else { return }
    var runner = self.runner ?? makeRunner()
    // A second reference would be copied at every step.
    self.runner = nil
    var spent = 0
    while spent < Self.budget, !runner.isFinished { spent += max(1, runner.step()) }
    if runner.isFinished {
      runs.append(runner.run)
    } else {
      self.runner = runner
    }
  }

  private func makeRunner() -> LuckRunner {
    let offset = runs.count
    let preset = preset.withSeeds(movedBy: offset, variesData: settings.variesData)
    // Weights from a file stand for those that its own seed draws.
    let session = Session(preset, weights: offset == 0 ? weights : nil)
    return LuckRunner(session, offset: offset, settings)
  }
}
