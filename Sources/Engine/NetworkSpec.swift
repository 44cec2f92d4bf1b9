/// The shape of a network: what a person writes, without the numbers.
public struct NetworkSpec: Equatable, Sendable {
  /// A hidden layer.
  public struct Hidden: Equatable, Sendable {
    /// Its number of units, at least 1.
    public var units: Int
    /// What its units apply to their sums.
    public var activation: Activation
    /// How its units see the layer before: a name of `LayerCatalogue.wirings`.
    public var wiring: String
    /// What normalises the sums: a name of `LayerCatalogue.normalizations`, or nil.
    public var normalization: String?
    /// The share of values that dropout drops while training, 0 up to below 1.
    public var dropout: Float
    /// Steps of the solver, where the wiring has one; at least 1.
    public var solverSteps: Int

    /// A hidden layer of so many units, dense unless told otherwise.
    public init(
      units: Int, activation: Activation, wiring: String = Dense.name,
      normalization: String? = nil, dropout: Float = 0, solverSteps: Int = 8
    ) {
      precondition(units >= 1, "a hidden layer needs a unit")
      precondition(dropout >= 0 && dropout < 1, "something has to be kept")
      precondition(solverSteps >= 1, "a solver takes at least one step")
      self.units = units
      self.activation = activation
      self.wiring = wiring
      self.normalization = normalization
      self.dropout = dropout
      self.solverSteps = solverSteps
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
    self.inputCount = inputCount
    self.hidden = hidden
    self.outputCount = outputCount
    self.outputActivation = outputActivation
    self.initializer = initializer
  }

  /// Values of one sample that a pass keeps: inputs, what every layer gives, and what layers need in
  /// between.
  public var valuesPerSample: Int {
    var plan = Network.Plan(inputCount: inputCount)
    for level in levels { plan.append(level: level) }
    return plan.unitCount
  }

  /// The layers of each level in the order of the forward pass.
  var levels: [[any Layer]] {
    let output = Hidden(units: outputCount, activation: outputActivation)
    var width = inputCount
    return (hidden + [output]).map { level in
      defer { width = level.units }
      let wiring = LayerCatalogue.wiring(level.wiring) ?? Dense.wiring
      return wiring.layers(LayerContext(level, inputCount: width, initializer: initializer))
    }
  }
}
