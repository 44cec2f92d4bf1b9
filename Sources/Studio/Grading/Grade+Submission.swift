public import Lessons

extension Grade {
  /// Replays a submission and compares what comes of it with what is claimed.
  ///
  /// - Parameters:
  ///   - submission: what was handed in.
  ///   - exercise: the exercise of that name, from the teacher's set.
  ///   - reference: what relative goals compare with; nil to find it out.
  ///   - seconds: about how many seconds of one core it may take.
  public init(
    _ submission: Submission, at exercise: Exercise, reference: StartReference? = nil,
    seconds: Int
  ) {
    let header = submission.header
    if let difference = Self.difference(header, exercise) {
      self.init(verdict: .tampered, reason: difference, score: nil)
      return
    }
    var replay = Replay(exercise, reference, seconds: seconds)
    do {
      try replay.go(through: submission)
    } catch {
      switch error {
      case .impossible(let line, let message):
        self.init(
          verdict: .tampered, reason: "line \(line): " + Self.sentence(message),
          score: Score(replay.session))
      case .tooLong:
        self.init(
          verdict: .unreadable,
          reason: "too long to replay: it takes more than about \(seconds) s on one core",
          score: nil)
      }
      return
    }
    let score = Score(replay.session)
    guard let attempt = replay.session.attempt else {
      self.init(verdict: .unreadable, reason: "there is no exercise to replay", score: nil)
      return
    }
    let result = Submission.Result(of: replay.session, attempt)
    if let difference = Self.difference(submission.result, result, header) {
      self.init(verdict: .tampered, reason: difference, score: score)
    } else if attempt.isPassed {
      self.init(verdict: .pass, reason: "", score: score)
    } else {
      self.init(verdict: .fail, reason: Self.shortfall(replay.session, attempt), score: score)
    }
  }

  /// What tells that it is a submission of something else; nil if it is not.
  private static func difference(_ header: Submission.Header, _ exercise: Exercise) -> String? {
    if header.version != exercise.version {
      return "another exercise or version: it is of version \(header.version),"
        + " the teacher's is version \(exercise.version)"
    }
    guard header.hash != exercise.hash else { return nil }
    return "another exercise or version: its hash is not that of the teacher's file"
  }

  /// What is claimed and does not come of the log; nil if all does. A claim of less is none.
  private static func difference(
    _ claimed: Submission.Result, _ found: Submission.Result, _ header: Submission.Header
  ) -> String? {
    let age =
      header.program == ProgramVersion.text
      ? "" : "; it was written by version \(header.program), this is \(ProgramVersion.text)"
    if claimed.fingerprint != found.fingerprint {
      return "the weights at the end are not those that the log leads to\(age)"
    }
    if claimed.isPassed && !found.isPassed {
      return "it claims a pass that the replay does not give\(age)"
    }
    if let goal = claimed.goals.first(where: { !found.goals.contains($0) }) {
      return "it claims goal \(goal), which the replay does not reach\(age)"
    }
    if let medal = claimed.medals.first(where: { !found.medals.contains($0) }) {
      return "it claims the medal “\(medal)”, which the replay does not earn\(age)"
    }
    return nil
  }

  /// What is missing for a pass.
  private static func shortfall(_ session: Session, _ attempt: Attempt) -> String {
    let states = session.goalStates.enumerated().filter { $0.element.goal.medal == nil }
    let open = states.filter { !$0.element.isReached }
    let unanswered = attempt.exercise.questions.filter { attempt.answer(to: $0) == nil }
    guard let first = open.first else {
      return "not answered: " + unanswered.map(\.id).joined(separator: ", ")
    }
    let best = first.element.best.map { best in
      ", best: " + first.element.goal.needs[0].text(of: best)
    }
    return "goal \(first.offset + 1) not reached: \(sentence(first.element.goal.text))\(best ?? "")"
      + (open.count > 1 ? " (and \(open.count - 1) more)" : "")
  }

  /// Without the full stop at the end.
  private static func sentence(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}

extension Condition {
  /// What it is about, with a value: `test loss 0.031`, `2 correct answers`.
  func text(of value: Double) -> String {
    guard case .measure(let measure) = subject else { return "" }
    let name = measure.rawValue.replacing("-", with: " ")
    switch measure {
    case .stoppedEarly: return value == 0 ? "not \(name)" : name
    case .trainingAccuracy, .validationAccuracy, .testAccuracy: return "\(name) \(value.short) %"
    case .trainingLoss, .validationLoss, .testLoss, .gap, .penalty, .largestWeight, .gradientRatio,
      .gradientNorm, .output:
      return "\(name) \(value.short)"
    case .epochs, .steps, .parameters, .hiddenLayers, .units, .inputs, .zeroWeights,
      .nonzeroWeights, .deadUnits, .distinctUnits, .correctAnswers, .answers, .runs, .changes,
      .hints:
      return "\(value.short) \(value == 1 ? String(name.dropLast()) : name)"
    }
  }
}

extension Double {
  /// Four digits at most.
  fileprivate var short: String {
    var factor = 1.0
    while abs(self) * factor < 1000, factor < 1e12 { factor *= 10 }
    let rounded = (self * factor).rounded() / factor
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
  }
}

extension Grade.Score {
  /// How far a session is.
  fileprivate init?(_ session: Session) {
    guard let attempt = session.attempt else { return nil }
    let needed = session.goalStates.filter { $0.goal.medal == nil }
    self.init(
      goals: needed.count { $0.isReached }, goalCount: needed.count, medals: attempt.medals,
      answers: attempt.exercise.questions.compactMap { question in
        attempt.answer(to: question).map {
          Grade.Answer(question: question.id, value: $0, isRight: question.isCorrect($0))
        }
      },
      questionCount: attempt.exercise.questions.count, hints: attempt.hintsTaken)
  }
}
