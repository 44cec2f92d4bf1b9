/// Trains a network step by step.
///
/// It is a value: a copy is a snapshot, and equal copies go on equally, to the last bit. How often
/// `step()` or `epoch()` is called, and in which mixture, changes nothing. A step allocates nothing.
public struct Trainer: Sendable {
  /// The network as it is now.
  public internal(set) var network: Network
  /// What it learns from.
  public private(set) var samples: Samples
  /// Steps taken.
  public internal(set) var stepCount = 0
  /// Epochs completed.
  public internal(set) var epochCount = 0
  /// Samples of the present epoch already used.
  public internal(set) var position = 0
  /// The mean loss of the last batch before its step, without penalty; NaN before the first.
  public internal(set) var batchLoss = Float.nan
  /// Why training stopped; no step is taken from then on.
  public internal(set) var divergence: Divergence?

  /// What early stopping has seen; nil while it is off, or without validation samples.
  public internal(set) var earlyStopping: EarlyStopping?
  /// η of the next step, as the schedule has it.
  public private(set) var learningRate: Float
  /// The places of the parameters that no step changes, in rising order.
  public internal(set) var frozen: [Int] = []

  /// What early stopping looks at; empty where nothing is held back for it.
  private var validation: Samples?
  var evaluator: Evaluator?
  private let seed: UInt64
  var spec: TrainingSpec
  /// The order in which this epoch takes the samples.
  var order: [Int]
  var random: Random
  /// Scratch: no number in it outlives a step, except in the tests that fill it with rubbish.
  var workspace: Workspace
  /// Scratch for the values of the frozen parameters while a step is taken, as many as they are.
  var held: [Float] = []

  /// A trainer at epoch 0; the order of the samples, dropout and noise come from `seed`.
  ///
  /// - Parameters:
  ///   - network: where training sets out from.
  ///   - samples: what it learns from.
  ///   - validation: what early stopping looks at; nil or empty for nothing.
  ///   - spec: how it is trained.
  ///   - seed: any number.
  /// - Precondition: there is a sample, and its lengths are the network's.
  public init(
    network: Network, samples: Samples, validation: Samples? = nil, spec: TrainingSpec,
    seed: UInt64
  ) {
    precondition(samples.count > 0, "training needs at least one sample")
    precondition(samples.inputCount == network.spec.inputCount, "one value per input")
    precondition(samples.targetCount == network.spec.outputCount, "one target per output")
    precondition(spec.batchSize >= 1, "a batch needs a sample")
    self.network = network
    self.samples = samples
    self.validation = validation.flatMap { $0.count > 0 ? $0 : nil }
    self.seed = seed
    self.spec = spec
    self.spec.optimizer.prepare(parameterCount: network.parameterCount)
    order = Array(0..<samples.count)
    random = Random(seed: seed, stream: .order)
    let largest = min(spec.batchSize, samples.count)
    workspace = Workspace(for: network, blocks: blockCount(for: largest))
    learningRate = spec.learningRate
    setLearningRate()
    watch()
  }

  /// Whether no step is taken any more: training has diverged or was stopped early.
  public var hasStopped: Bool { divergence != nil || earlyStopping?.hasStopped == true }

  /// Steps in one epoch at the present batch size.
  public var stepsPerEpoch: Int { (samples.count - 1) / spec.batchSize + 1 }

  /// Steps until the present epoch ends, at the present batch size; all of the next one's at its
  /// end.
  public var stepsLeftInEpoch: Int { (samples.count - position - 1) / spec.batchSize + 1 }

  /// How it is trained; a change acts from the next step on. An optimiser of another kind starts
  /// without a past, one of the same kind keeps its own and takes over the settings. Early stopping
  /// begins to watch anew where it is switched on, has stopped, or the loss changes; with another
  /// patience alone it keeps its best.
  public var settings: TrainingSpec {
    get { spec }
    set {
      precondition(newValue.batchSize >= 1, "a batch needs a sample")
      let old = spec
      spec = newValue
      spec.optimizer = Self.merging(
        newValue.optimizer, past: old.optimizer, count: network.parameterCount)
      let blocks = blockCount(for: min(spec.batchSize, samples.count))
      if workspace.targets.count != network.spec.outputCount * blocks {
        workspace = Workspace(for: network, blocks: blocks)
      }
      setLearningRate()
      let goesOnWatching =
        earlyStopping?.hasStopped == false && spec.patience > 0 && spec.loss == old.loss
      if !goesOnWatching && (spec.patience != old.patience || spec.loss != old.loss) { watch() }
    }
  }

