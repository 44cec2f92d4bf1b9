public import Datasets
import Engine
import Yams

extension Exercise {
  /// The key that makes a preset an exercise.
  static let key = "exercise"

  /// The keys of an exercise.
  public static let keys = [
    "version", "chapter", "concept", "course", "difficulty", "minutes", "task", "start", "allow",
    "limits", "changes", "questions", "goals", "hints", "explanation", "teacher", "solution",
    "near-misses",
  ]

  private enum Changes: String, CaseIterable { case restart, live }

  /// Whether a text has the section that makes it an exercise; a text that can't be read has none.
  public static func isExercise(yaml: String) -> Bool {
    // Without the word, there is nothing to parse for.
    guard yaml.contains(key), case .mapping(let root)? = try? Preset.compose(yaml) else {
      return false
    }
    return root.contains { $0.key.scalar?.string == key }
  }

  /// Reads an exercise from the text of a YAML file, as strictly as a preset.
  ///
  /// - Parameters:
  ///   - yaml: the text.
  ///   - name: the file's name, without folder and ending.
  ///   - readTable: gives the table in the file of a path, or says why it can't.
  public init(
    yaml: String, name: String,
    readTable: (String) throws(UnreadableTable) -> Table = { _ throws(UnreadableTable) in
      throw UnreadableTable("files can't be read here")
    }
  ) throws(PresetProblem) {
    preset = try Preset(yaml: yaml, readTable: readTable)
    guard case .mapping(let root) = try Preset.compose(yaml),
      let pair = root.first(where: { $0.key.scalar?.string == Self.key })
    else {
      throw PresetProblem(
        line: 1, column: 1, message: "this is a preset, no exercise: it lacks the key “\(Self.key)”"
      )
    }
    let section = try Section(
      Leaf(key: Self.key, keyPlace: pair.key.mark, value: pair.value), keys: Self.keys)
    self.name = name
    version = try section.whole("version", 1...9999)
    chapter = try section.word("chapter", Chapter.self)
    concept = try section.text("concept")
    course = try Self.texts(section, "course", 1...8)
    difficulty = try section.whole("difficulty", 1...5)
    minutes = try section.whole("minutes", 1...600)
    task = try section.text("task")
    start = try Self.start(section, preset)
    permits = try Self.permits(section, preset)
    limits = try Self.limits(section, preset)
    changesAreLive = try section.word("changes", Changes.self, else: .restart) == .live
    questions = try Self.questions(section, trains: permits.deeds.contains(.train))
    goals = try Self.goals(section)
    hints = try Self.texts(section, "hints", 1...8)
    explanation = try section.text("explanation")
    teacher = try section.text("teacher", else: "")
    solution = try Self.solution(section, questions)
    nearMisses = try Self.nearMisses(section, questions, solution)
    try checkWhole(section)
  }

  /// What only the parts together can tell.
  private func checkWhole(_ section: Section) throws(PresetProblem) {
    guard !goals.isEmpty || !questions.isEmpty else {
      throw PresetProblem(at: section.place, "an exercise needs a goal or a question")
    }
    // What the start comes to is found out before the screen answers.
    let perEpoch = preset.sampleCount * (Network(preset.networkSpec, seed: 0).parameterCount + 100)
    guard !isRelativeToStart || (epochLimit ?? 0) <= 10_000_000_000 / max(1, perEpoch) else {
      throw PresetProblem(
        at: section.leaf("goals")?.place,
        "a goal is relative to the start, which would take too long to train so far")
    }
    let timed = goals.contains { $0.timing != .anyTime }
    guard !timed || permits.deeds.contains(.train) else {
      throw PresetProblem(
        at: section.leaf("goals")?.place,
        "a goal names an epoch, but “allow” does not have the word “train”")
    }
  }

  static func texts(
    _ section: Section, _ name: String, _ counts: ClosedRange<Int>
  ) throws(PresetProblem) -> [String] {
    var texts: [String] = []
    for item in try section.needed(name).items(limit: counts.upperBound) {
      texts.append(try item.prose())
    }
    guard texts.count >= counts.lowerBound else {
      throw PresetProblem(at: section.leaf(name)?.place, "“\(section.path).\(name)” is empty")
    }
    return texts
  }
}
