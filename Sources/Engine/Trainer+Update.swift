/// What becomes of the parameters once the gradient of a batch is known.
extension Trainer {
  /// Penalties, clipping, the optimiser's update and what follows it, for all but frozen parameters.
  mutating func update(watching watch: inout some StepWatch) {
    Self.update(
      &network.parameters, along: &workspace.parameterGradient, weights: network.weights,
      frozen: frozen, held: &held, &spec, rate: learningRate, watching: &watch)
  }

  private static func update(
    _ parameters: inout [Float], along gradient: inout [Float],
    weights: borrowing [Network.WeightMatrix], frozen: borrowing [Int], held: inout [Float],
    _ spec: inout TrainingSpec, rate: Float, watching watch: inout some StepWatch
  ) {
    let regularization = spec.regularization
    let isRegularized = regularization != .none
    var gradient = gradient.mutableSpan
    var parameters = parameters.mutableSpan
    if isRegularized {
      for index in weights.indices {
        regularization.addGradient(
          at: parameters.span, weights: weights[index].range, to: &gradient)
      }
    }
    watch.finished(.penalty, gradient: gradient.span, parameters: parameters.span)
    // Before the clipping, so that what does not move leaves the others all of the length.
    let frozen = frozen.span
    for index in 0..<frozen.count {
      gradient[frozen[index]] = 0
      held[index] = parameters[frozen[index]]
    }
    watch.finished(.freezing, gradient: gradient.span, parameters: parameters.span)
    if spec.clipping != .none { spec.clipping.apply(to: &gradient) }
    watch.finished(.clipping, gradient: gradient.span, parameters: parameters.span)
    if isRegularized {
      for index in weights.indices {
        regularization.decay(&parameters, weights: weights[index].range, rate: rate)
      }
    }
    watch.finished(.decay, gradient: gradient.span, parameters: parameters.span)
    spec.optimizer.update(&parameters, along: gradient.span, rate: rate)
    watch.finished(.optimizer, gradient: gradient.span, parameters: parameters.span)
    // Shrinking a matrix and limiting its rows touch no other: one matrix after the other or one
    // stage after the other is the same.
    if isRegularized {
      for index in weights.indices {
        regularization.shrink(&parameters, weights: weights[index].range, rate: rate)
      }
    }
    watch.finished(.shrinking, gradient: gradient.span, parameters: parameters.span)
    if isRegularized {
      for index in weights.indices {
        let matrix = weights[index]
        regularization.limitRows(
          of: &parameters, weights: matrix.range, rowLength: matrix.columns)
      }
    }
    watch.finished(.limiting, gradient: gradient.span, parameters: parameters.span)
    for index in 0..<frozen.count { parameters[frozen[index]] = held[index] }
    watch.finished(.holding, gradient: gradient.span, parameters: parameters.span)
  }
}
