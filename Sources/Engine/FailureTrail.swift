/// The last steps before a step that failed, taken once more on a copy and looked at closely.
///
/// A trainer notes nothing while it trains; because the same steps come to the same bits, what led to
/// a divergence can be had afterwards, from any earlier copy on.
public struct FailureTrail: Sendable {
  /// One step that still went well, or began well.
  public struct Step: Equatable, Sendable {
    /// Its number from the start of training, from 1.
    public let number: Int
    /// The mean loss of its batch, before the update.
    public let loss: Double
    /// ‖∂C/∂θ‖ of each level as the optimiser got it, the output the last.
    public let gradientNorms: [Double]
    /// ‖W‖ of each level before the update, without biases.
    public let weightNorms: [Double]

    /// The length of the whole gradient.
    public var gradientNorm: Double {
      gradientNorms.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
  }

  /// The steps, oldest first; the last one is the one that failed, with the numbers that it made.
  public let steps: [Step]
  /// The network before the step that failed: all its parameters are finite.
  public let network: Network

  /// The most steps that are looked at.
  public static let capacity = 48

  /// Goes the way from an earlier place of the same training once more.
  ///
  /// - Parameters:
  ///   - start: the trainer as it was, with the settings that it was trained with since.
  ///   - failed: the trainer that has diverged.
  ///   - limit: the most steps that are taken again.
  /// - Returns: nil if the way is longer than that, or does not lead there.
  public init?(from start: Trainer, to failed: Trainer, limit: Int = 5000) {
    let count = failed.stepCount - start.stepCount
    guard let divergence = failed.divergence, start.divergence == nil, (0...limit).contains(count)
    else { return nil }
    var copy = start
    var steps: [Step] = []
    for number in 0...count {
      let before = copy.network
      copy.step()
      // Long ago is of no interest, and looking costs more than a step.
      if count - number < Self.capacity { steps.append(Step(of: copy, before: before)) }
      if number == count {
        guard copy.divergence == divergence else { return nil }
        self.steps = steps
        network = before
        return
      }
      if copy.hasStopped { return nil }
    }
    return nil
  }
}

extension FailureTrail.Step {
  /// What a trainer's last step left behind.
  fileprivate init(of trainer: Trainer, before network: Network) {
    number = trainer.stepCount + (trainer.divergence == nil ? 0 : 1)
    loss = Double(trainer.batchLoss)
    let gradient = trainer.workspace.parameterGradient
    gradientNorms = network.levels.map { length(of: gradient[$0.parameters]) }
    weightNorms = network.levels.map { level in
      length(
        of: network.weights.map(\.range).filter(level.parameters.contains)
          .flatMap { network.parameters[$0] })
    }
  }
}

/// The root of the sum of squares.
private func length(of numbers: some Sequence<Float>) -> Double {
  var sum = 0.0
  for number in numbers { sum += Double(number) * Double(number) }
  return sum.squareRoot()
}
