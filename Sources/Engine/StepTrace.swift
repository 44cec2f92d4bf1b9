/// One step of a trainer, looked at on a copy from the first sum to the last weight.
///
/// The copy takes the step that the trainer itself would take: the numbers are those of that
/// computation, not of a second one. As in `NextStep` the step is the optimiser's alone: early
/// stopping neither holds it up nor takes it back.
public struct StepTrace: Sendable {
  /// The network as the step finds it.
  public let network: Network
  /// How the step is taken.
  public let spec: TrainingSpec
  /// η of the step.
  public let learningRate: Float
  /// The places of the batch's samples among the trainer's, in the order in which they are taken.
  public let samples: [Int]
  /// The mean loss of the batch, without penalty.
  public let batchLoss: Float
  /// Where the step found a number that is not finite; stages from there on have nothing done.
  public let divergence: Divergence?
  /// What the optimiser remembers before.
  public let memory: OptimizerMemory
  /// What the optimiser remembers afterwards.
  public let newMemory: OptimizerMemory
  /// Where one can look at each level, in the order of the forward pass.
  public let stations: [[Station]]

  private let pass: Pass
  private let values: [Lanes]
  private let gradients: [Lanes]
  private let targets: [Lanes]
  private let losses: [Float]
  /// The mean gradient of the loss over the batch, as long as the parameters.
  public let meanGradient: [Float]
  private let stageGradients: [[Float]]
  private let stageParameters: [[Float]]

  /// Looks at the next step of a trainer, which stays as it is; nil once training has diverged, for
  /// then there is none.
  public init?(of trainer: Trainer) {
    guard trainer.divergence == nil else { return nil }
    var copy = trainer
    copy.earlyStopping = nil
    var recorder = Recorder()
    copy.step(watching: &recorder)
    guard let workspace = recorder.workspace else { return nil }
    network = trainer.network
    spec = trainer.settings
    learningRate = trainer.learningRate
    samples = recorder.samples
    batchLoss = copy.batchLoss
    divergence = copy.divergence
    memory = trainer.settings.optimizer.memory
    newMemory = copy.settings.optimizer.memory
    stations = network.levels.map { [network] level in
      level.layers.flatMap { network.layers[$0].stations(at: network.places[$0]) }
    }
    pass = workspace.pass
    values = workspace.values
    gradients = workspace.gradients
    targets = workspace.targets
    losses = workspace.losses(spec.loss, of: network)
    meanGradient = workspace.parameterGradient
    stageGradients = recorder.gradients
    stageParameters = recorder.parameters
  }

  /// An input of a sample of the batch, with the noise that the step adds to it.
  public func input(_ input: Int, sample: Int) -> Float { number(values, input, sample) }

  /// What an output should be for a sample.
  public func target(_ output: Int, sample: Int) -> Float { number(targets, output, sample) }

  /// The loss of a sample.
  public func loss(sample: Int) -> Float {
    losses.indices.contains(sample) ? losses[sample] : .nan
  }

  /// What a unit of a station has for a sample.
  public func value(_ station: Station, unit: Int, sample: Int) -> Float {
    number(values, station.first + unit, sample)
  }

  /// ∂C/∂value of the sample's own loss C: δ where the station is a sum.
  ///
  /// The engine carries back the gradient of the batch's mean loss, of which a sample's loss is the
  /// n-th part; here that is undone. Behind a batch normalisation the loss of the other samples
  /// depends on the value too, and is in the number.
  public func slope(_ station: Station, unit: Int, sample: Int) -> Float {
    guard station.hasSlope else { return .nan }
    return number(gradients, station.first + unit, sample) * Float(pass.count)
  }

  /// What a level hands on: its last station.
  public func output(ofLevel level: Int) -> Station? {
    stations.indices.contains(level) ? stations[level].last : nil
  }

  /// The weighted sums of a level: of a continuous layer those where its solver sets out.
  public func sum(ofLevel level: Int) -> Station? {
    stations.indices.contains(level) ? stations[level].first { $0.kind == .sum } : nil
  }

  /// The gradient after a stage; the mean gradient of the loss where the step did not come so far.
  public func gradient(after stage: UpdateStage) -> [Float] {
    stageGradients.indices.contains(stage.rawValue) ? stageGradients[stage.rawValue] : meanGradient
  }

  /// The parameters after a stage; as they were where the step did not come so far.
  public func parameters(after stage: UpdateStage) -> [Float] {
    stageParameters.indices.contains(stage.rawValue)
      ? stageParameters[stage.rawValue] : network.parameters
  }

  /// The gradient as the optimiser gets it.
  public var gradient: [Float] { gradient(after: .clipping) }

  /// The parameters after the step.
  public var parameters: [Float] { parameters(after: .holding) }

  /// What the optimiser does to one parameter.
  public func step(ofParameter index: Int) -> ParameterStep? {
    guard network.parameters.indices.contains(index) else { return nil }
    return ParameterStep(
      gradient: gradient[index], rate: learningRate, before: parameters(after: .decay)[index],
      after: parameters(after: .optimizer)[index],
      moments: memory.moments.compactMap { $0.indices.contains(index) ? $0[index] : nil },
      newMoments: newMemory.moments.compactMap { $0.indices.contains(index) ? $0[index] : nil },
      counters: newMemory.counters)
  }

  private func number(_ lanes: [Lanes], _ unit: Int, _ sample: Int) -> Float {
    let index = unit * pass.blocks + sample / laneCount
    guard sample >= 0, sample < pass.count, lanes.indices.contains(index) else { return .nan }
    return lanes[index][sample % laneCount]
  }
}

/// Keeps what a step tells.
private struct Recorder: StepWatch {
  var workspace: Workspace?
  var samples: [Int] = []
  var gradients: [[Float]] = []
  var parameters: [[Float]] = []

  mutating func computed(_ workspace: borrowing Workspace, chosen: Span<Int>) {
    self.workspace = copy workspace
    for index in chosen.indices { samples.append(chosen[index]) }
  }

  mutating func finished(_ stage: UpdateStage, gradient: Span<Float>, parameters: Span<Float>) {
    gradients.append(Array(gradient))
    self.parameters.append(Array(parameters))
  }
}

extension Workspace {
  /// The loss of each sample of the batch, by the formula of the step.
  fileprivate func losses(_ loss: Loss, of network: Network) -> [Float] {
    let outputs = network.spec.outputCount
    let first = network.output * pass.blocks
    let prediction = values.span.extracting(first..<(first + outputs * pass.blocks))
    return (0..<pass.blocks).flatMap { block in
      let lanes = loss.values(
        of: prediction, target: targets.span, block: block, blocks: pass.blocks, outputs: outputs)
      return (0..<pass.filled(block)).map { lanes[$0] }
    }
  }
}

extension Array where Element == Float {
  /// The numbers of a span.
  fileprivate init(_ span: Span<Float>) {
    self.init()
    reserveCapacity(span.count)
    for index in 0..<span.count { append(span[index]) }
  }
}
