import Engine
import Yams

/// How recorded ways through an exercise are read.
extension Exercise {
  /// The keys of a solution.
  public static let solutionKeys = ["answers", "do"]
  /// The keys of a near miss.
  public static let nearMissKeys = ["because", "answers", "do"]

  static func solution(
    _ section: Section, _ questions: [Question]
  ) throws(PresetProblem) -> Solution? {
    guard let leaf = section.leaf("solution") else { return nil }
    let lines = try Section(leaf, keys: solutionKeys)
    return Solution(answers: try answers(lines, questions) ?? [], script: try script(lines))
  }

  static func nearMisses(
    _ section: Section, _ questions: [Question], _ solution: Solution?
  ) throws(PresetProblem) -> [NearMiss] {
    var misses: [NearMiss] = []
    for item in try section.items("near-misses", limit: 20) {
      let lines = try Section(item, keys: nearMissKeys)
      let answers = try answers(lines, questions) ?? solution?.answers ?? []
      misses.append(
        NearMiss(
          reason: try lines.text("because"),
          way: Solution(answers: answers, script: try script(lines))))
    }
    return misses
  }

  /// What is answered; nil if nothing is said of it.
  private static func answers(
    _ lines: Section, _ questions: [Question]
  ) throws(PresetProblem) -> [RecordedAnswer]? {
    guard let leaf = lines.leaf("answers") else { return nil }
    let named = try Section(leaf, keys: questions.map(\.id))
    var answers: [RecordedAnswer] = []
    for question in questions {
      guard let leaf = named.leaf(question.id) else { continue }
      let text = try leaf.text()
      guard let value = question.canonical(text) else {
        throw PresetProblem(
          at: leaf.place,
          "the answer “\(text.shown())” to \(question.id): expected \(question.expectation)"
        )
      }
      answers.append(RecordedAnswer(question: question.id, value: value))
    }
    return answers
  }

  private static func script(_ lines: Section) throws(PresetProblem) -> [ScriptLine] {
    var script: [ScriptLine] = []
    for item in try lines.items("do", limit: 1000) {
      script.append(
        ScriptLine(
          text: try item.text(), line: item.place?.line ?? 1, column: item.place?.column ?? 1))
    }
    return script
  }
}
