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

  var spec: TrainingSpec
  /// The order in which this epoch takes the samples.
  var order: [Int]
  var random: Random
  /// Scratch: no number in it outlives a step, except in the tests that fill it with rubbish.
  var workspace: Workspace

  /// A trainer at epoch 0; the order of the samples comes from `seed`.
  ///
  /// - Precondition: there is a sample, and its lengths are the network's.
  public init(network: Network, samples: Samples, spec: TrainingSpec, seed: UInt64) {
    precondition(samples.count > 0, "training needs at least one sample")
    precondition(samples.inputCount == network.spec.inputCount, "one value per input")
    precondition(samples.targetCount == network.spec.outputCount, "one target per output")
    precondition(spec.batchSize >= 1, "a batch needs a sample")
    self.network = network
    self.samples = samples
    self.spec = spec
    self.spec.optimizer.prepare(parameterCount: network.parameterCount)
    order = Array(0..<samples.count)
    random = Random(seed: seed, stream: .order)
    let largest = min(spec.batchSize, samples.count)
    workspace = Workspace(for: network, blocks: blockCount(for: largest))
  }

  /// Steps in one epoch at the present batch size.
  public var stepsPerEpoch: Int { (samples.count - 1) / spec.batchSize + 1 }

  /// Steps until the present epoch ends, at the present batch size; all of the next one's at its
  /// end.
  public var stepsLeftInEpoch: Int { (samples.count - position - 1) / spec.batchSize + 1 }

  /// How it is trained; a change acts from the next step on. An optimiser of another kind starts
  /// without a past, one of the same kind keeps its own and takes over the settings.
  public var settings: TrainingSpec {
    get { spec }
    set {
      precondition(newValue.batchSize >= 1, "a batch needs a sample")
      let old = spec.optimizer
      spec = newValue
      spec.optimizer = Self.merging(newValue.optimizer, past: old, count: network.parameterCount)
      let blocks = blockCount(for: min(spec.batchSize, samples.count))
      if workspace.targets.count != network.spec.outputCount * blocks {
        workspace = Workspace(for: network, blocks: blocks)
      }
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
  /// by hand. Counters and order go on; the optimiser forgets its past.
  ///
  /// - Precondition: there are as many samples as before.
  public mutating func replace(network new: Network, samples newSamples: Samples) {
    precondition(newSamples.count == samples.count, "the order of the samples goes on")
    precondition(new.spec.inputCount == newSamples.inputCount, "one value per input")
    precondition(new.spec.outputCount == newSamples.targetCount, "one target per output")
    network = new
    samples = newSamples
    divergence = nil
    let largest = min(spec.batchSize, samples.count)
    workspace = Workspace(for: new, blocks: blockCount(for: largest))
    spec.optimizer.prepare(parameterCount: new.parameterCount)
  }

  /// Takes the steps that are left in the present epoch, or all of the next one.
  public mutating func epoch() {
    let target = epochCount + 1
    while epochCount < target && divergence == nil { step() }
  }

  /// Takes one step: one batch forward, backward, and the optimiser's update.
  public mutating func step() {
    guard divergence == nil else { return }
    if position == 0 && spec.shuffles { random.shuffle(&order) }
    let count = min(spec.batchSize, samples.count - position)
    gather(count)
    network.forward(in: &workspace)
    batchLoss = workspace.lossAndGradient(spec.loss, of: network)
    network.backward(in: &workspace)
    if !batchLoss.isFinite || !isFinite(workspace.parameterGradient.span) {
      return diverge(beforeUpdate: true)
    }
    update()
    if !isFinite(network.parameters.span) { return diverge(beforeUpdate: false) }
    network.gatherStatistics(from: workspace)
    stepCount += 1
    position += count
    if position >= samples.count {
      position = 0
      epochCount += 1
    }
  }

  /// Brings the next `count` samples of the epoch's order into the workspace, 0 in the other lanes.
  private mutating func gather(_ count: Int) {
    workspace.pass = Pass(count: count)
    samples.gather(
      position..<(position + count), of: order, inputs: &workspace.values,
      targets: &workspace.targets)
  }

  private mutating func update() {
    Self.update(
      &network.parameters, along: &workspace.parameterGradient, weights: network.weights,
      optimizer: &spec.optimizer, spec.regularization, rate: spec.learningRate)
  }

  private static func update(
    _ parameters: inout [Float], along gradient: inout [Float],
    weights: borrowing [Network.WeightMatrix], optimizer: inout any Optimizer,
    _ regularization: Regularization, rate: Float
  ) {
    let isRegularized = regularization != .none
    if isRegularized {
      var gradient = gradient.mutableSpan
      for index in weights.indices {
        regularization.addGradient(
          at: parameters.span, weights: weights[index].range, to: &gradient)
      }
    }
    var parameters = parameters.mutableSpan
    optimizer.update(&parameters, along: gradient.span, rate: rate)
    if isRegularized {
      for index in weights.indices {
        regularization.shrink(&parameters, weights: weights[index].range, rate: rate)
      }
    }
  }

  /// Finds the first level, in the order of the computation, with a number that is not finite.
  private mutating func diverge(beforeUpdate: Bool) {
    var found: (level: Int, quantity: Divergence.Quantity)?
    let count = network.levels.count
    if beforeUpdate {
      for level in 0..<count where found == nil {
        let (first, units) = (network.levels[level].output, network.levels[level].units)
        let blocks = workspace.pass.blocks
        let used = (first * blocks)..<((first + units) * blocks)
        if !workspace.values[used].allSatisfy(\.isFinite) {
          found = (level, .activation)
        }
      }
      if found == nil && !batchLoss.isFinite { found = (count - 1, .loss) }
    }
    let numbers = beforeUpdate ? workspace.parameterGradient : network.parameters
    // A gradient is computed from the output backwards, so the last level is the first to fail.
    let order = beforeUpdate ? Array((0..<count).reversed()) : Array(0..<count)
    for level in order where found == nil {
      let range = network.levels[level].parameters
      if !numbers[range].allSatisfy(\.isFinite) {
        found = (level, beforeUpdate ? .gradient : .weight)
      }
    }
    let (level, quantity) = found ?? (count - 1, .loss)
    divergence = Divergence(
      epoch: epochCount + 1, step: stepCount + 1, level: level + 1, isOutput: level == count - 1,
      quantity: quantity)
  }
}

/// Whether no number is infinite or NaN: x · 0 is 0 for finite x alone, and a sum keeps a NaN.
///
/// Eight sums side by side, because each addition waits for the one before it.
private func isFinite(_ numbers: Span<Float>) -> Bool {
  var sums = SIMD8<Float>()
  let even = numbers.count & ~7
  var index = 0
  while index < even {
    for lane in 0..<8 { sums[lane] += numbers[index + lane] * 0 }
    index += 8
  }
  var sum = sums.sum()
  while index < numbers.count {
    sum += numbers[index] * 0
    index += 1
  }
  return sum == 0
}
