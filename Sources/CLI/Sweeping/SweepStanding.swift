import Lessons
import Sweeps

/// How far a sweep is.
struct SweepStanding: Equatable {
  /// The best configuration so far.
  struct Best: Equatable {
    let configuration: Int
    let rung: Int
    let cost: Double
    /// The objective: the mean or the median over the seeds.
    let value: Double

    /// The better one of the best so far and the configuration of a job that was finished; those that
    /// came further go first, as in the ranking.
    static func better(_ best: Best?, _ job: Schedule.Job, _ schedule: Schedule) -> Best? {
      guard let cost = schedule.rungs[job.rung].cost(of: job.configuration), cost < .infinity
      else { return best }
      if let best,
        (best.rung, -best.cost, -best.configuration) >= (job.rung, -cost, -job.configuration)
      {
        return best
      }
      let isMinimised = schedule.plan.spec.objective.direction == .minimise
      return Best(
        configuration: job.configuration, rung: job.rung, cost: cost,
        value: isMinimised ? cost : -cost)
    }
  }

  /// Trials that are done, and all that are known to be needed.
  var done: Int
  var known: Int
  /// Epochs of those, and what was trained of trials under way.
  var epochsDone: Int
  var epochsKnown: Int
  var best: Best?
}
