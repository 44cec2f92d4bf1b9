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
  public static let all: [Setting] = data + model + training

  /// The keys of the numbers that belong to what the preset has chosen: the optimiser's knobs, the
  /// schedule's, and so on.
  public static func numbers(of choice: String, in preset: Preset) -> [String] {
    families.first { $0.choice == choice }?.keys(in: preset) ?? []
  }

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
  /// written in: the one seed before a special one, the number of layers before what each of them
  /// has, an optimiser before its knobs.
  public static func inOrder<Written>(
    _ written: [Written], by key: (Written) -> String
  ) -> [Written] {
    let numbers = families.flatMap(\.settings).map(\.key)
    func rank(_ item: Written) -> Int {
      [seed.key, "network.hidden"].contains(key(item)) ? 0 : numbers.contains(key(item)) ? 2 : 1
    }
    return (0...2).flatMap { wanted in written.filter { rank($0) == wanted } }
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
}
