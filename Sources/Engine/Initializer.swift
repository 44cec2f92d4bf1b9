/// How the first weights of a layer are drawn.
public enum Initializer: Hashable, Sendable {
  /// As TensorFlow Playground: U(−0.5, 0.5), biases 0.1.
  case playground
  /// Values keep their variance on the way forward and back through tanh: U(−r, r) with
  /// r = √(6 / (inputs + outputs)).
  case xavier
  /// The same variance 2 / (inputs + outputs), normally distributed.
  case xavierNormal
  /// Values keep their variance through relu: N(0, 2 / inputs).
  case he
  /// The same variance 2 / inputs, uniformly distributed.
  case heUniform
  /// Sums keep the variance of the inputs: N(0, 1 / inputs).
  case lecun
  /// Rows or columns, whichever are fewer, are at right angles and of length 1.
  case orthogonal
  /// U(−limit, limit).
  case uniform(Float)
  /// N(0, σ²).
  case normal(Float)
  /// 1 from each input to the unit of the same place, else 0.
  case identity
  /// Every weight is this number.
  case constant(Float)
  /// Every weight is 0.
  case zeros
}

/// Its description for people.
extension Initializer: CaseIterable {
  /// Each kind with its usual number, in the order of the menus.
  public static let allCases: [Initializer] = [
    .playground, .xavier, .xavierNormal, .he, .heUniform, .lecun, .orthogonal, .uniform(0.5),
    .normal(0.1), .identity, .constant(0.1), .zeros,
  ]

  /// Its name in menus and presets.
  public var name: String {
    switch self {
    case .playground: "playground"
    case .xavier: "xavier"
    case .xavierNormal: "xavier-normal"
    case .he: "he"
    case .heUniform: "he-uniform"
    case .lecun: "lecun"
    case .orthogonal: "orthogonal"
    case .uniform: "uniform"
    case .normal: "normal"
    case .identity: "identity"
    case .constant: "constant"
    case .zeros: "zeros"
    }
  }

  /// What it draws, for help texts.
  public var formula: String {
    switch self {
    case .playground: "weights U(-0.5, 0.5), biases 0.1, as TensorFlow Playground"
    case .xavier: "weights U(-r, r) with r = √(6 / (inputs + outputs)), biases 0"
    case .xavierNormal: "weights N(0, 2 / (inputs + outputs)), biases 0"
    case .he: "weights N(0, 2 / inputs), biases 0"
    case .heUniform: "weights U(-r, r) with r = √(6 / inputs), biases 0"
    case .lecun: "weights N(0, 1 / inputs), biases 0"
    case .orthogonal: "weights at right angles, W Wᵀ = 1 or Wᵀ W = 1, biases 0"
    case .uniform(let limit): "weights U(-\(limit), \(limit)), biases 0"
    case .normal(let deviation): "weights N(0, σ²) with σ = \(deviation), biases 0"
    case .identity: "weights 1 on the diagonal, else 0, biases 0"
    case .constant(let value): "all weights \(value), biases 0"
    case .zeros: "all weights 0, biases 0"
    }
  }

  /// The kind of that name, with its usual number.
  public static func named(_ name: String) -> Initializer? { allCases.first { $0.name == name } }

  /// The number that a kind takes: the limit, the deviation, the constant; nil where there is none.
  public var scale: Float? {
    switch self {
    case .uniform(let number), .normal(let number), .constant(let number): number
    default: nil
    }
  }

  /// The same kind with another number; unchanged where it takes none.
  public func with(scale: Float) -> Initializer {
    switch self {
    case .uniform: .uniform(scale)
    case .normal: .normal(scale)
    case .constant: .constant(scale)
    default: self
    }
  }
}
