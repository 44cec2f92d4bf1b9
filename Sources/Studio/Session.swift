public import Datasets
public import Engine
public import Lessons

/// A preset being learned: settings, points, trainer, history and the log of what was done.
///
/// It is a value; all change goes through `apply` and `advance`.
public struct Session: Sendable {
  /// The settings as they are now.
  public internal(set) var preset: Preset
  /// The points.
  public internal(set) var dataset: Dataset
  /// The training, at some step.
  public internal(set) var trainer: Trainer
  /// The losses after the epochs so far.
  public internal(set) var history = LossHistory()
  /// How the levels did after some of the epochs so far.
  public internal(set) var diagnoses = DiagnosisHistory()
  /// The weights after some of the epochs so far, of the network's present shape.
  public internal(set) var path = WeightPath()
  /// What was done so far.
  public internal(set) var log: ActionLog
  /// Steps taken in all, starts anew and steps that diverged included.
  public internal(set) var totalSteps = 0
  /// The points as the network takes them.
  var samples: ShareSamples
  /// What can be undone and redone.
  var memory = UndoMemory()
  /// The lines of training so far, to go back on.
  var time = TimeLine()
  /// Where it is on them.
  var position = LinePosition()
  /// The step at which it was read from a file, until something is done; nil if it was not.
  var resumedStep: Int?
  /// Where to go back to from a divergence.
  var refuge: Refuge
  /// What the run is measured against.
  var yardstick: Yardstick
  /// The attempt at an exercise that the session is; nil in free play.
  public internal(set) var attempt: Attempt?
  /// Why training diverged, found out when it did.
  private var inquiry: PostMortem?

  /// Why training diverged; nil while it has not.
  public var postMortem: PostMortem? { trainer.divergence == nil ? nil : inquiry }

  /// The start of a preset, at epoch 0.
  ///
  /// - Parameter weights: the first weights, for a network of the preset's shape; nil to draw them.
  ///   As long as shape, inputs, seed and initialisation of the network are those of the start, every
  ///   start anew begins with them.
  public init(_ preset: Preset, weights: FirstWeights? = nil) {
    self.preset = preset
    log = ActionLog(start: preset, weights: weights)
    dataset = preset.dataset
    samples = ShareSamples(preset, dataset)
    trainer = Self.trainer(for: preset, log, samples)
    refuge = Refuge(trainer)
    yardstick = Yardstick(preset, dataset, samples.standardizer)
    recordEpoch()
    beginTime()
  }

  /// Whether a setting differs from the preset that the session began with, so that the preset's
  /// title does not tell all any more.
  public var isChanged: Bool {
    // By what a person reads: the usual number of points is the same number, written or not.
    SettingCatalogue.all.contains { $0.value(in: preset) != $0.value(in: log.start) }
      || preset.data.points != log.start.data.points
  }

  /// What regularisation adds to the loss now; a proximal L1 is no part of the loss.
  public var penalty: Double { preset.trainingSpec.regularization.penalty(of: trainer.network) }

  /// Takes so many steps, fewer if training diverges or is stopped early; notes the losses after each
  /// epoch. In the past of a line the steps follow it, with the changes that were made on it.
  public mutating func advance(steps: Int) {
    arrive()
    guard steps > 0, !trainer.hasStopped, mayTrain else { return }
    // After a change was undone, training goes on without it.
    if dueChange != nil { _ = leavePast() }
    for _ in 0..<steps {
      guard !trainer.hasStopped, !isRunOver else { return }
      let epoch = trainer.epochCount
      stepOnLine(records: true)
      // A step that diverges counts, so that a replay takes it as well.
      totalSteps += 1
      if trainer.divergence != nil { investigate() }
      noteStep(since: epoch)
    }
  }

  /// Finds out why training diverged, if it did.
  mutating func investigate() { inquiry = PostMortem(of: self) }

  /// Changes the session and says what that did. A refused action changes nothing.
  @discardableResult
  public mutating func apply(_ action: Action) -> Outcome {
    if let reason = lock(on: action) { return .refused(reason) }
    let step = trainer.stepCount
    if let outcome = travel(action) {
      guard outcome.effect == .restored else { return outcome }
      return outcome.adding(noteDeed(action, at: step, isJump: true))
    }
    arrive()
    if let outcome = attend(action) { return outcome }
    switch action {
    case .undo, .redo:
      let outcome = action == .undo ? undo() : redo()
      guard outcome.effect != .refused else { return outcome }
      return outcome.adding(
        noteDeed(action, at: step, isJump: outcome.effect == .restored))
    case .resume: return resume()
    default: break
    }
    position.dropped = nil
    let before = self
    let outcome = perform(action)
    if outcome.effect == .refused || outcome.effect == .unchanged { return outcome }
    remember(action, before: before, outcome.effect)
    noteChange(outcome.effect)
    let told = note(
      .action(action), since: before, startsAnew: outcome.effect == .startedAnew)
    return outcome.adding(told)
      .adding(noteDeed(action, at: before.trainer.stepCount, isJump: false))
  }

