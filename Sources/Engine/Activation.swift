/// The function that a unit applies to its weighted sum.
///
/// To add one, add a case here: menus, presets and the gradient checks read `allCases`.
public enum Activation: String, CaseIterable, Sendable {
  /// Sums as they are: the output's, where the loss takes logits or numbers.
  case linear
  /// 0 on the left, the sum itself on the right.
  case relu
  /// A hundredth of the sum on the left, so that no unit is dead for good.
  case leakyReLU = "leaky-relu"
  /// Down to −1 on the left, in a curve.
  case elu
  /// An elu scaled so that values keep mean 0 and variance 1 from layer to layer.
  case selu
  /// A smooth relu: the sum times the share of a normal distribution below it.
  case gelu
  /// A smooth relu: the sum times its sigmoid.
  case silu
  /// A smooth relu that is never 0; its slope is the sigmoid.
  case softplus
  /// From 0 to 1.
  case sigmoid
  /// From −1 to 1.
  case tanh
  /// A wave from −1 to 1.
  case sin
  /// 0 or 1; while training, a slope of 1 near 0 stands in for its own.
  case step
  /// Positive shares of 1 among the units of the layer.
  case softmax

  /// The formula in the course's notation.
  ///
  /// Source: D.-A. Clevert, T. Unterthiner, S. Hochreiter, *Fast and Accurate Deep Network Learning
  /// by Exponential Linear Units* (2015), elu with α = 1; G. Klambauer et al., *Self-Normalizing
  /// Neural Networks* (2017), selu; D. Hendrycks, K. Gimpel, *Gaussian Error Linear Units* (2016);
  /// S. Elfwing, E. Uchibe, K. Doya, *Sigmoid-Weighted Linear Units* (2017), silu; V. Sitzmann et
  /// al., *Implicit Neural Representations with Periodic Activation Functions* (2020), sin.
  public var formula: String {
    switch self {
    case .linear: "a = z"
    case .relu: "a = max(0, z)"
    case .leakyReLU: "a = z for z > 0, 0.01 z otherwise"
    case .elu: "a = z for z > 0, e^z - 1 otherwise"
    case .selu: "a = 1.0507 z for z > 0, 1.7581 (e^z - 1) otherwise"
    case .gelu: "a = z Φ(z), Φ the normal distribution"
    case .silu: "a = z / (1 + e^-z)"
    case .softplus: "a = log(1 + e^z)"
    case .sigmoid: "a = 1 / (1 + e^-z)"
    case .tanh: "a = tanh z"
    case .sin: "a = sin z"
    case .step: "a = 1 for z > 0, 0 otherwise"
    case .softmax: "a = e^z / sum of e^z over the layer's units"
    }
  }

  /// Whether `slope` is da/dz; that of the step, 0 wherever there is one, teaches nothing, and
  /// another stands in for it.
  public var slopeIsExact: Bool { self != .step }

  /// *a* for a weighted sum *z*, sixteen samples at once; softmax as of a lone unit, where it is 1.
  ///
  /// Finite for every finite sum. Far to the left, silu stays at −10⁻³⁶ and gelu at −5·10⁻³⁵ instead
  /// of going on towards 0; sin is right up to 10⁴, as `Lanes.sine` says.
  @inline(__always)
  public func value(_ z: Lanes) -> Lanes {
    switch self {
    case .linear: z
    case .relu: z.atLeast(0)
    case .leakyReLU: z.replacing(with: z * 0.01, where: z .< 0)
    case .elu: z.replacing(with: z.exponentialMinusOne, where: z .< 0)
    case .selu:
      (z * Self.seluRight).replacing(with: z.exponentialMinusOne * Self.seluLeft, where: z .< 0)
    case .gelu: gelu(z)
    case .silu: z.atLeast(-87) * z.logistic
    case .softplus: z.softplus
    case .sigmoid: z.logistic
    case .tanh: z.hyperbolicTangent
    case .sin: z.sine
    case .step: z.replacing(with: 0, where: z .<= 0).replacing(with: 1, where: z .> 0)
    case .softmax: (z * 0).replacing(with: 1, where: z .== z)
    }
  }

  /// da/dz at *z*, given *a* as well; at the kinks of relu, leaky relu and selu it is the left one's.
  ///
  /// The step's gradient goes straight through to the sums in −1…1, as if its slope were 1 there.
  ///
  /// Source: Y. Bengio, N. Léonard, A. Courville, *Estimating or Propagating Gradients Through
  /// Stochastic Neurons for Conditional Computation* (2013), for the straight-through estimator; I.
  /// Hubara et al., *Binarized Neural Networks* (2016), for its limits ±1.
  @inline(__always)
  public func slope(at z: Lanes, value a: Lanes) -> Lanes {
    switch self {
    case .linear: Lanes(repeating: 1)
    case .relu: Lanes(repeating: 0).replacing(with: 1, where: z .> 0)
    case .leakyReLU: Lanes(repeating: 0.01).replacing(with: 1, where: z .> 0)
    case .elu: (a + 1).replacing(with: 1, where: z .> 0)
    case .selu: (a + Self.seluLeft).replacing(with: Self.seluRight, where: z .> 0)
    case .gelu: geluSlope(at: z)
    case .silu: siluSlope(at: z)
    case .softplus: z.logistic
    case .sigmoid: a * (1 - a)
    case .tanh: 1 - a * a
    case .sin: z.cosine
    case .step: Lanes(repeating: 0).replacing(with: 1, where: z.magnitude .<= 1)
    case .softmax: a * 0
    }
  }

  /// λ of selu, the slope on the right.
  private static let seluRight: Float = 1.050_700_987_355_480_5
  /// λα of selu, what the left side tends to, without its sign.
  private static let seluLeft: Float = 1.758_099_340_847_376_6

  /// z Φ(z) = max(0, z) − |z| Φ(−|z|), which keeps the digits of the left tail.
  @inline(__always)
  private func gelu(_ z: Lanes) -> Lanes {
    let tail = z.normalTail
    return z.atLeast(0) - tail.size * tail.probability
  }

  /// Φ(z) + z φ(z), which for z and −z adds up to 1.
  @inline(__always)
  private func geluSlope(at z: Lanes) -> Lanes {
    let tail = z.normalTail
    let left = tail.probability - tail.size * tail.density
    return left.replacing(with: 1 - left, where: z .> 0)
  }

  /// σ(z) (1 + z (1 − σ(z)))
  @inline(__always)
  private func siluSlope(at z: Lanes) -> Lanes {
    let sigmoid = z.logistic
    return sigmoid * (1 + z.atLeast(-87) * (1 - sigmoid))
  }
}
