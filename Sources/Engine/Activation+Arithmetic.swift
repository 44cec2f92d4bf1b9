/// How an activation and its slope are worked out by hand.
extension Activation {
  /// a for a weighted sum z: the formula on the side of z that it is on, and with numbers put in.
  ///
  /// - Parameters:
  ///   - z: the weighted sum.
  ///   - name: what the formula calls the sum: `z`, or another name where something came between.
  public func spelled(at z: Float, as name: String = "z") -> (formula: String, numbers: Arithmetic)
  {
    let n = name
    return switch self {
    case .linear: (n, "\(z)")
    case .relu: ("max(0, \(n))", "max(0, \(z))")
    case .leakyReLU: z > 0 ? (n, "\(z)") : ("0.01·\(n)", "0.01·\(z)")
    case .elu: z > 0 ? (n, "\(z)") : ("e^\(n) - 1", "e^\(z) - 1")
    case .selu:
      z > 0
        ? ("1.0507·\(n)", "1.0507·\(z)") : ("1.7581·(e^\(n) - 1)", "1.7581·(e^\(z) - 1)")
    case .gelu: ("\(n)·Φ(\(n))", "\(z)·Φ(\(z))")
    case .silu: ("\(n)·σ(\(n))", "\(z)·σ(\(z))")
    case .softplus: ("log(1 + e^\(n))", "log(1 + e^\(z))")
    case .sigmoid: ("σ(\(n)) = 1 / (1 + e^-\(n))", "1 / (1 + e^\(-z))")
    case .tanh: ("tanh(\(n))", "tanh(\(z))")
    case .sin: ("sin(\(n))", "sin(\(z))")
    case .step: z > 0 ? ("1, for \(n) > 0", "1") : ("0, for \(n) ≤ 0", "0")
    case .softmax: ("e^\(n) / Σ e^\(n)", "")
    }
  }

  /// f′ at a weighted sum: the formula on that side, and with numbers put in; nil for softmax, whose
  /// units depend on each other.
  public func spelledSlope(at z: Float, value a: Float, as name: String = "z")
    -> (formula: String, numbers: Arithmetic)?
  {
    let n = name
    return switch self {
    case .linear: ("1", "1")
    case .relu: z > 0 ? ("1", "1") : ("0", "0")
    case .leakyReLU: z > 0 ? ("1", "1") : ("0.01", "0.01")
    case .elu: z > 0 ? ("1", "1") : ("(a + 1)", "(\(a) + 1)")
    case .selu: z > 0 ? ("1.0507", "1.0507") : ("(a + 1.7581)", "(\(a) + 1.7581)")
    case .gelu: ("(Φ(\(n)) + \(n)·φ(\(n)))", "(Φ(\(z)) + \(z)·φ(\(z)))")
    case .silu:
      ("σ(\(n))·(1 + \(n)·(1 - σ(\(n))))", "σ(\(z))·(1 + \(z)·(1 - σ(\(z))))")
    case .softplus: ("σ(\(n))", "σ(\(z))")
    case .sigmoid: ("a·(1 - a)", "\(a)·(1 - \(a))")
    case .tanh: ("(1 - a²)", "(1 - \(a)²)")
    case .sin: ("cos(\(n))", "cos(\(z))")
    case .step: z.magnitude <= 1 ? ("1", "1") : ("0", "0")
    case .softmax: nil
    }
  }
}
