import Lessons
import Sweeps

/// The trials of a plan, as a store knows them.
struct SweepTrials: Sendable {
  let plan: SweepPlan
  private let identities: TrialIdentity

  init(plan: SweepPlan) {
    self.plan = plan
    identities = TrialIdentity(plan.spec)
  }

  /// What a store has found of its sweep.
  ///
  /// - Parameter measure: what is ranked by instead of the sweep's objective.
  static func report(
    of sweep: SweepFile, _ store: Store, by measure: Measure? = nil
  ) -> SweepReport {
    let trials = SweepTrials(plan: SweepPlan(sweep.spec))
    return SweepReport(Schedule(trials.plan, known: trials.known(in: [store])), by: measure)
  }

  /// The start of a trial.
  func preset(_ job: Schedule.Job) throws(SettingError) -> Preset {
    try plan.preset(of: job.configuration, replicate: job.replicate)
  }

  /// What a store calls a trial.
  /// - Parameter preset: its start.
  func identity(_ job: Schedule.Job, _ preset: Preset) -> String {
    identities.text(of: preset, epochs: epochs(job))
  }

  /// For how long a trial is trained.
  func epochs(_ job: Schedule.Job) -> Int { plan.spec.rungs[job.rung] }

  /// A trial as it is stored.
  func stored(_ job: Schedule.Job, _ preset: Preset, _ result: TrialResult) -> StoredTrial {
    StoredTrial(
      identity: identity(job, preset),
      values: plan.values(of: job.configuration).map { "\($0.key)=\($0.text)" },
      seed: "\(preset.network.seed)", result: result)
  }

  /// What is known of a trial from stores. Values that do not go together are found to each time.
  func known(in stores: [Store]) -> @Sendable (Schedule.Job) -> TrialResult? {
    { job in
      do {
        let preset = try preset(job)
        guard stores.contains(where: { !$0.trials.isEmpty }) else { return nil }
        let identity = identity(job, preset)
        return stores.lazy.compactMap { $0.result(of: identity) }.first
      } catch {
        return .failed("\(error)")
      }
    }
  }
}
