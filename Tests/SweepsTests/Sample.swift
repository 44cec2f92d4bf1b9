import Engine
import Lessons

@testable import Sweeps

/// The engine has schedules of its own, for learning rates.
typealias Schedule = Sweeps.Schedule

/// Sweeps to test with, and results that nobody trained for.
enum Sample {
  /// The sweep of a text whose base `usual` is the preset that opens, and `small` one that trains fast.
  static func spec(_ text: String) throws -> SweepSpec {
    try SweepSpec(yaml: text) { name throws(UnreadableBase) in
      switch name {
      case "usual": return Preset()
      case "small": return small
      default: throw UnreadableBase("there is no preset “\(name)”")
      }
    }
  }

  /// Forty points and a network of two units.
  static var small: Preset {
    var preset = Preset()
    preset.data.samples = 40
    preset.data.validation = 20
    preset.network.hidden = [2]
    preset.network.fitLayers()
    return preset
  }

  /// Halving over so many drawn configurations.
  static func halving(
    _ count: Int, factor: Int = 3, mode: SweepSpec.Halving.Mode = .asha, seeds: Int = 1
  ) throws -> SweepPlan {
    SweepPlan(
      try spec(
        """
        sweep: 1
        base: usual
        method: halving
        parameters:
          training.learning-rate: {min: 0.0001, max: 1, scale: log}
          training.l2: {min: 0, max: 1}
        trials: \(count)
        seeds: \(seeds)
        epochs: 90
        halving: {min: 10, factor: \(factor), mode: \(mode.rawValue)}
        """))
  }

  /// A result with this objective; NaN for one that diverged.
  static func result(_ objective: Double) -> TrialResult {
    TrialResult(
      state: objective.isNaN ? .diverged : .complete, objective: objective, epochs: 10,
      measuredAt: 10, measures: SweepObjective.measures.map { _ in objective }, curve: [1, 0.5])
  }

  /// A made-up result that depends on the job and the seed alone; some diverge, and some are equal.
  static func result(of job: Schedule.Job, seed: UInt64) -> TrialResult {
    let index = job.configuration * 1000 + job.replicate * 10 + job.rung
    var random = Random(seed: seed, stream: .noise, index: UInt64(index))
    let isLost = random.below(12) == 0
    return result(isLost ? .nan : Double(random.below(40)) / 40)
  }

  /// Runs a schedule to its end, or to where it waits for others, with so many workers that are done in
  /// an order of chance.
  static func run(
    _ schedule: inout Schedule, workers: Int = 1, order: UInt64 = 1, results: UInt64 = 1
  ) {
    var random = Random(seed: order, stream: .order)
    var busy: [Schedule.Job] = []
    while true {
      while busy.count < workers, let job = schedule.next() { busy.append(job) }
      guard !busy.isEmpty else { return }
      let job = busy.remove(at: random.below(busy.count))
      schedule.take(result(of: job, seed: results), of: job)
    }
  }
}
