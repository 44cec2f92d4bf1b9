import Foundation
import Lessons
import Sweeps
import Synchronization
import Terminal

/// Runs the trials of a schedule on several threads, and keeps each as soon as it is finished.
///
/// Which trials there are and what comes of them depends on the schedule alone; threads change only who
/// does them and when.
final class SweepPool: Sendable {
  /// How it ended.
  enum Ending: Equatable {
    /// Everything is done that can be done here.
    case done
    /// It was asked to stop, by the signal of this number.
    case stopped(Int32)
    /// A trial could not be kept.
    case failed(Failure)
  }

  private struct State {
    var schedule: Schedule
    var best: SweepStanding.Best?
    /// Jobs that somebody works on.
    var active = 0
    /// Epochs that each worker has trained in its present job, beyond the rung before.
    var partial: [Int]
    var trouble: Failure?
    var isStopping = false
    /// Whether all workers are there that there will be: none begins while others still take room.
    var isOpen = false
    /// How many workers there may be; those with higher numbers end.
    var workerLimit: Int
    var endedCount = 0

    var goesOn: Bool { !isStopping && trouble == nil }
    /// Whether all is done that can be done here.
    var isDone: Bool { schedule.isFinished || schedule.isStalled }
  }

  private let trials: SweepTrials
  private let keep: @Sendable (StoredTrial) throws(Failure) -> Void
  private let state: Mutex<State>
  private let halted = HaltedRuns()
  /// Tells those who wait of every change.
  private let change = NSCondition()
  /// Starts a thread; may fail.
  private let start: @Sendable (@escaping @Sendable () -> Void) throws(SystemProblem) -> Void

  /// As large as the stack of the first thread, on which everything else runs.
  private static let stackSize = 8 << 20

  /// - Parameters:
  ///   - workers: how many trials are run at a time, if the system has the threads for it.
  ///   - start: starts a thread.
  ///   - keep: writes a trial where it is safe.
  init(
    _ schedule: Schedule, workers: Int,
    start: @escaping @Sendable (@escaping @Sendable () -> Void) throws(SystemProblem) -> Void =
      SweepPool.startThread,
    keep: @escaping @Sendable (StoredTrial) throws(Failure) -> Void
  ) {
    trials = SweepTrials(plan: schedule.plan)
    let workers = max(1, workers)
    self.start = start
    self.keep = keep
    var best: SweepStanding.Best?
    for job in schedule.results.keys { best = SweepStanding.Best.better(best, job, schedule) }
    state = Mutex(
      State(
        schedule: schedule, best: best, partial: Array(repeating: 0, count: workers),
        workerLimit: workers))
  }

  /// Runs to the end, or until it is asked to stop; gives what is known then.
  ///
  /// - Parameters:
  ///   - moment: the seconds from one look at how far it is to the next; the end is not waited for.
  ///   - stop: asked then for the number of a signal.
  ///   - tell: told then how far it is.
  func run(
    every moment: TimeInterval = 0.1, stop: () -> Int32?, tell: (SweepStanding) -> Void
  ) -> (schedule: Schedule, ending: Ending) {
    let workerCount = startWorkers()
    var signal: Int32?
    while !waitForEnd(of: workerCount, moment) {
      if signal == nil, let number = stop() {
        signal = number
        state.withLock { $0.isStopping = true }
        announce()
      }
      tell(state.withLock { Self.standing($0) })
    }
    return state.withLock { state in
      let ending: Ending =
        if let trouble = state.trouble {
          .failed(trouble)
        } else if let signal, !state.isDone {
          .stopped(signal)
        } else {
          .done
        }
      return (state.schedule, ending)
    }
  }

  /// Starts as many workers as are wanted and to be had; how many that are.
  private func startWorkers() -> Int {
    let wanted = state.withLock { $0.workerLimit }
    for number in 0..<wanted {
      do throws(SystemProblem) {
        try start { [self] in work(number) }
      } catch {
        state.withLock { state in
          // Half of them end again, for the others need room to work in.
          state.workerLimit = (number + 1) / 2
          guard number == 0 else { return }
          state.trouble = Failure(
            message: "no thread can be started (\(SystemError.reason(code: error.code)))", status: 1
          )
        }
        announce()
        wait { $0.endedCount == number - $0.workerLimit }
        open()
        return number
      }
    }
    open()
    return wanted
  }

