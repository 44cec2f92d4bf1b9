public import Lessons

/// An exercise in the list: what it is, and how far the learner is with it.
public struct ExerciseEntry: Equatable, Sendable {
  /// How far the learner is.
  public enum State: Equatable, Sendable {
    case open
    case begun
    case passed
  }

  /// The name to open it by.
  public let name: String
  /// Its short name, `E3`.
  public let label: String
  /// Its title.
  public let title: String
  /// What it is in one line; may be empty.
  public let summary: String
  /// The part of the course; nil for a file that can't be read.
  public let chapter: Chapter?
  /// The idea it is about.
  public let concept: String
  /// Where the course treats it.
  public let course: [String]
  /// From 1 to 5.
  public let difficulty: Int
  /// About how long it takes.
  public let minutes: Int
  /// How many hints it has.
  public let hintCount: Int
  /// Why its file can't be used, in one line; nil if it can.
  public let problem: String?
  /// How far the learner is.
  public var state = State.open
  /// The medals earned, in the order in which they rise.
  public var medals: [Goal.Medal] = []
  /// Hints taken in the last attempt.
  public var hintsTaken = 0
  /// Attempts begun.
  public var attempts = 0

  /// An exercise that nobody has begun.
  public init(_ exercise: Exercise) {
    name = exercise.name
    label = exercise.label
    title = exercise.title
    summary = exercise.preset.summary
    chapter = exercise.chapter
    concept = exercise.concept
    course = exercise.course
    difficulty = exercise.difficulty
    minutes = exercise.minutes
    hintCount = exercise.hints.count
    problem = nil
  }

  /// A file that is no exercise, though it should be.
  public init(brokenFile name: String, problem: String) {
    self.name = name
    label = ""
    title = name
    summary = ""
    chapter = nil
    concept = ""
    course = []
    difficulty = 0
    minutes = 0
    hintCount = 0
    self.problem = problem
  }

  /// `E3 · Wake up layer one`.
  var fullTitle: String { label.isEmpty ? title : "\(label) · \(title)" }

  /// A mark for how far the learner is, which means the same without colour.
  var mark: String {
    if problem != nil { return "!" }
    return switch state {
    case .open: "○"
    case .begun: "◐"
    case .passed: "✓"
    }
  }

  /// The same in words.
  var stateTitle: String {
    if problem != nil { return "can't be read" }
    return switch state {
    case .open: "not begun"
    case .begun: "begun"
    case .passed: "passed"
    }
  }

  /// The highest medal in words; empty for none.
  var medalTitle: String { medals.last?.rawValue ?? "" }
}

extension Exercise {
  /// `E3 · Wake up layer one`.
  var fullTitle: String { "\(label) · \(title)" }
}
