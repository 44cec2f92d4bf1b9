/// Losses that look at each output by itself, softmax cross-entropy alone does not.
extension Loss {
  /// What one output *a* adds to the sum over outputs; softmax cross-entropy adds nothing here.
  @inline(__always)
  func value(of a: Lanes, target y: Lanes) -> Lanes {
    let error = a - y
    switch self {
    case .halfSquaredError: return error * error * 0.5
    case .meanSquaredError: return error * error
    case .meanAbsoluteError: return error.magnitude
    case .huber(let delta):
      // c (e − c/2) with the error e held at ±δ as c: one form for both sides of δ, no overflow.
      let held = error.atMost(delta).atLeast(-delta)
      return held * (error - held * 0.5)
    case .hinge:
      let lack = 1 - y * a
      return lack.atLeast(0)
    case .binaryCrossEntropy:
      // softplus(z) − z·y: for a class, the bracket is 0 or |z|, so that a small tail is kept.
      let bracket = a.atLeast(0) - a * y
      return bracket + a.softplusTail
    case .softmaxCrossEntropy: return Lanes()
    }
  }

  /// The derivative of `value` along *a*; 0 at the kinks of the absolute error and of hinge.
  @inline(__always)
  func slope(at a: Lanes, target y: Lanes) -> Lanes {
    let error = a - y
    switch self {
    case .halfSquaredError: return error
    case .meanSquaredError: return error * 2
    case .meanAbsoluteError:
      return error.replacing(with: 1, where: error .> 0).replacing(with: -1, where: error .< 0)
    case .huber(let delta): return error.atMost(delta).atLeast(-delta)
    case .hinge: return (-y).replacing(with: 0, where: y * a .>= 1)
    case .binaryCrossEntropy: return a.logistic - y
    case .softmaxCrossEntropy: return Lanes()
    }
  }

  /// What the sum over so many outputs is multiplied by: half squared errors are summed, of the
  /// others the mean is taken.
  @inline(__always)
  func share(of outputs: Int) -> Float {
    self == .halfSquaredError ? 1 : 1 / Float(outputs)
  }
}
