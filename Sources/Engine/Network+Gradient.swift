extension Network {
  /// The gradient of the mean loss over all samples together, as long as `parameters`.
  ///
  /// With regularisation, the gradient of its penalties is added; a proximal L1 is none. It is what
  /// a trainer's step with all samples in one batch follows: dropout drops, as in the first step of
  /// seed 0, and batch normalisation looks at these samples.
  ///
  /// - Precondition: there is a sample, and its lengths are the network's.
  public func gradient(
    over samples: Samples, loss: Loss, regularization: Regularization = .none
  ) -> [Float] {
    precondition(samples.count > 0, "a gradient needs at least one sample")
    precondition(samples.targetCount == spec.outputCount, "samples need one target per output")
    var workspace = Workspace(for: self, holding: samples, draws: .check)
    forward(in: &workspace)
    _ = workspace.lossAndGradient(loss, of: self)
    backward(in: &workspace)
    var gradient = workspace.parameterGradient
    var span = gradient.mutableSpan
    for matrix in weights {
      regularization.addGradient(at: parameters.span, weights: matrix.range, to: &span)
    }
    return gradient
  }
}

extension Pass.Draws {
  /// The draws of every check of a gradient: the same ones for all passes.
  static let check = Pass.Draws(seed: 0, step: 0)
}

extension Workspace {
  /// Room for all samples at once, with their inputs and targets in place.
  init(for network: Network, holding samples: Samples, draws: Pass.Draws? = nil) {
    precondition(samples.inputCount == network.spec.inputCount, "samples need one value per input")
    self.init(for: network, blocks: samples.blocks)
    pass = Pass(count: samples.count, draws: draws)
    values.replaceSubrange(0..<samples.inputs.count, with: samples.inputs)
    if samples.targetCount > 0 { targets = samples.targets }
  }
}
