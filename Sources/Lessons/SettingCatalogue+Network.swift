import Datasets
import Engine

extension SettingCatalogue {
  /// The inputs, the layers and their first weights.
  static let model: [Setting] =
    [
      features,
      list(
        "network.hidden", "hidden layers", "The units of each hidden layer.", .keepsWeights,
        numbers: 1...unitLimit, limit: layerLimit, { $0.network.hidden.map { "\($0)" } },
        {
          $0.network.hidden = $1.compactMap { Int($0) }
          $0.network.fitLayers()
        }),
    ] + layers + [
      choice(
        "network.initialization", "weights", "How the first weights are drawn.", .startsAnew,
        Initializer.allCases.map(\.name), .initializers,
        { $0.network.initialization = Initializer.named($1) ?? .playground })
    ] + KnobFamily.initializers.settings + [
      seed("network.seed", "seed", "Draws the first weights.", .startsAnew, \.network.seed)
    ]

  /// The inputs by name, and formulas after them.
  private static let features: Setting = {
    let names = Feature.allCases.map(\.rawValue)
    var setting = list(
      "features", "features", "What the network is given of each point.", .keepsWeights,
      names: names, limit: names.count + Feature.formulaLimit,
      { $0.features.map(\.rawValue) },
      { $0.features = Feature.ordered($1.compactMap { Feature(rawValue: $0) }) })
    setting.formula = { written throws(FormulaProblem) in try Feature(written).rawValue }
    return setting
  }()

  /// What each hidden layer has for itself.
  private static let layers: [Setting] = [
    perLayer(
      "network.activation", "activation", "What hidden units apply to their sums.",
      .choice(Activation.allCases.map(\.rawValue)), \.network.activation,
      text: { $0.rawValue }, value: { Activation(rawValue: $0) }),
    perLayer(
      "network.wiring", "wiring", "How hidden units see the layer before.",
      .choice(LayerCatalogue.wirings.map(\.name)), \.network.wiring, text: { $0 },
      value: { $0 }),
    perLayer(
      "network.normalization", "normalise",
      "What gives the sums of a layer mean 0 and spread 1.",
      .choice(["none"] + LayerCatalogue.normalizations.map(\.name)), \.network.normalization,
      text: { $0 }, value: { $0 }),
    perLayer(
      "network.dropout", "dropout",
      "The share of a layer's values that each training step drops.",
      .number(
        range: 0...95, steps: [0, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90], isWhole: false,
        unit: "%"), \.network.dropout, text: { Setting.text($0) }, value: { Double($0) }),
    whole(
      "network.solver-steps", "solver steps",
      "Steps n of the solver, for layers of continuous depth.", .keepsWeights, 1...64,
      [1, 2, 3, 4, 6, 8, 12, 16, 32, 64], { $0.network.solverSteps },
      { $0.network.solverSteps = $1 }),
  ]
}
