/// The function that a unit applies to its weighted sum.
///
/// To add one, add a case here: menus, presets and the gradient checks read `allCases`.
public enum Activation: String, CaseIterable, Sendable {
  case linear
  case relu
  case leakyReLU = "leaky-relu"
  case sigmoid
  case tanh
  case softmax

  /// The formula in the course's notation.
  public var formula: String {
    switch self {
    case .linear: "a = z"
    case .relu: "a = max(0, z)"
    case .leakyReLU: "a = z for z > 0, 0.01 z otherwise"
    case .sigmoid: "a = 1 / (1 + e^-z)"
    case .tanh: "a = tanh z"
    case .softmax: "a = e^z / sum of e^z over the layer's units"
    }
  }

  /// *a* for a weighted sum *z*, sixteen samples at once; softmax as of a lone unit.
  @inline(__always)
  public func value(_ z: Lanes) -> Lanes {
    switch self {
    case .linear: z
    case .relu: z.replacing(with: 0, where: z .< 0)
    case .leakyReLU: z.replacing(with: z * 0.01, where: z .< 0)
    case .sigmoid: z.logistic
    case .tanh: z.hyperbolicTangent
    case .softmax: Lanes(repeating: 1)
    }
  }

  /// da/dz at *z*, given *a* as well; at the kink of relu and leaky relu it is the left one's.
  @inline(__always)
  public func slope(at z: Lanes, value a: Lanes) -> Lanes {
    switch self {
    case .linear: Lanes(repeating: 1)
    case .relu: Lanes(repeating: 0).replacing(with: 1, where: z .> 0)
    case .leakyReLU: Lanes(repeating: 0.01).replacing(with: 1, where: z .> 0)
    case .sigmoid: a * (1 - a)
    case .tanh: 1 - a * a
    case .softmax: Lanes()
    }
  }
}
