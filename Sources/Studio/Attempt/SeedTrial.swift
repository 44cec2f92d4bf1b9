import Engine
public import Lessons

/// Whether a goal is reached with other seeds of first weights and order too.
///
/// Each seed is a run of its own from the settings with which the goal was reached. It ends as soon
/// as the verdict is certain.
public struct SeedTrial: Work {
  /// With which settings too few seeds reached a goal.
  struct Failure: Sendable {
    let preset: Preset
    let passed: Int
    let tried: Int
  }

  /// The settings, with the seeds of the learner's own run.
  public let preset: Preset
  /// Seeds that reached the goal, the learner's own among them.
  public private(set) var passed = 1
  /// Seeds that were tried, the learner's own among them.
  public private(set) var tried = 1
  /// How many are to be tried, and how many have to reach it.
  public let seeds: Goal.Seeds
  private let goal: Goal
  private let exercise: Exercise
  private let marks: Marks
  private var run: Session?

  /// - Parameter marks: what is frozen and killed in the learner's own run.
  init(of goal: Goal, _ preset: Preset, _ marks: Marks, _ exercise: Exercise) {
    self.goal = goal
    self.preset = preset
    self.marks = marks
    self.exercise = exercise
    seeds = goal.seeds ?? Goal.Seeds(of: 1, pass: 1)
  }

  /// Whether enough seeds reached the goal.
  public var isPassed: Bool { passed >= seeds.pass }

  /// Whether the verdict is certain.
  public var isFinished: Bool {
    isPassed || tried - passed > seeds.of - seeds.pass || tried >= seeds.of
  }

  /// The share that is done, 0…1.
  public var progress: Double { Double(tried) / Double(max(1, seeds.of)) }

  var failure: Failure { Failure(preset: preset, passed: passed, tried: tried) }

  /// Whether both try the same.
  func isSame(as other: SeedTrial) -> Bool { preset == other.preset && goal == other.goal }

  /// Whether the next piece begins a run for which the start is trained as well, all at once.
  var trainsStart: Bool { run == nil && !isFinished && exercise.isRelativeToStart }

  /// Trains for some milliseconds, within one run; where goals are relative to the start, a run begins
  /// with training that.
  public mutating func advance() {
    guard !isFinished else { return }
    var run = self.run ?? makeRun()
    // A second reference would be copied at every step.
    self.run = nil
    run.advance(steps: run.quickSteps)
    let isReached = run.attempt?.records[0].reachedAt != nil
    if isReached || run.trainer.hasStopped || !run.mayTrain {
      tried += 1
      if isReached { passed += 1 }
    } else {
      self.run = run
    }
  }

  private func makeRun() -> Session {
    let offset = tried
    let own = exercise.replacing(preset: preset.withSeeds(movedBy: offset), goals: [goal.ofOneRun])
    let start = exercise.replacing(
      preset: exercise.preset.withSeeds(movedBy: offset), goals: [goal.ofOneRun])
    // With the seeds other weights are drawn than those that were given.
    var run = Session(own.preset)
    run.put(marks)
    run.attempt = Attempt(own, reference: StartReference(start))
    return run
  }
}
