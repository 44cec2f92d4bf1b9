/// A network's loss over samples, without any penalty.
public struct Evaluation: Equatable, Sendable {
  /// The mean loss; NaN without samples.
  public let loss: Double
  /// The share of samples whose class is right, 0…1; for regression it says nothing.
  public let accuracy: Double
}

extension Loss {
  /// A single output's target above this is class 1, any other class 0.
  var middle: Float { self == .binaryCrossEntropy ? 0.5 : 0 }
}

extension Network {
  /// How many blocks are evaluated together: enough to be quick, few enough to stay in the cache.
  private static let chunk = 32

  /// Runs the network over the samples chunk by chunk.
  private func forEachChunk(
    of samples: Samples, _ body: (_ workspace: Workspace, _ blocks: Range<Int>) -> Void
  ) {
    precondition(samples.inputCount == spec.inputCount, "samples need one value per input")
    let all = samples.blocks
    var workspace = Workspace(for: self, blocks: min(Self.chunk, all))
    var start = 0
    while start < all {
      let blocks = min(Self.chunk, all - start)
      workspace.blocks = blocks
      for input in 0..<spec.inputCount {
        for block in 0..<blocks {
          workspace.values[0][input * blocks + block] =
            samples.inputs[input * all + start + block]
        }
      }
      for target in 0..<samples.targetCount {
        for block in 0..<blocks {
          workspace.targets[target * blocks + block] =
            samples.targets[target * all + start + block]
        }
      }
      forward(in: &workspace)
      body(workspace, start..<(start + blocks))
      start += blocks
    }
  }

  /// The mean loss and the accuracy over samples with targets.
  ///
  /// One output: a sample is right if output and target lie on the same side of the middle, which
  /// is 0 for an output in −1…1 and for a logit. Several: if the first of the largest outputs is
  /// the true one's. A sample with NaN among its outputs is wrong.
  public func evaluate(_ samples: Samples, loss: Loss) -> Evaluation {
    precondition(samples.targetCount == spec.outputCount, "samples need one target per output")
    guard samples.count > 0 else { return Evaluation(loss: .nan, accuracy: .nan) }
    let outputs = spec.outputCount
    let middle = loss.middle
    var sum = 0.0
    var right = 0.0
    forEachChunk(of: samples) { workspace, range in
      let predictions = workspace.values[layers.count]
      let targets = workspace.targets
      let prediction = predictions.span
      let target = targets.span
      for block in 0..<range.count {
        let filled = min(laneCount, samples.count - (range.lowerBound + block) * laneCount)
        let values = loss.values(
          of: prediction, target: target, block: block, blocks: range.count, outputs: outputs)
        sum += Double(values.keepingFirst(filled).total)
        let isRight = Self.correctness(
          of: prediction, target: target, block: block, blocks: range.count, outputs: outputs,
          middle: middle)
        right += Double(isRight.keepingFirst(filled).total)
      }
    }
    return Evaluation(
      loss: sum / Double(samples.count), accuracy: right / Double(samples.count))
  }

  /// 1 for each of a block's samples whose class is right, 0 for the others.
  private static func correctness(
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

  /// What every unit gives for every sample, its activation included: `[level][unit][sample]`,
  /// hidden layers first, the output last.
  public func responses(to samples: Samples) -> [[[Float]]] {
    responses(to: samples, of: levels.indices)
  }

  /// What the output units give for every sample: `[output][sample]`.
  public func outputs(for samples: Samples) -> [[Float]] {
    responses(to: samples, of: levels.indices.suffix(1))[0]
  }

  private func responses(to samples: Samples, of chosen: Range<Int>) -> [[[Float]]] {
    var responses = chosen.map { level in
      Array(
        repeating: Array(repeating: Float(0), count: samples.count),
        count: layers[levels[level]].outputCount)
    }
    forEachChunk(of: samples) { workspace, range in
      for (place, level) in chosen.enumerated() {
        let values = workspace.values[valueIndex(level: level)]
        for unit in responses[place].indices {
          for block in 0..<range.count {
            let lanes = values[unit * range.count + block]
            let first = (range.lowerBound + block) * laneCount
            for lane in 0..<min(laneCount, samples.count - first) {
              responses[place][unit][first + lane] = lanes[lane]
            }
          }
        }
      }
    }
    return responses
  }
}
