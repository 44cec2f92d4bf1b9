import Datasets
import Engine

extension SettingCatalogue {
  /// The points and how they are shared out.
  static let data: [Setting] =
    [dataSet] + columns + [
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
        { $0.sampleCount }, { $0.data.samples = $1 }),
      whole(
        "data.classes", "classes",
        "How many classes there are, where the data set lets them be chosen.", .startsAnew,
        Blobs.classRange, Array(Blobs.classRange),
        { $0.data.classes }, { $0.data.classes = $1 }),
      seed("data.seed", "seed", "Draws the points and the split.", .startsAnew, \.data.seed),
    ]

  /// Points and a file can be chosen once there are any.
  private static let dataSet = Setting(
    key: "data.set", title: "data", help: "Which points are to be learned.",
    effect: .startsAnew, domain: .choice(DataSource.names),
    special: { .choice(DataSource.names(in: $0.data)) },
    read: { $0.recipe.name },
    write: { preset, name in
      // Columns belong to the table they were chosen in.
      let isOther = preset.data.recipe != name
      preset.data.recipe = name
      if isOther { preset.data.columns = preset.recipe.firstColumns }
    })

  /// The columns of a table; other points have one choice each.
  private static let columns = [
    column(
      "data.x1", "x₁", "The column of a table along x₁.", plain: "x1", \.x1, { $0.numberNames }),
    column(
      "data.x2", "x₂", "The column along x₂; none for a curve over x₁.", plain: "x2", \.x2,
      { $0.numberNames + [Table.noColumn] }),
    column(
      "data.target", "target", "The column of a table that is predicted.", plain: "label",
      \.target, { $0.targetNames }, { $0.targetObstacle($1) }),
  ]

  private static func column(
    _ key: String, _ title: String, _ help: String, plain: String,
    _ path: any WritableKeyPath<ColumnChoice, String?> & Sendable,
    _ names: @escaping @Sendable (Table) -> [String],
    _ reason: @escaping @Sendable (Table, String) -> String? = { _, _ in nil }
  ) -> Setting {
    Setting(
      key: key, title: title, help: help, effect: .startsAnew, domain: .choice([plain]),
      special: { preset in .choice(preset.recipe.table.map(names) ?? [plain]) },
      reason: { preset, name in preset.recipe.table.flatMap { reason($0, name) } },
      read: { preset in preset.recipe.columns?[keyPath: path] ?? plain },
      write: { preset, name in
        if preset.recipe.table != nil { preset.data.columns[keyPath: path] = name }
      })
  }
}
