import Engine
public import Lessons

extension Session {
  /// The start of an exercise, at epoch 0, with an attempt at it begun.
  ///
  /// - Parameter reference: what relative goals compare with, where it is known already; nil to find
  ///   it out, which trains the start once.
  public init(_ exercise: Exercise, reference: StartReference? = nil) {
    self.init(freeRunOf: exercise)
    attempt = Attempt(exercise, reference: reference ?? StartReference(exercise))
    judge(endsEpoch: false)
  }

  /// The start of an exercise without an attempt: nothing is locked, nothing is judged.
  ///
  /// - Parameter changed: what its preset was changed to, if it was. First weights and frozen parameters
  ///   stay as long as the network's tensors have the same shapes.
  public init(freeRunOf exercise: Exercise, changedTo changed: Preset? = nil) {
    let (preset, start) = (changed ?? exercise.preset, exercise.start)
    guard exercise.canBegin(preset) else {
      self.init(preset)
      return
    }
    self.init(
      preset, weights: start.parameters.flatMap { FirstWeights($0, for: preset.networkSpec) })
    guard !start.frozen.isEmpty else { return }
    put(Marks(frozen: start.frozen, killed: []))
    beginTime()
  }

  /// Whether training may go on: an exercise may want predictions first, end its runs at an epoch, or
  /// have no training in it.
  public var mayTrain: Bool {
    guard let attempt else { return true }
    return attempt.exercise.permits.deeds.contains(.train) && !attempt.mustAnswerFirst
      && !isRunOver
  }

  /// Whether the run has come to the last epoch that a goal of the exercise asks for.
  public var isRunOver: Bool {
    guard let limit = attempt?.epochLimit else { return false }
    return trainer.epochCount >= limit
  }

  /// Answers a question, or takes a hint; nil for an action of another kind.
  mutating func attend(_ action: Action) -> Outcome? {
    switch action {
    case .answer(let id, let value): return answer(id, value)
    case .takeHint: return takeHint()
    default: return nil
    }
  }

  private mutating func answer(_ id: String, _ value: String) -> Outcome {
    guard let attempt, let question = attempt.exercise.questions.first(where: { $0.id == id })
    else { return .refused("There is no such question.") }
    guard attempt.answer(to: question) == nil else {
      return .refused("An answer can't be changed any more.")
    }
    guard question.isBefore || attempt.openQuestion?.isBefore == false else {
      return .refused("This is asked once the goals are reached.")
    }
    guard let canonical = question.canonical(value) else {
      return .refused("Expected \(question.expectation).")
    }
    noteResumption()
    self.attempt?.answers.append(Attempt.GivenAnswer(question: id, value: canonical))
    log.append(.answer(question: id, value: canonical), at: totalSteps)
    judge(endsEpoch: false)
    return Outcome(effect: .live, message: "Answered \(canonical); that can't be changed any more.")
  }

  private mutating func takeHint() -> Outcome {
    guard let attempt else { return .refused("Hints belong to exercises; none is open.") }
    let count = attempt.exercise.hints.count
    guard attempt.hintsTaken < count else { return .refused("That was the last hint.") }
    noteResumption()
    self.attempt?.hintsTaken += 1
    log.append(.takeHint, at: totalSteps)
    judge(endsEpoch: false)
    return Outcome(effect: .live, message: "Hint \(attempt.hintsTaken + 1) of \(count).")
  }
}

extension Exercise {
  /// Whether the network of a preset can begin with the parameters of this start and have the same ones
  /// frozen: there are none, or its tensors have the shapes of this one's.
  public func canBegin(_ preset: Preset) -> Bool {
    guard start.parameters != nil || !start.frozen.isEmpty else { return true }
    func shapes(_ preset: Preset) -> [[Int]] {
      Network(preset.networkSpec, seed: 0).tensors.map(\.shape)
    }
    return shapes(preset) == shapes(self.preset)
  }
}
