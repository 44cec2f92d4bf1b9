extension Network {
  /// How strongly the loss over samples bends along its own gradient, refined towards the direction
  /// in which it bends most; nil where the gradient is 0 or not finite.
  ///
  /// It is a Rayleigh quotient vᵀHv of the Hessian for a direction v of length 1, and so never more
  /// than the largest curvature: where it exceeds 2/η, plain descent at rate η must overshoot along
  /// v by more than it was off. v begins as the gradient and takes some rounds of the power
  /// iteration, each with the difference of two gradients in place of H v.
  ///
  /// Source: Y. LeCun, P. Simard, B. Pearlmutter, *Automatic Learning Rate Maximization by On-Line
  /// Estimation of the Hessian's Eigenvectors* (1993), for the iteration and the bound 2/η.
  ///
  /// - Parameter rounds: gradients over all samples that it may cost, beside two.
  public func steepness(over samples: Samples, loss: Loss, rounds: Int = 6) -> Double? {
    guard samples.count > 0 else { return nil }
    let base = gradient(over: samples, loss: loss)
    guard var direction = Self.unit(base.map(Double.init)) else { return nil }
    let size = parameters.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
    // Small enough for the second order, large enough for the digits of a Float.
    let step = 1e-3 * max(1, size)
    var found: Double?
    for _ in 0...max(0, rounds) {
      var moved = self
      for index in parameters.indices {
        moved.parameters[index] = Float(Double(parameters[index]) + step * direction[index])
      }
      let there = moved.gradient(over: samples, loss: loss)
      let bent = zip(there, base).map { (Double($0) - Double($1)) / step }
      let quotient = zip(bent, direction).reduce(0) { $0 + $1.0 * $1.1 }
      guard quotient.isFinite else { return found }
      found = max(found ?? -.infinity, quotient)
      guard let next = Self.unit(bent) else { return found }
      direction = next
    }
    return found
  }

  /// A vector brought to length 1; nil if it has no finite length above 0.
  private static func unit(_ vector: [Double]) -> [Double]? {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length.isFinite, length > 0 else { return nil }
    return vector.map { $0 / length }
  }
}
