import Lessons
import Studio

/// The exercises that there are, in the order of the course, and the learner's progress with them.
public struct Classroom: Equatable, Sendable {
  /// All of them; files that can't be read are the last.
  public var entries: [ExerciseEntry]
  /// Who learns.
  public let student: String
  /// What should be known of the whole: where the exercises are, why there are none, why progress is
  /// not kept. Empty for nothing.
  public var remark: String
  /// The exercise that was worked on last; nil if none was.
  public var last: String?

  /// Exercises with what is known of them.
  public init(
    entries: [ExerciseEntry], student: String, remark: String = "", last: String? = nil
  ) {
    self.entries = entries
    self.student = student
    self.remark = remark
    self.last = last
  }

  /// Those that can be passed.
  private var usable: [ExerciseEntry] { entries.filter { $0.problem == nil } }

  /// How many of how many are passed: `14/40 (35 %)`.
  public var progress: String {
    let count = usable.count
    let passed = usable.count { $0.state == .passed }
    let share = count == 0 ? 0 : passed * 100 / count
    return "\(passed)/\(count) (\(share) %)"
  }

  /// Whether there is at least one exercise, and none is left.
  public var isFinished: Bool {
    !usable.isEmpty && usable.allSatisfy { $0.state == .passed }
  }

  /// The exercise of a name.
  func entry(_ name: String) -> ExerciseEntry? { entries.first { $0.name == name } }

  /// The place of the exercise to go on with: the one worked on last if it is not passed yet, else
  /// the first one begun, else the first one open.
  var suggestion: Int? {
    if let last, let place = entries.firstIndex(where: { $0.name == last && isLeft($0) }) {
      return place
    }
    return entries.firstIndex { $0.problem == nil && $0.state == .begun }
      ?? entries.firstIndex(where: isLeft)
  }

  /// The next exercise that is not passed yet, after one and then from the beginning; nil if all are.
  func next(after name: String) -> ExerciseEntry? {
    let place = entries.firstIndex { $0.name == name } ?? -1
    let order = entries[(place + 1)...] + entries[..<max(0, place)]
    return order.first(where: isLeft)
  }

  /// Takes in how far the learner is with an exercise by now.
  mutating func note(_ homework: Homework) {
    guard let attempt = homework.session.attempt,
      let place = entries.firstIndex(where: { $0.name == attempt.exercise.name })
    else { return }
    last = attempt.exercise.name
    // Who only looked has begun nothing.
    guard homework.hasBegun else { return }
    if attempt.isPassed {
      entries[place].state = .passed
    } else if entries[place].state == .open {
      entries[place].state = .begun
    }
    let earned = entries[place].medals + attempt.medals
    entries[place].medals = Goal.Medal.allCases.filter(earned.contains)
    entries[place].hintsTaken = attempt.hintsTaken
    entries[place].attempts = max(entries[place].attempts, homework.number)
  }

  private func isLeft(_ entry: ExerciseEntry) -> Bool {
    entry.problem == nil && entry.state != .passed
  }
}
