/// How the levels of a network are doing in training: what a learner looks at when it does not learn.
///
/// A copy of the trainer takes the next step, so that the trainer's own course stays as it is.
/// Gradients and updates are those of that step; weights and activations are those before it.
/// Activations are looked at while evaluating, so nothing is dropped, for all training samples up to
/// 1024; of more samples, for 1024 that are spread evenly over their list.
///
/// The step is the optimiser's alone: early stopping neither holds it up nor takes it back. A trainer
/// that has diverged takes no step: its updates are 0, its gradients those that stand there
/// since the step that failed.
public struct Diagnosis: Equatable, Sendable {
  /// How one level is doing.
  public struct Level: Equatable, Sendable {
    /// ‖∂C/∂θ‖ over everything the level learns, as the optimiser gets it: with penalties; infinite
    /// or NaN if the gradient is.
    public let gradientNorm: Double
    /// ‖W‖ over the level's weights, without biases.
    public let weightNorm: Double
    /// ‖ΔW‖/‖W‖, how much of its length the step changes: 0 where nothing changes, and infinite where
    /// weights that are all 0 do. About 1/1000 is a usual pace.
    ///
    /// Source: A. Karpathy, *CS231n: Convolutional Neural Networks for Visual Recognition*, notes on
    /// learning (2015).
    public let updateRatio: Double
    /// The share of units that give 0 for every sample looked at, 0…1; nil unless the activation is
    /// relu: others do not stop learning where they give 0.
    public let deadShare: Double?
    /// The share of values past `Activation.saturation`, 0…1; nil unless the activation saturates.
    public let saturatedShare: Double?
    /// The mean of what the level hands on; infinite or NaN if a value is.
    public let mean: Double
    /// The standard deviation of what the level hands on, over all units and samples.
    public let deviation: Double
    /// The level's weights, without biases.
    public let weights: Histogram
    /// What the level hands on.
    public let activations: Histogram
    /// The gradient of everything the level learns, as the optimiser gets it.
    public let gradients: Histogram
  }

  /// The hidden levels, then the output.
  public let levels: [Level]

  /// The most samples that are looked at, unless told otherwise.
  public static let sampleLimit = 1024

  /// Looks at a trainer before its next step.
  ///
  /// - Parameters:
  ///   - trainer: at any step; it stays as it is.
  ///   - histogramBins: parts of each histogram, at least 1.
  ///   - sampleLimit: the most samples that are looked at, at least 1.
  public init(
    of trainer: Trainer, histogramBins: Int = 24, sampleLimit: Int = Diagnosis.sampleLimit
  ) {
    let network = trainer.network
    let next = NextStep(of: trainer)
    let values = EvaluatedValues(of: network, for: trainer.samples, limit: sampleLimit)
    levels = network.levels.indices.map { number in
      let level = network.levels[number]
      let activation = network.spec.activation(ofLevel: number)
      let weights = network.weights.map(\.range).filter(level.parameters.contains)
      let before = weights.flatMap { network.parameters[$0] }
      let after = weights.flatMap { next.parameters[$0] }
      let gradient = Array(next.gradient[level.parameters])
      let change = norm(zip(before, after).map { Double($1) - Double($0) })
      let length = norm(before.map { Double($0) })
      let handedOn = values.numbers(in: level.output..<(level.output + level.units))
      let spread = Spread(of: handedOn)
      let activated = level.layers.flatMap { network.layers[$0].activated(at: network.places[$0]) }
      return Level(
        gradientNorm: norm(gradient.map { Double($0) }),
        weightNorm: length, updateRatio: change == 0 ? 0 : change / length,
        deadShare: activation == .relu ? values.deadShare(of: activated) : nil,
        saturatedShare: activation.saturation.map { values.share(of: activated, beyond: $0) },
        mean: spread.mean, deviation: spread.deviation,
        weights: Histogram(of: before, bins: histogramBins),
        activations: Histogram(of: handedOn, bins: histogramBins),
        gradients: Histogram(of: gradient, bins: histogramBins))
    }
  }
}

extension Activation {
  /// The values between which an activation is not saturated; nil if it never is, or on one side only.
  ///
  /// Beyond ±0.97 the slope of tanh, 1 − a², is below 6 % of its largest. The sigmoid is tanh in
  /// another measure, (1 + tanh(z/2)) / 2, so its bounds 0.015 and 0.985 are the same points.
  ///
  /// Source: A. Karpathy, *Building makemore, part 3: activations and gradients* (2022), for 0.97.
  public var saturation: ClosedRange<Float>? {
    switch self {
    case .tanh: -0.97...0.97
    case .sigmoid: 0.015...0.985
    default: nil
    }
  }
}

extension NetworkSpec {
  /// What the units of a level apply, the output being the last.
  func activation(ofLevel level: Int) -> Activation {
    level < hidden.count ? hidden[level].activation : outputActivation
  }
}

/// The length of a vector: the root of the sum of squares, infinite or NaN if a number is.
private func norm(_ numbers: [Double]) -> Double {
  var squares = 0.0
  for number in numbers { squares += number * number }
  return squares.squareRoot()
}

/// The mean of numbers and how far they lie from it; 0 without numbers.
private struct Spread {
  let mean: Double
  let deviation: Double

  init(of numbers: [Float]) {
    let count = Double(max(1, numbers.count))
    var sum = 0.0
    for number in numbers { sum += Double(number) }
    let mean = sum / count
    var squares = 0.0
    for number in numbers {
      let distance = Double(number) - mean
      squares += distance * distance
    }
    self.mean = mean
    deviation = (squares / count).squareRoot()
  }
}