  /// Lets the workers begin.
  private func open() {
    state.withLock { $0.isOpen = true }
    announce()
  }

  /// Waits for a change that the workers make.
  private func wait(until isSo: (borrowing State) -> Bool) {
    change.lock()
    while !state.withLock({ isSo($0) }) { change.wait() }
    change.unlock()
  }

  private static func startThread(_ body: @escaping @Sendable () -> Void) throws(SystemProblem) {
    try WorkerThread.start(stackSize: stackSize, body)
  }

  /// Waits for a moment, or until all workers have ended; whether they have.
  private func waitForEnd(of workerCount: Int, _ moment: TimeInterval) -> Bool {
    change.lock()
    defer { change.unlock() }
    func isOver() -> Bool { state.withLock { $0.endedCount == workerCount } }
    let end = Date(timeIntervalSinceNow: moment)
    while !isOver(), change.wait(until: end) {}
    return isOver()
  }

  private func announce() {
    change.lock()
    change.broadcast()
    change.unlock()
  }

  private static func standing(_ state: borrowing State) -> SweepStanding {
    let epochs = state.schedule.epochs
    let jobs = state.schedule.jobs
    return SweepStanding(
      done: jobs.done, known: jobs.known, epochsDone: epochs.done + state.partial.reduce(0, +),
      epochsKnown: epochs.known, best: state.best)
  }

  // MARK: A worker

  private func work(_ number: Int) {
    while let job = nextJob(number) {
      // What can't be is known to have failed, and is no job.
      guard let preset = try? trials.preset(job), let result = train(job, preset, number) else {
        leave()
        break
      }
      do {
        try keep(trials.stored(job, preset, result))
        finish(job, result, number)
      } catch {
        state.withLock { $0.trouble = $0.trouble ?? error }
        leave()
        break
      }
    }
    state.withLock { $0.endedCount += 1 }
    announce()
  }

  /// Leaves a job undone.
  private func leave() {
    state.withLock { $0.active -= 1 }
  }

  /// The next job, waited for if others may bring one; nil if there will be none.
  private func nextJob(_ number: Int) -> Schedule.Job? {
    change.lock()
    defer { change.unlock() }
    while true {
      let (job, waits) = state.withLock { state -> (Schedule.Job?, Bool) in
        guard state.goesOn, number < state.workerLimit else { return (nil, false) }
        guard state.isOpen else { return (nil, true) }
        let job = state.schedule.next()
        if job != nil { state.active += 1 }
        return (job, job == nil && state.active > 0)
      }
      guard waits else { return job }
      change.wait()
    }
  }

  /// Trains a trial to its end; nil if it was to be stopped before.
  private func train(_ job: Schedule.Job, _ preset: Preset, _ number: Int) -> TrialResult? {
    let target = trials.epochs(job)
    var run =
      halted.take(job) ?? TrialRun(preset, epochs: target, trials.plan.spec.objective)
    let start = job.rung == 0 ? 0 : trials.plan.spec.rungs[job.rung - 1]
    run.extend(to: target)
    while !run.isFinished {
      run.advance()
      let epochs = max(0, run.epochs - start)
      let goesOn = state.withLock { state in
        state.partial[number] = epochs
        return state.goesOn
      }
      guard goesOn || run.isFinished else { return nil }
    }
    let result = run.result
    if job.rung + 1 < trials.plan.spec.rungs.count, result.state == .complete {
      halted.put(run, of: job)
    }
    return result
  }

  private func finish(_ job: Schedule.Job, _ result: TrialResult, _ number: Int) {
    state.withLock { state in
      state.active -= 1
      state.partial[number] = 0
      state.schedule.take(result, of: job)
      state.best = SweepStanding.Best.better(state.best, job, state.schedule)
    }
    announce()
  }
}
