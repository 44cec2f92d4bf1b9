extension Network {
  /// The gradient of the mean loss over all samples together, as long as `parameters`.
  ///
  /// With regularisation, the gradient of its penalties is added; a proximal L1 is none. It is what
  /// a trainer's step with all samples in one batch follows.
  ///
  /// - Precondition: there is a sample, and its lengths are the network's.
  public func gradient(
    over samples: Samples, loss: Loss, regularization: Regularization = .none
  ) -> [Float] {
    precondition(samples.count > 0, "a gradient needs at least one sample")
    precondition(samples.targetCount == spec.outputCount, "samples need one target per output")
    var workspace = Workspace(for: self, holding: samples)
    forward(in: &workspace)
    _ = workspace.lossAndGradient(loss, count: samples.count)
    backward(in: &workspace)
    var gradient = take(&workspace.parameterGradient)
    var span = gradient.mutableSpan
    for range in weightRanges {
      regularization.addGradient(at: parameters.span, weights: range, to: &span)
    }
    return gradient
  }
}

extension Workspace {
  /// Room for all samples at once, with their inputs and targets in place.
  init(for network: Network, holding samples: Samples) {
    precondition(samples.inputCount == network.spec.inputCount, "samples need one value per input")
    self.init(for: network, blocks: samples.blocks)
    blocks = samples.blocks
    values[0] = samples.inputs
    if samples.targetCount > 0 { targets = samples.targets }
  }
}
