/// A network's loss over samples, without any penalty.
public struct Evaluation: Equatable, Sendable {
  /// The mean loss; NaN without samples.
  public let loss: Double
  /// The share of samples whose class is right, 0…1; for regression it says nothing.
  public let accuracy: Double

  /// An evaluation that somebody else has made.
  public init(loss: Double, accuracy: Double) {
    self.loss = loss
    self.accuracy = accuracy
  }

  /// A share of so many samples in per cent, without the noise of a quotient times a hundred: of 29
  /// right ones in 50 it is 58.
  public static func percent(_ share: Double, of count: Int) -> Double {
    let right = (share * Double(count)).rounded()
    // A share of another number of samples is as near as it can be.
    return right / Double(count) == share ? right * 100 / Double(count) : share * 100
  }

  /// What is known without samples.
  public static let none = Evaluation(loss: .nan, accuracy: .nan)
}

/// The losses and right answers of the first samples.
struct EvaluationSum: Equatable, Sendable {
  /// Blocks of samples that it holds.
  var blocks = 0
  /// The sum of their losses.
  var loss = 0.0
  /// How many of them are right.
  var right = 0.0

  /// Whether it holds all samples.
  func holds(_ samples: Samples) -> Bool { blocks >= samples.blocks }
}

/// Runs a network over many samples, as it is used rather than trained: nothing is dropped, running
/// statistics stand in for those of a batch.
///
/// Its room is made once, for networks of one shape; from then on it allocates nothing.
public struct Evaluator: Sendable {
  private var workspace: Workspace
  /// Blocks that are evaluated together: few enough for their values to stay in the nearest cache.
  private let chunk: Int

  /// Room for networks of this one's shape.
  public init(for network: Network) {
    chunk = max(1, 384 / max(1, network.unitCount))
    workspace = Workspace(for: network, blocks: chunk, trains: false)
  }

  /// The mean loss and the accuracy over samples with targets.
  ///
  /// One output: a sample is right if output and target lie on the same side of the middle, which
  /// is 0 for an output in −1…1 and for a logit. Several: if the first of the largest outputs is
  /// the true one's. A sample with NaN among its outputs is wrong.
  public mutating func evaluate(
    _ network: Network, on samples: Samples, loss: Loss
  ) -> Evaluation {
    precondition(samples.targetCount == network.spec.outputCount, "one target per output")
    guard samples.count > 0 else { return .none }
    var sum = EvaluationSum()
    while !sum.holds(samples) { add(network, on: samples, loss: loss, to: &sum) }
    return Evaluation(
      loss: sum.loss / Double(samples.count), accuracy: sum.right / Double(samples.count))
  }

  /// Adds the next few samples to a sum that does not hold all of them yet: an evaluation in pieces,
  /// which ends in the same bits.
  mutating func add(
    _ network: Network, on samples: Samples, loss: Loss, to sum: inout EvaluationSum
  ) {
    let outputs = network.spec.outputCount
    run(network, on: samples, from: sum.blocks)
    let pass = workspace.pass
    let first = network.output * pass.blocks
    let prediction = workspace.values.span.extracting(first..<(first + outputs * pass.blocks))
    let target = workspace.targets.span
    for block in 0..<pass.blocks {
      let losses = loss.values(
        of: prediction, target: target, block: block, blocks: pass.blocks, outputs: outputs)
      sum.loss += Double(losses.keepingFirst(pass.filled(block)).total)
      let isRight = correctness(
        of: prediction, target: target, block: block, blocks: pass.blocks, outputs: outputs,
        middle: loss.middle)
      sum.right += Double(isRight.keepingFirst(pass.filled(block)).total)
    }
    sum.blocks += pass.blocks
  }

  /// About how many multiplications one `add` takes.
  func pieceCost(_ network: Network, _ samples: Samples) -> Int {
    laneCount * min(chunk, samples.blocks) * (network.parameterCount + 4 * network.unitCount)
  }

  /// Writes what every unit gives for every sample, its activation included, into `responses`.
  public mutating func respond(
    _ network: Network, to samples: Samples, into responses: inout Responses
  ) {
    write(network, samples, into: &responses) { network.levels[$0].output }
  }

  /// Writes the sum z of every unit for every sample, to which its activation is applied, into
  /// `responses`; see `Network.sums`.
  public mutating func sum(
    _ network: Network, over samples: Samples, into responses: inout Responses
  ) {
    write(network, samples, into: &responses) { network.firstSum(ofLevel: $0) }
  }

  private mutating func write(
    _ network: Network, _ samples: Samples, into responses: inout Responses,
    from firstUnit: (_ level: Int) -> Int
  ) {
    precondition(responses.blocks == samples.blocks, "room for every sample")
    var start = 0
    while start < samples.blocks {
      run(network, on: samples, from: start)
      for level in responses.levels {
        responses.write(
          firstUnit(level), units: network.levels[level].units, at: level, from: workspace.values,
          blocks: workspace.pass.blocks, to: start)
      }
      start += chunk
    }
  }

  /// Runs the network over the chunk of samples that starts at a block.
  private mutating func run(_ network: Network, on samples: Samples, from start: Int) {
    let blocks = min(chunk, samples.blocks - start)
    workspace.pass = Pass(count: min(blocks * laneCount, samples.count - start * laneCount))
    Self.copy(
      samples.inputs.span, width: samples.inputCount, all: samples.blocks, from: start,
      blocks: blocks, into: &workspace.values)
    Self.copy(
      samples.targets.span, width: samples.targetCount, all: samples.blocks, from: start,
      blocks: blocks, into: &workspace.targets)
    network.forward(in: &workspace)
  }

  private static func copy(
    _ source: Span<Lanes>, width: Int, all: Int, from start: Int, blocks: Int,
    into target: inout [Lanes]
  ) {
    var span = target.mutableSpan
    for column in 0..<width {
      for block in 0..<blocks {
        span[column * blocks + block] = source[column * all + start + block]
      }
    }
  }
}

/// 1 for each of a block's samples whose class is right, 0 for the others.
private func correctness(
  of prediction: Span<Lanes>, target: Span<Lanes>, block: Int, blocks: Int, outputs: Int,
  middle: Float
) -> Lanes {
  let first = prediction[block]
  if outputs == 1 {
    let isPositive = target[block] .> middle
    let isRight = (first .>= 0 .& isPositive) .| (first .< 0 .& .!isPositive)
    return Lanes(repeating: 0).replacing(with: 1, where: isRight)
  }
  var highest = first
  var isRight = Lanes(repeating: 0).replacing(with: 1, where: target[block] .> 0)
  var isNumber = first .== first
  for output in 1..<outputs {
    let z = prediction[output * blocks + block]
    let isHigher = z .> highest
    let isTrue = Lanes(repeating: 0).replacing(
      with: 1, where: target[output * blocks + block] .> 0)
    highest.replace(with: z, where: isHigher)
    isRight.replace(with: isTrue, where: isHigher)
    isNumber = isNumber .& (z .== z)
  }
  return isRight.replacing(with: 0, where: .!isNumber)
}
