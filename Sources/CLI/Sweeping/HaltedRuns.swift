import Sweeps
import Synchronization

/// Trials that were halted at a rung, to go on from there; one that is not here begins anew, with the
/// same result.
final class HaltedRuns: Sendable {
  /// Each has its points with it, which may be megabytes.
  private static let limit = 200

  private struct Kept {
    let job: Schedule.Job
    let run: TrialRun
  }

  private let runs = Mutex<[Kept]>([])

  func put(_ run: TrialRun, of job: Schedule.Job) {
    runs.withLock { runs in
      if runs.count == Self.limit { runs.removeFirst() }
      runs.append(Kept(job: job, run: run))
    }
  }

  /// The trial of a job, as it was halted at the rung before.
  func take(_ job: Schedule.Job) -> TrialRun? {
    runs.withLock { runs in
      let place = runs.firstIndex {
        $0.job.configuration == job.configuration && $0.job.replicate == job.replicate
          && $0.job.rung == job.rung - 1
      }
      return place.map { runs.remove(at: $0).run }
    }
  }
}
