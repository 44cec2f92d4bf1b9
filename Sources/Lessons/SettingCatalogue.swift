import Datasets
import Engine

/// Every setting of a preset. YAML files, the screen's controls, the command line and help read
/// this list.
public enum SettingCatalogue {
  /// The most hidden layers.
  public static let layerLimit = 6
  /// The most units of a hidden layer.
  public static let unitLimit = 8

  /// All settings, by section.
  public static let all: [Setting] =
    data + model + training + optimizerKnobs(of: OptimizerCatalogue.all)

  /// The seeds of data, weights and order at once; as text several, where they differ.
  ///
  /// It is not in `all`, for there each seed stands by itself.
  public static let seed = Setting(
    key: "seed", title: "seed", help: "Draws points, weights and order.", effect: .startsAnew,
    domain: seedDomain,
    read: { preset in
      let values = seeds.map { $0.value(in: preset) }
      return Set(values).count == 1 ? values[0] : values.joined(separator: ",")
    },
    write: { preset, text in for seed in seeds { seed.write(&preset, text) } })

  private static let seeds = all.filter { $0.key.hasSuffix(".seed") }

  /// Every key that a preset's settings can be written by.
  public static let keys = [seed.key] + all.map(\.key)

  /// The setting of that key.
  public static func keyed(_ key: String) -> Setting? {
    key == seed.key ? seed : all.first { $0.key == key }
  }

  /// What was written for several keys, in the order in which to set it, whatever order it was
  /// written in: the one seed before a special one, the optimiser before its knobs.
  public static func inOrder<Written>(
    _ written: [Written], by key: (Written) -> String
  ) -> [Written] {
    func isFirst(_ item: Written) -> Bool { [seed.key, "training.optimizer"].contains(key(item)) }
    return written.filter(isFirst) + written.filter { !isFirst($0) }
  }

  private static let data: [Setting] = [
    choice(
      "data.set", "data", "Which points are to be learned.", .startsAnew,
      RecipeCatalogue.all.map { $0.name },
      { $0.data.recipe }, { $0.data.recipe = $1 }),
    number(
      "data.noise", "noise", "How much the data is disturbed.", .startsAnew, 0...80,
      Array(stride(from: 0, through: 50, by: 5)), unit: "%", { $0.data.noise },
      { $0.data.noise = $1 }),
    number(
      "data.training", "training", "The share of the points to learn from; the rest tests.",
      .startsAnew, 1...99,
      Array(stride(from: 10, through: 90, by: 10)), unit: "%", { $0.data.training },
      { $0.data.training = $1 }),
    number(
      "data.validation", "validation",
      "The share to choose settings by, so that the test stays unseen.",
      .startsAnew, 0...80,
      Array(stride(from: 0, through: 80, by: 10)), unit: "%", { $0.data.validation },
      { $0.data.validation = $1 }),
    choice(
      "data.stratified", "stratified",
      "Each share has its part of every class; idle in regression.",
      .startsAnew, ["true", "false"], { "\($0.data.isStratified)" },
      { $0.data.isStratified = $1 == "true" }),
    // Not kept: weights for inputs of one scale mean something else at another.
    choice(
      "data.standardize", "standardize",
      "Inputs get mean 0 and deviation 1 on the training points.", .startsAnew,
      ["true", "false"], { "\($0.data.standardizes)" }, { $0.data.standardizes = $1 == "true" }),
    whole(
      "data.samples", "points", "How many points there are in all.", .startsAnew, 10...20_000,
      [50, 100, 200, 300, 500, 800, 1200, 2000, 5000],
      { $0.data.samples ?? $0.recipe.defaultCount }, { $0.data.samples = $1 }),
    whole(
      "data.classes", "classes",
      "How many classes there are, where the data set lets them be chosen.", .startsAnew,
      Blobs.classRange, Array(Blobs.classRange),
      { $0.data.classes }, { $0.data.classes = $1 }),
    seed("data.seed", "seed", "Draws the points and the split.", .startsAnew, \.data.seed),
  ]

  private static let model: [Setting] = [
    list(
      "features", "features", "What the network is given of each point.", .keepsWeights,
      names: Feature.allCases.map(\.rawValue), limit: Feature.allCases.count,
      { $0.features.map(\.rawValue) },
      { preset, names in
        preset.features = Feature.allCases.filter { names.contains($0.rawValue) }
      }),
    list(
      "network.hidden", "hidden layers", "The units of each hidden layer.", .keepsWeights,
      numbers: 1...unitLimit, limit: layerLimit, { $0.network.hidden.map { "\($0)" } },
      { $0.network.hidden = $1.compactMap { Int($0) } }),
    choice(
      "network.activation", "activation", "What hidden units apply to their sums.", .keepsWeights,
      Activation.allCases.map(\.rawValue), { $0.network.activation.rawValue },
      { $0.network.activation = Activation(rawValue: $1) ?? .tanh }),
    choice(
      "network.initialization", "weights", "How the first weights are drawn.", .startsAnew,
      Initializer.allCases.map(\.name), { $0.network.initialization.name },
      { $0.network.initialization = Initializer.named($1) ?? .playground }),
    seed("network.seed", "seed", "Draws the first weights.", .startsAnew, \.network.seed),
  ]

  private static let training: [Setting] = [
    choice(
      "training.loss", "loss", "What training makes small.", .keepsWeights,
      Preset.LossChoice.allCases.map(\.rawValue), { $0.training.loss.rawValue },
      { $0.training.loss = Preset.LossChoice(rawValue: $1) ?? .halfSquaredError }),
    optimizerChoice(of: OptimizerCatalogue.all),
    number(
      "training.learning-rate", "rate", "The learning rate η: how large a step is.", .live,
      1e-6...100,
      [0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10], unit: "",
      { $0.training.learningRate }, { $0.training.learningRate = $1 }),
    whole(
      "training.batch-size", "batch", "How many samples make one step.", .live, 1...20_000,
      [1, 2, 3, 5, 8, 10, 15, 20, 25, 30, 50, 100, 250, 500, 1000], { $0.training.batchSize },
      { $0.training.batchSize = $1 }),
    choice(
      "training.regularization", "penalty",
      "What keeps weights small: l1 makes exact zeros, l1-penalty and l2 join the loss.", .live,
      Preset.Penalty.allCases.map(\.rawValue), { $0.training.regularization.rawValue },
      { $0.training.regularization = Preset.Penalty(rawValue: $1) ?? .none }),
    number(
      "training.regularization-rate", "strength",
      "The strength λ of the penalty; without a penalty it does nothing.", .live, 0...10,
      [0, 0.00001, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10], unit: "",
      { $0.training.regularizationRate }, { $0.training.regularizationRate = $1 }),
    choice(
      "training.shuffle", "shuffle", "Whether each epoch has an order of its own.", .live,
      ["true", "false"], { "\($0.training.shuffles)" }, { $0.training.shuffles = $1 == "true" }),
    seed("training.seed", "order", "Draws the order of the samples.", .startsAnew, \.training.seed),
  ]
}
