/// A task for a learner: where to start, what may be changed, what to predict and to reach.
///
/// It is a preset with the section `exercise`; see `presets/FORMAT.md`.
public struct Exercise: Equatable, Sendable {
  /// What a preset can't say of the start.
  public struct Start: Equatable, Sendable {
    /// The first parameters, in the network's order; nil to draw them.
    public var parameters: [Float]?
    /// Places of parameters that no step changes, from 0, in rising order.
    public var frozen: [Int] = []
    /// The name of the view that is shown; nil for the usual one.
    public var view: String?
  }

  /// The name of its file, without folder and ending.
  public let name: String
  /// Settings and points at the start.
  public let preset: Preset
  /// Raised when the start, what is allowed, a question or a goal changes.
  public let version: Int
  /// The part of the course it belongs to.
  public let chapter: Chapter
  /// The idea it is about.
  public let concept: String
  /// Where the course treats it.
  public let course: [String]
  /// From 1, easy, to 5.
  public let difficulty: Int
  /// About how long it takes.
  public let minutes: Int
  /// What the learner is to do, in paragraphs.
  public let task: String
  /// What the preset can't say of the start.
  public let start: Start
  /// What may be changed.
  public let permits: Permits
  /// What a change may not break.
  public let limits: [Condition]
  /// Whether a change of a setting acts in the course of a run; it begins a new one otherwise.
  public let changesAreLive: Bool
  /// What is asked, in order.
  public let questions: [Question]
  /// What is to be reached.
  public let goals: [Goal]
  /// Help, one after the other.
  public let hints: [String]
  /// Shown after passing.
  public let explanation: String
  /// For the teacher.
  public let teacher: String
  /// A recorded way through; nil where none is told.
  public let solution: Solution?
  /// Ways that must not pass.
  public let nearMisses: [NearMiss]

  /// The title of the preset.
  public var title: String { preset.title }

  /// Its short name: the chapter and number of `e3-wake-up-layer-one` are `E3`.
  public var label: String {
    let head = name.split(separator: "-").first.map(String.init) ?? name
    return head.count <= 3 && head.contains(where: \.isNumber)
      ? head.uppercased() : chapter.rawValue
  }

  /// Whether a goal compares with what the unchanged start comes to.
  public var isRelativeToStart: Bool {
    goals.contains { goal in
      goal.needs.contains { if case .ofStart = $0.bound { true } else { false } }
    }
  }

  /// The last epoch that a goal asks for; nil where none names an epoch. A run ends there.
  public var epochLimit: Int? { goals.compactMap(\.timing.epoch).max() }

  /// The same with another start and other goals, for a run of its own.
  public func replacing(preset: Preset, goals: [Goal], questions: [Question] = []) -> Exercise {
    Exercise(
      name: name, preset: preset, version: version, chapter: chapter, concept: concept,
      course: course, difficulty: difficulty, minutes: minutes, task: task, start: start,
      permits: permits, limits: limits, changesAreLive: changesAreLive, questions: questions,
      goals: goals, hints: hints, explanation: explanation, teacher: teacher, solution: solution,
      nearMisses: nearMisses)
  }
}