  private static func merging(
    _ new: any Optimizer, past old: any Optimizer, count: Int
  ) -> any Optimizer {
    guard type(of: new) == type(of: old) else {
      var fresh = new
      fresh.prepare(parameterCount: count)
      return fresh
    }
    var kept = old
    for name in new.settingNames {
      if let value = new.setting(name) { kept.set(name, to: value) }
    }
    return kept
  }

  /// Replaces the network, and the samples as it takes them: its shape or its weights were changed
  /// by hand. Counters and order go on; the optimiser forgets its past, and early stopping its best.
  /// Nothing is frozen any more.
  ///
  /// - Precondition: there are as many samples as before.
  public mutating func replace(
    network new: Network, samples newSamples: Samples, validation newValidation: Samples? = nil
  ) {
    precondition(newSamples.count == samples.count, "the order of the samples goes on")
    precondition(new.spec.inputCount == newSamples.inputCount, "one value per input")
    precondition(new.spec.outputCount == newSamples.targetCount, "one target per output")
    network = new
    samples = newSamples
    validation = newValidation.flatMap { $0.count > 0 ? $0 : nil }
    divergence = nil
    let largest = min(spec.batchSize, samples.count)
    workspace = Workspace(for: new, blocks: blockCount(for: largest))
    spec.optimizer.prepare(parameterCount: new.parameterCount)
    frozen = []
    held = []
    watch()
  }

  /// Begins to watch the validation loss, from the weights as they are now.
  mutating func watch() {
    guard spec.patience > 0, let validation else {
      earlyStopping = nil
      evaluator = nil
      return
    }
    var evaluator = Evaluator(for: network)
    let loss = evaluator.evaluate(network, on: validation, loss: spec.loss).loss
    earlyStopping = EarlyStopping(network, loss: loss, after: epochCount)
    self.evaluator = evaluator
  }

  /// Takes the steps that are left in the present epoch, or all of the next one.
  public mutating func epoch() {
    let target = epochCount + 1
    while epochCount < target && !hasStopped { step() }
  }

  /// Takes one step: one batch forward, backward, and the optimiser's update.
  public mutating func step() {
    var nobody = NoWatch()
    step(watching: &nobody)
  }

  /// The step, told to somebody as it goes on.
  mutating func step(watching watch: inout some StepWatch) {
    guard !hasStopped else { return }
    if position == 0 && spec.shuffles { random.shuffle(&order) }
    let count = min(spec.batchSize, samples.count - position)
    gather(count)
    network.forward(in: &workspace)
    batchLoss = workspace.lossAndGradient(spec.loss, of: network)
    network.backward(in: &workspace)
    watch.computed(workspace, chosen: order.span.extracting(position..<(position + count)))
    if !batchLoss.isFinite || !isFinite(workspace.parameterGradient.span) {
      return diverge(beforeUpdate: true)
    }
    update(watching: &watch)
    if !isFinite(network.parameters.span) { return diverge(beforeUpdate: false) }
    network.gatherStatistics(from: workspace)
    stepCount += 1
    position += count
    if position >= samples.count { endEpoch() }
    if spec.schedule.unit == .step { setLearningRate() }
  }

  private mutating func endEpoch() {
    position = 0
    epochCount += 1
    if spec.schedule.unit == .epoch { setLearningRate() }
    guard let validation, earlyStopping != nil else { return }
    let loss = evaluator?.evaluate(network, on: validation, loss: spec.loss).loss ?? .nan
    let isOver = earlyStopping?.note(
      loss, of: network, after: epochCount, patience: spec.patience)
    if isOver == true { earlyStopping?.restore(&network) }
  }

  /// Asks the schedule for the rate of the next step.
  mutating func setLearningRate() {
    let schedule = spec.schedule
    let time = schedule.unit == .epoch ? epochCount : stepCount
    learningRate = schedule.rate(base: spec.learningRate, at: time)
  }

  /// Brings the next `count` samples of the epoch's order into the workspace, 0 in the other lanes.
  private mutating func gather(_ count: Int) {
    workspace.pass = Pass(count: count, draws: Pass.Draws(seed: seed, step: stepCount))
    samples.gather(
      position..<(position + count), of: order, inputs: &workspace.values,
      targets: &workspace.targets)
    if spec.inputNoise > 0 {
      workspace.addNoise(spec.inputNoise, inputs: samples.inputCount)
    }
  }

  private mutating func diverge(beforeUpdate: Bool) {
    divergence = Divergence(
      of: network, in: workspace, loss: batchLoss, beforeUpdate: beforeUpdate,
      epoch: epochCount + 1, batch: (position + spec.batchSize - 1) / spec.batchSize + 1,
      step: stepCount + 1)
  }
}