  /// Carries out an action on the run as it is now, whoever asks for it.
  mutating func perform(_ action: Action) -> Outcome {
    if let outcome = touch(action) { return outcome }
    let before = preset
    var after = preset
    if let refusal = Self.carryOut(action, on: &after) {
      return Outcome(effect: .refused, message: refusal)
    }
    if (try? after.validate()) == nil && (try? before.validate()) != nil {
      return Outcome(
        effect: .refused, message: "So large a network needs smaller batches; see Learning.")
    }
    let marks = Marks(of: trainer)
    let outcome = settle(action, from: before, to: after)
    return Outcome(
      effect: outcome.effect, message: outcome.message + Marks(of: trainer).missing(of: marks))
  }

  /// Makes the session fit the changed preset, with as little loss as can be.
  mutating func settle(_ action: Action, from old: Preset, to new: Preset) -> Outcome {
    preset = new
    if action == .reset {
      startAnew(from: old)
      return Outcome(effect: .startedAnew, message: "Back to epoch 0 with the same weights.")
    }
    guard new != old else { return Outcome(effect: .unchanged, message: "") }
    if action.editsPoints, !beginsRuns { return settlePoints(action, from: old) }
    let changed = SettingCatalogue.all.filter { $0.value(in: new) != $0.value(in: old) }
    let effect = beginsRuns ? .startsAnew : changed.map(\.effect).max() ?? .live
    if effect == .startsAnew {
      if new.data != old.data { dataset = new.dataset }
      startAnew(from: old)
      return Outcome(effect: .startedAnew, message: "Started anew: \(reason(old, new)).")
    }
    // Weights that are not finite any more are nothing to go on with.
    if trainer.divergence != nil {
      startAnew(from: old)
      return Outcome(
        effect: .startedAnew, message: "Started anew, because training had diverged.")
    }
    if effect == .keepsWeights { reshape(from: old) }
    trainer.settings = new.trainingSpec
    // Values of two losses, or gradients of them, do not go into one curve.
    if new.objective.loss != old.objective.loss {
      forgetCurves()
      recordEpoch()
    }
    guard effect == .keepsWeights else {
      return Outcome(
        effect: .live,
        message: warnings.first
          ?? (trainer.hasStopped
            ? "Training stopped early; another patience or a start anew lets it go on."
            : "Acts from the next step on; nothing was lost."))
    }
    return Outcome(effect: .keptWeights, message: kept(old, new))
  }

  /// Whether every change of a setting begins a new run, as most exercises have it.
  var beginsRuns: Bool { attempt.map { !$0.exercise.changesAreLive } ?? false }

  /// Takes over the settings of a checkpoint, at their start.
  mutating func settle(on new: Preset) {
    preset = new
    dataset = new.dataset
    startAnew(from: new)
  }

  /// Begins at epoch 0; what was frozen or killed stays so where it still has a place.
  mutating func startAnew(from old: Preset) {
    let (marks, network) = (Marks(of: trainer), trainer.network)
    samples = ShareSamples(preset, dataset)
    trainer = Self.trainer(for: preset, log, samples)
    put(marks.moved(from: network, to: trainer.network, inputs: inputs(since: old)))
    refuge = Refuge(trainer)
    yardstick = Yardstick(preset, dataset, samples.standardizer)
    forgetCurves()
    recordEpoch()
  }

  /// For each input the one that it was under old settings, nil for a new one.
  private func inputs(since old: Preset) -> [Int?] {
    preset.features.map { old.features.firstIndex(of: $0) }
  }

  private mutating func reshape(from old: Preset) {
    let (marks, before) = (Marks(of: trainer), trainer.network)
    let inputs = inputs(since: old)
    let network = before.reshaped(
      to: preset.networkSpec, inputs: inputs, seed: preset.network.seed)
    samples = ShareSamples(preset, dataset)
    trainer.replace(
      network: network, samples: samples.training, validation: samples.validation)
    put(marks.moved(from: before, to: network, inputs: inputs))
    beginPath()
  }

  private static func trainer(
    for preset: Preset, _ log: ActionLog, _ samples: ShareSamples
  ) -> Trainer {
    Trainer(
      network: firstNetwork(for: preset, log), samples: samples.training,
      validation: samples.validation, spec: preset.trainingSpec, seed: preset.training.seed)
  }
}
