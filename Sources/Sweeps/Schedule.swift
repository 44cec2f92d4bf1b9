import Lessons

/// Which trials are to be run, in what order, given what is known.
///
/// What it decides depends on the results alone, never on how many workers there are or who is done
/// first: a configuration goes on from a rung by its place among those that came to it before, once all
/// of them are known. They come to the first rung in the order of the plan, and to a later one in the
/// order in which it was decided at the rung before that they go on.
public struct Schedule: Sendable {
  /// One configuration with one seed, trained up to a rung.
  public struct Job: Hashable, Sendable {
    /// The place in the plan, from 0.
    public let configuration: Int
    /// The place among the seeds, from 0.
    public let replicate: Int
    /// The place among the rungs, from 0.
    public let rung: Int
  }

  /// A fixed share of the configurations, for one of several machines.
  public struct Share: Equatable, Sendable {
    /// Which of them, from 1.
    public let number: Int
    /// How many there are.
    public let count: Int

    /// A share; nil unless 1 ≤ number ≤ count.
    public init?(_ number: Int, of count: Int) {
      guard count >= 1, (1...count).contains(number) else { return nil }
      self.number = number
      self.count = count
    }

    /// Everything.
    public static let whole = Share(number: 1, count: 1)

    private init(number: Int, count: Int) {
      self.number = number
      self.count = count
    }

    /// Whether a configuration belongs to it.
    public func has(_ configuration: Int) -> Bool { configuration % count == number - 1 }
  }

  public let plan: SweepPlan
  public let share: Share
  /// What is known.
  public private(set) var results: [Job: TrialResult] = [:]
  /// The rungs, as far as configurations have come.
  public private(set) var rungs: [Rung] = []
  /// Jobs that nobody has taken yet, by rung; those of a rung in the order in which configurations came.
  private var waiting: [[Job]] = []
  private var firstWaiting: [Int] = []
  private var taken: Set<Job> = []
  private let known: @Sendable (Job) -> TrialResult?

  /// - Parameters:
  ///   - known: what earlier runs have found of a job; asked once for each.
  public init(
    _ plan: SweepPlan, share: Share = .whole,
    known: @escaping @Sendable (Job) -> TrialResult? = { _ in nil }
  ) {
    self.plan = plan
    self.share = share
    self.known = known
    let spec = plan.spec
    rungs = spec.rungs.indices.map { place in
      Rung(
        place: place, epochs: spec.rungs[place], isLast: place == spec.rungs.count - 1,
        halving: spec.method == .halving ? spec.halving : nil)
    }
    waiting = rungs.map { _ in [] }
    firstWaiting = rungs.map { _ in 0 }
    for configuration in 0..<plan.count { enter(configuration, rung: 0) }
    rungs[0].isClosed = true
    settle(0)
  }

  /// The next job, from the highest rung that has one; nil if none is ready.
  public mutating func next() -> Job? {
    for rung in rungs.indices.reversed() where firstWaiting[rung] < waiting[rung].count {
      let job = waiting[rung][firstWaiting[rung]]
      firstWaiting[rung] += 1
      taken.insert(job)
      return job
    }
    return nil
  }

  /// Notes what came of a job.
  public mutating func take(_ result: TrialResult, of job: Job) {
    guard results[job] == nil else { return }
    taken.remove(job)
    note(result, of: job)
    settle(job.rung)
  }

  /// Whether nothing is left to do, here or elsewhere.
  public var isFinished: Bool { rungs.allSatisfy(\.isDecided) }

  /// Whether everything that this share can do for now is done, while others have to go on first.
  public var isStalled: Bool {
    !isFinished && taken.isEmpty
      && rungs.indices.allSatisfy { firstWaiting[$0] >= waiting[$0].count }
  }

  /// Epochs of this share's jobs: of those that are done, and of all that are known to be needed.
  public private(set) var epochs = (done: 0, known: 0)

  /// This share's jobs that are done, and all that are known to be needed.
  public private(set) var jobs = (done: 0, known: 0)

  /// How many of this share's jobs and epochs will be needed in the end, as far as that can be foreseen:
  /// of halving about, for more go on where they need not wait, and fewer where some diverge.
  public var foreseen: (jobs: Int, epochs: Int) {
    guard !isFinished, share == .whole, plan.spec.method == .halving else {
      return (jobs.known, epochs.known)
    }
    var (count, total) = (plan.count, (jobs: 0, epochs: 0))
    for rung in rungs.indices {
      // Nobody is sent back.
      count = max(count, rungs[rung].order.count)
      total.jobs += count * plan.spec.replicates.count
      total.epochs += count * plan.spec.replicates.count * epochs(of: rung)
      count = max(1, count / plan.spec.halving.factor)
    }
    return total
  }

  /// The results of a configuration at a rung, in the order of the seeds; nil for one not known.
  public func results(of configuration: Int, rung: Int) -> [TrialResult?] {
    plan.spec.replicates.indices.map {
      results[Job(configuration: configuration, replicate: $0, rung: rung)]
    }
  }

  /// Lets a configuration into a rung.
  private mutating func enter(_ configuration: Int, rung: Int) {
    let seeds = plan.spec.replicates.count
    rungs[rung].enter(configuration, seeds: seeds)
    if share.has(configuration) {
      jobs.known += seeds
      epochs.known += seeds * epochs(of: rung)
    }
    for replicate in plan.spec.replicates.indices {
      let job = Job(configuration: configuration, replicate: replicate, rung: rung)
      if let result = known(job) {
        note(result, of: job)
      } else if share.has(configuration) {
        waiting[rung].append(job)
      }
    }
  }

  private mutating func note(_ result: TrialResult, of job: Job) {
    results[job] = result
    if share.has(job.configuration) {
      jobs.done += 1
      epochs.done += epochs(of: job.rung)
    }
    guard rungs[job.rung].hear(of: job.configuration) else { return }
    let costs = results(of: job.configuration, rung: job.rung).compactMap { $0 }
      .map { plan.spec.objective.cost(of: $0.objective) }
    rungs[job.rung].put(
      plan.spec.objective.reduction.value(of: costs), for: job.configuration)
  }

  /// Epochs from the rung before to this one.
  private func epochs(of rung: Int) -> Int {
    rungs[rung].epochs - (rung == 0 ? 0 : rungs[rung - 1].epochs)
  }

  /// Lets those go on who may, from a rung upwards.
  private mutating func settle(_ from: Int) {
    for rung in from..<rungs.count {
      let promoted = rungs[rung].promote()
      guard rung + 1 < rungs.count else { return }
      for configuration in promoted { enter(configuration, rung: rung + 1) }
      if rungs[rung].isDecided { rungs[rung + 1].isClosed = true }
    }
  }
}
