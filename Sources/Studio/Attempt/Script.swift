import Engine
public import Lessons

/// A recorded way through an exercise, as a session carries it out.
public struct Script: Sendable {
  /// One thing that is done.
  enum Deed: Equatable, Sendable {
    case action(Action)
    /// So many epochs more.
    case train(epochs: Int)
    case step(Int)
  }

  let answers: [RecordedAnswer]
  let deeds: [(deed: Deed, line: ScriptLine)]

  /// The deeds of a way; a line that is none is an error at its place.
  public init(_ way: Solution) throws(PresetProblem) {
    answers = way.answers
    var deeds: [(Deed, ScriptLine)] = []
    for line in way.script { deeds.append((try Self.deed(line), line)) }
    self.deeds = deeds
  }

  private static func deed(_ line: ScriptLine) throws(PresetProblem) -> Deed {
    let words = line.text.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("train", 2), ("step", 2):
      guard let count = Int(words[1]), (1...10_000_000).contains(count) else {
        throw line.problem("“\(line.text)”: expected a number of \(words[0])s, as in train 200")
      }
      return words[0] == "train" ? .train(epochs: count) : .step(count)
    default:
      guard let action = Action(text: line.text), action.isForScripts else {
        throw line.problem(
          "“\(line.text)” is no line of a script"
            + suggestion(for: words.first ?? "", among: ["train", "step"] + verbs)
            + "; expected train N, step N or an action such as set training.learning-rate 0.1")
      }
      return .action(action)
    }
  }

  private static let verbs = [
    "set", "toggle-feature", "add-layer", "remove-layer", "add-unit", "remove-unit", "add-points",
    "erase-points", "relabel-points", "reset", "new-weights", "new-data", "set-parameter", "freeze",
    "unfreeze", "kill-unit", "revive-unit", "go-to-epoch", "undo", "redo", "take-hint",
  ]
}

extension Action {
  /// Whether a script may say it: answers are listed by themselves, and the rest notes itself.
  fileprivate var isForScripts: Bool {
    switch self {
    case .answer, .follow, .resume: false
    default: true
    }
  }
}

extension Session {
  /// Goes a recorded way, with all its seeds tried at once.
  ///
  /// - Returns: the line at which it could go no further, and why; nil if it came to its end.
  mutating func go(_ script: Script) -> (line: ScriptLine?, reason: String)? {
    if let reason = answer(script, before: true) { return (nil, reason) }
    for (deed, line) in script.deeds {
      if let reason = carryOut(deed) { return (line, reason) }
      settleTrials()
    }
    _ = answer(script, before: false)
    return nil
  }

  private mutating func carryOut(_ deed: Script.Deed) -> String? {
    switch deed {
    case .action(let action):
      let outcome = apply(action)
      return outcome.effect == .refused ? outcome.message : nil
    case .step(let count): return train(until: { _ in false }, steps: count)
    case .train(let epochs):
      let goal = trainer.epochCount + epochs
      return train(until: { $0.trainer.epochCount >= goal }, steps: .max)
    }
  }

  private mutating func train(until isDone: (Session) -> Bool, steps: Int) -> String? {
    guard mayTrain || isRunOver else { return "Training is not possible here." }
    var left = steps
    while left > 0, !trainer.hasStopped, mayTrain, !isDone(self) {
      let count = min(left, trainer.stepsLeftInEpoch)
      advance(steps: count)
      left -= count
      settleTrials()
    }
    return nil
  }

  /// Gives the recorded answers of one kind, as far as they are asked for.
  private mutating func answer(_ script: Script, before: Bool) -> String? {
    for answer in script.answers {
      guard
        let question = attempt?.exercise.questions.first(where: { $0.id == answer.question }),
        question.isBefore == before
      else { continue }
      let outcome = apply(.answer(question: answer.question, value: answer.value))
      if outcome.effect == .refused { return outcome.message }
    }
    settleTrials()
    return nil
  }
}
