@testable import Engine

/// The forward pass as plain loops in double precision, one sample at a time: no lanes, no blocks.
///
/// Activations come from the engine, rounded to `Float`; golden numbers check them by themselves.
enum ScalarPass {
  /// What each level gives for one sample: `[level][unit]`.
  static func run(_ network: Network, _ input: [Float]) -> [[Double]] {
    var values = input.map { Double($0) }
    var levels: [[Double]] = []
    let spec = network.spec
    let shapes = spec.hidden.map { ($0.units, $0.activation) }
    var offset = 0
    for (units, activation) in shapes + [(spec.outputCount, spec.outputActivation)] {
      let weights = network.parameters[offset..<(offset + units * values.count)]
      let biases = network.parameters[(offset + units * values.count)...].prefix(units)
      values = (0..<units).map { unit in
        let row = weights.dropFirst(unit * values.count).prefix(values.count)
        var sum = Double(biases[biases.startIndex + unit])
        for (weight, value) in zip(row, values) { sum += Double(weight) * value }
        return Double(activation.value(Lanes(repeating: Float(sum)))[0])
      }
      offset = biases.endIndex
      levels.append(values)
    }
    return levels
  }
}

extension Loss {
  /// The loss of one sample and its gradient, as golden numbers check it.
  func ofOne(_ prediction: [Float], target: [Float]) -> (loss: Float, gradient: [Float]) {
    let predictions = prediction.map { Lanes(repeating: $0) }
    let targets = target.map { Lanes(repeating: $0) }
    var gradient = predictions
    var span = gradient.mutableSpan
    let values = values(
      of: predictions.span, target: targets.span, block: 0, blocks: 1, outputs: prediction.count)
    writeGradient(
      of: predictions.span, target: targets.span, block: 0, blocks: 1, outputs: prediction.count,
      scale: Lanes(repeating: 1), into: &span)
    return (values[0], gradient.map { $0[0] })
  }
}
