import Engine
import Yams

/// How questions and goals are read.
extension Exercise {
  /// The keys of a question.
  public static let questionKeys = [
    "id", "when", "ask", "choices", "answer", "tolerance", "explanation", "reveal",
  ]
  /// The keys of a goal.
  public static let goalKeys = ["text", "needs", "at", "within", "hold", "seeds", "medal"]
  /// The keys of a goal's `seeds`.
  public static let seedKeys = ["of", "pass"]

  private enum When: String, CaseIterable { case before, after }
  private enum Reveal: String, CaseIterable { case now, end }

  static func questions(_ section: Section, trains: Bool) throws(PresetProblem) -> [Question] {
    var questions: [Question] = []
    for item in try section.items("questions", limit: 20) {
      let lines = try Section(item, keys: questionKeys)
      let id = try lines.text("id")
      guard id.utf8.count <= 20, id.utf8.allSatisfy({ isNameByte($0) }) else {
        throw PresetProblem(
          at: lines.leaf("id")?.place,
          "the id “\(id.shown())” has other signs than small letters, digits and hyphens, or more than 20"
        )
      }
      guard !questions.contains(where: { $0.id == id }) else {
        throw PresetProblem(at: lines.leaf("id")?.place, "the question id “\(id)” stands twice")
      }
      let choices =
        lines.leaf("choices") == nil ? [] : try texts(lines, "choices", 2...Question.choiceLimit)
      questions.append(
        Question(
          id: id, isBefore: try lines.word("when", When.self, else: .before) == .before,
          text: try lines.text("ask"), choices: choices, answer: try answer(lines, choices),
          explanation: try lines.text("explanation"),
          revealsAtOnce: try lines.word("reveal", Reveal.self, else: trains ? .end : .now) == .now))
    }
    return questions
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || byte == 45
  }

  private static func answer(
    _ lines: Section, _ choices: [String]
  ) throws(PresetProblem) -> Question.Answer {
    let leaf = try lines.needed("answer")
    guard choices.isEmpty else {
      let text = try leaf.text()
      guard let index = choices.indices.first(where: { Question.letter($0) == text }) else {
        throw PresetProblem(
          at: leaf.place,
          "“\(leaf.key)” can't be “\(text.shown())”: expected a letter from a to"
            + " \(Question.letter(choices.count - 1))")
      }
      if let leaf = lines.leaf("tolerance") {
        throw PresetProblem(at: leaf.keyPlace, "a question with choices has no tolerance")
      }
      return .choice(index)
    }
    let value = try leaf.number()
    guard let leaf = lines.leaf("tolerance") else {
      return .number(value, within: abs(value) * 0.02)
    }
    let text = try leaf.text()
    let isRelative = text.hasSuffix("%")
    guard let number = Double((isRelative ? text.dropLast() : text[...]).trimmed),
      number.isFinite, number >= 0
    else {
      throw PresetProblem(
        at: leaf.place,
        "“\(leaf.key)” can't be “\(text.shown())”: expected a number, or per cent as in 2%")
    }
    return .number(value, within: isRelative ? abs(value) * number / 100 : number)
  }

  static func goals(_ section: Section) throws(PresetProblem) -> [Goal] {
    var goals: [Goal] = []
    for item in try section.items("goals", limit: 20) {
      let lines = try Section(item, keys: goalKeys)
      var needs: [Condition] = []
      for need in try lines.needed("needs").items(limit: 20) { needs.append(try need.condition()) }
      guard !needs.isEmpty else {
        throw PresetProblem(at: lines.leaf("needs")?.place, "“needs” is empty")
      }
      let timing = try timing(lines)
      let hold = try lines.whole("hold", 1...1000, else: 1)
      let seeds = try seeds(lines, timing)
      guard hold == 1 || timing.epoch ?? 0 >= hold else {
        throw PresetProblem(
          at: lines.leaf("hold")?.place,
          "“hold” counts epochs of a run: it goes with “at” or “within”, and is no more than these")
      }
      let medal =
        lines.leaf("medal") == nil ? nil : try lines.word("medal", Goal.Medal.self)
      goals.append(
        Goal(
          text: try lines.text("text"), needs: needs, timing: timing, hold: hold, seeds: seeds,
          medal: medal))
    }
    return goals
  }

  private static func timing(_ lines: Section) throws(PresetProblem) -> Goal.Timing {
    if let at = lines.leaf("at") {
      if let within = lines.leaf("within") {
        throw PresetProblem(at: within.keyPlace, "a goal has “at” or “within”, not both")
      }
      return .at(try at.whole(1...1_000_000))
    }
    if let within = lines.leaf("within") { return .within(try within.whole(1...1_000_000)) }
    return .anyTime
  }

  private static func seeds(
    _ lines: Section, _ timing: Goal.Timing
  ) throws(PresetProblem) -> Goal.Seeds? {
    guard let leaf = lines.leaf("seeds") else { return nil }
    guard timing != .anyTime else {
      throw PresetProblem(at: leaf.keyPlace, "“seeds” goes with “at” or “within”")
    }
    let parts = try Section(leaf, keys: seedKeys)
    let count = try parts.whole("of", 2...100)
    return Goal.Seeds(of: count, pass: try parts.whole("pass", 1...count))
  }
}
