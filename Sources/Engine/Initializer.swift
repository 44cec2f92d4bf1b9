/// How the first weights of a layer are drawn.
public enum Initializer: String, CaseIterable, Sendable {
  case playground
  case xavier
  case he

  /// What it draws, for help texts.
  public var formula: String {
    switch self {
    case .playground: "weights U(-0.5, 0.5), biases 0.1, as TensorFlow Playground"
    case .xavier: "weights U(-r, r) with r = √(6 / (inputs + outputs)), biases 0"
    case .he: "weights N(0, 2 / inputs), biases 0"
    }
  }

  /// One weight of a layer with so many inputs and outputs.
  ///
  /// Source: X. Glorot and Y. Bengio, *Understanding the difficulty of training deep feedforward
  /// neural networks* (2010), uniform form; K. He et al., *Delving Deep into Rectifiers* (2015).
  func weight(inputs: Int, outputs: Int, using random: inout Random) -> Float {
    switch self {
    case .playground:
      return Float(random.uniform(-0.5, 0.5))
    case .xavier:
      let limit = (6 / Double(max(1, inputs + outputs))).squareRoot()
      return Float(random.uniform(-limit, limit))
    case .he:
      return Float(random.normal() * (2 / Double(max(1, inputs))).squareRoot())
    }
  }

  /// The first value of every bias.
  var bias: Float { self == .playground ? 0.1 : 0 }
}
