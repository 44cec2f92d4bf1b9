/// The shape of a dense network: what a person writes, without the numbers.
public struct NetworkSpec: Equatable, Sendable {
  /// A hidden layer.
  public struct Hidden: Equatable, Sendable {
    /// Its number of units, at least 1.
    public var units: Int
    /// What its units apply to their sums.
    public var activation: Activation

    /// A hidden layer of so many units.
    public init(units: Int, activation: Activation) {
      self.units = units
      self.activation = activation
    }
  }

  /// Values of a sample; 0 is allowed and makes the network a constant.
  public var inputCount: Int
  /// The hidden layers from the input on; none makes the model linear.
  public var hidden: [Hidden]
  /// Output units, at least 1.
  public var outputCount: Int
  /// What the output units apply; linear where the loss takes logits.
  public var outputActivation: Activation
  /// How first weights are drawn.
  public var initializer: Initializer

  /// A network of this shape.
  public init(
    inputCount: Int, hidden: [Hidden], outputCount: Int, outputActivation: Activation,
    initializer: Initializer
  ) {
    precondition(inputCount >= 0 && outputCount >= 1, "a network needs an output")
    precondition(hidden.allSatisfy { $0.units >= 1 }, "a hidden layer needs a unit")
    self.inputCount = inputCount
    self.hidden = hidden
    self.outputCount = outputCount
    self.outputActivation = outputActivation
    self.initializer = initializer
  }

  /// The layers in the order of the forward pass: a dense one and an activation a level, where a
  /// linear activation is no layer at all.
  var layers: [any Layer] {
    var layers: [any Layer] = []
    var width = inputCount
    let levels = hidden.map { ($0.units, $0.activation) } + [(outputCount, outputActivation)]
    for (units, activation) in levels {
      layers.append(Dense(inputCount: width, outputCount: units, initializer: initializer))
      if activation != .linear {
        layers.append(Pointwise(count: units, activation: activation))
      }
      width = units
    }
    return layers
  }
}
