/// What a layer of a level is made from.
public struct LayerContext: Sendable {
  /// The level as it was asked for.
  public let level: NetworkSpec.Hidden
  /// Values that the level before hands on.
  public let inputCount: Int
  /// How weights are drawn.
  public let initializer: Initializer

  init(_ level: NetworkSpec.Hidden, inputCount: Int, initializer: Initializer) {
    self.level = level
    self.inputCount = inputCount
    self.initializer = initializer
  }

  /// The layer that normalises, if one was asked for.
  var normalization: [any Layer] {
    let kind = level.normalization.flatMap(LayerCatalogue.normalization)
    return kind.map { $0.layers(self) } ?? []
  }

  /// The activation, which is no layer at all where it is linear.
  var activation: [any Layer] {
    level.activation == .linear
      ? [] : [ActivationLayer(count: level.units, activation: level.activation)]
  }

  /// Dropout, which is no layer at all where nothing is dropped.
  var dropout: [any Layer] {
    level.dropout > 0 ? [Dropout(count: level.units, rate: level.dropout)] : []
  }
}

/// A kind of layer that a learner can choose.
public struct LayerKind: Sendable {
  /// Its name in menus and presets.
  public let name: String
  /// The formula in the course's notation.
  public let formula: String
  /// One sentence for the learner.
  public let help: String
  /// Whether it takes a number of solver steps.
  public let hasSolver: Bool
  /// The layers that it puts into a level.
  let layers: @Sendable (LayerContext) -> [any Layer]

  /// A kind that makes these layers; the first of a wiring holds its weight matrix and biases.
  public init(
    name: String, formula: String, help: String, hasSolver: Bool = false,
    layers: @escaping @Sendable (LayerContext) -> [any Layer]
  ) {
    self.name = name
    self.formula = formula
    self.help = help
    self.hasSolver = hasSolver
    self.layers = layers
  }
}

/// Every kind of layer there is. Menus, presets and tests read these lists.
public enum LayerCatalogue {
  /// How a level's units can see the level before.
  public static let wirings: [LayerKind] = [
    Dense.wiring, Residual.wiring, ODEBlock.eulerWiring, ODEBlock.rk4Wiring,
  ]

  /// What can normalise a level's sums.
  public static let normalizations: [LayerKind] = [BatchNorm.kind, LayerNorm.kind]

  /// The wiring of that name.
  public static func wiring(_ name: String) -> LayerKind? { wirings.first { $0.name == name } }

  /// The normalisation of that name.
  public static func normalization(_ name: String) -> LayerKind? {
    normalizations.first { $0.name == name }
  }
}
