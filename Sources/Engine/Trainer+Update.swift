/// What becomes of the parameters once the gradient of a batch is known.
extension Trainer {
  /// Penalties, clipping, the optimiser's update and what follows it, for all but frozen parameters.
  mutating func update() {
    Self.update(
      &network.parameters, along: &workspace.parameterGradient, weights: network.weights,
      frozen: frozen, held: &held, &spec, rate: learningRate)
  }

  private static func update(
    _ parameters: inout [Float], along gradient: inout [Float],
    weights: borrowing [Network.WeightMatrix], frozen: borrowing [Int], held: inout [Float],
    _ spec: inout TrainingSpec, rate: Float
  ) {
    let regularization = spec.regularization
    let isRegularized = regularization != .none
    var gradient = gradient.mutableSpan
    if isRegularized {
      for index in weights.indices {
        regularization.addGradient(
          at: parameters.span, weights: weights[index].range, to: &gradient)
      }
    }
    // Before the clipping, so that what does not move leaves the others all of the length.
    let frozen = frozen.span
    for index in 0..<frozen.count {
      gradient[frozen[index]] = 0
      held[index] = parameters[frozen[index]]
    }
    if spec.clipping != .none { spec.clipping.apply(to: &gradient) }
    var parameters = parameters.mutableSpan
    if isRegularized {
      for index in weights.indices {
        regularization.decay(&parameters, weights: weights[index].range, rate: rate)
      }
    }
    spec.optimizer.update(&parameters, along: gradient.span, rate: rate)
    if isRegularized {
      for index in weights.indices {
        let matrix = weights[index]
        regularization.shrink(&parameters, weights: matrix.range, rate: rate)
        regularization.limitRows(
          of: &parameters, weights: matrix.range, rowLength: matrix.columns)
      }
    }
    for index in 0..<frozen.count { parameters[frozen[index]] = held[index] }
  }
}
