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
      return Best(
        configuration: job.configuration, rung: job.rung, cost: cost,
        value: schedule.plan.spec.objective.value(ofCost: cost))
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

extension Schedule {
  /// `42 of 84 trials`, of halving that goes on `42 of about 84 trials`.
  var count: String {
    let isAbout = plan.spec.method == .halving && share == .whole && !isFinished
    let all = max(jobs.known, foreseen.jobs)
    return "\(jobs.done) of \(isAbout ? "about " : "")\(all) trials"
  }
}

extension SweepStanding {
  /// How far a schedule is, with nothing under way.
  init(_ schedule: Schedule) {
    var best: Best?
    for job in schedule.results.keys { best = Best.better(best, job, schedule) }
    self.init(
      done: schedule.jobs.done, known: schedule.jobs.known, epochsDone: schedule.epochs.done,
      epochsKnown: schedule.epochs.known, best: best)
  }
}
