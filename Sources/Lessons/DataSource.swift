public import Datasets

/// A table that was read from a file.
public struct TableFile: Equatable, Sendable {
  /// The path, as it was given.
  public let path: String
  /// What stands in it.
  public let table: Table

  /// A table and where it came from.
  public init(path: String, table: Table) {
    self.path = path
    self.table = table
  }

  /// The file's name.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// Where a preset's points come from: a recipe, a table, or a hand.
public struct DataSource: Sendable {
  /// The kinds of sources.
  public enum Kind: Sendable {
    /// Points that are made from a seed.
    case recipe(any Recipe.Type)
    /// Rows of a table that comes with the program.
    case shipped(ShippedTable)
    /// Rows of a table from a file.
    case file(TableFile)
    /// Points drawn by hand.
    case points(PointSet)
  }

  /// The name of points drawn by hand.
  public static let pointsName = "points"
  /// The name of a table from a file.
  public static let fileName = "file"
  /// The most rows of a table that are used.
  public static let rowLimit = 10_000
  /// The names that every preset can choose: recipes and tables.
  public static let names = RecipeCatalogue.all.map { $0.name } + TableCatalogue.all.map(\.name)

  /// Where they come from.
  public let kind: Kind
  private let choice: ColumnChoice
  /// The most points that were asked for.
  private let asked: Int?

  init(_ data: Preset.Data) {
    choice = data.columns
    asked = data.samples
    if data.recipe == Self.pointsName, let points = data.points {
      kind = .points(points)
    } else if data.recipe == Self.fileName, let file = data.file {
      kind = .file(file)
    } else if let shipped = TableCatalogue.named(data.recipe) {
      kind = .shipped(shipped)
    } else {
      kind = .recipe(RecipeCatalogue.named(data.recipe) ?? Circle.self)
    }
  }

  /// The names that a preset can choose: its points and its file too, if it has them.
  static func names(in data: Preset.Data) -> [String] {
    names + (data.points == nil ? [] : [pointsName]) + (data.file == nil ? [] : [fileName])
  }

  /// Whether the points are made from a seed, with noise and classes to choose.
  public var isRecipe: Bool {
    if case .recipe = kind { return true }
    return false
  }

  /// Its name in presets.
  public var name: String {
    switch kind {
    case .recipe(let recipe): recipe.name
    case .shipped(let shipped): shipped.name
    case .file: Self.fileName
    case .points: Self.pointsName
    }
  }

  /// Its name on the screen.
  public var title: String {
    switch kind {
    case .recipe(let recipe): recipe.title
    case .shipped(let shipped): shipped.title
    case .file(let file): file.name
    case .points: "by hand"
    }
  }

  /// One sentence: what it is, and how many of a table's rows are used.
  public var summary: String {
    switch kind {
    case .recipe(let recipe): return recipe.summary
    case .shipped(let shipped): return shipped.summary
    case .points(let points): return "Points drawn by hand: \(points.points.count) of them."
    case .file(let file):
      let (missing, used, all) = (missingCount, usedCount, file.table.sourceCount)
      return "Rows of \(file.name): \(used)" + (used == all ? "" : " of \(all)")
        + (missing == 0 ? "." : ", \(missing) left out for a missing value.")
    }
  }

  /// Rows of a table that lack a value in a column in use.
  var missingCount: Int { table?.missingCount(columns ?? choice) ?? 0 }

  /// How many points there are after all.
  var usedCount: Int {
    guard let table else { return asked ?? defaultCount }
    return min(asked ?? defaultCount, defaultCount, table.rowCount - missingCount)
  }

  /// What noise does to it, in a few words.
  public var noiseHelp: String {
    if case .recipe(let recipe) = kind { return recipe.noiseHelp }
    return "nothing, for these points were measured or drawn"
  }

  /// Whether the number of classes can be chosen.
  public var choosesClasses: Bool {
    if case .recipe(let recipe) = kind { return recipe.choosesClasses }
    return false
  }

  /// Whether x₂ says nothing.
  public var isOneDimensional: Bool {
    switch kind {
    case .recipe(let recipe): recipe.isOneDimensional
    case .points(let points): points.isOneDimensional
    case .shipped, .file: columns?.x2 == Table.noColumn
    }
  }

  /// The number of points unless told otherwise: of a table or a drawing, all that can be used.
  public var defaultCount: Int {
    switch kind {
    case .recipe(let recipe): recipe.defaultCount
    case .points(let points): points.points.count
    case .shipped, .file: min(table?.rowCount ?? 0, Self.rowLimit)
    }
  }

  /// The table that the points are rows of.
  public var table: Table? {
    switch kind {
    case .shipped(let shipped): shipped.table
    case .file(let file): file.table
    case .recipe, .points: nil
    }
  }

  /// The columns in use, none left open; nil without a table.
  public var columns: ColumnChoice? {
    guard let table else { return nil }
    var wanted = choice
    if case .shipped(let shipped) = kind {
      wanted.x1 = wanted.x1 ?? shipped.choice.x1
      wanted.x2 = wanted.x2 ?? shipped.choice.x2
      wanted.target = wanted.target ?? shipped.choice.target
    }
    return table.completed(wanted)
  }

  /// What is chosen of it when it was left and is gone back to: nothing, unless a column can't be what
  /// it is meant to be, and others were.
  var firstColumns: ColumnChoice {
    guard case .file(let file) = kind,
      file.table.labelObstacle != nil || file.table.inputObstacle != nil
    else { return ColumnChoice() }
    return file.table.completed(ColumnChoice())
  }

  /// What is to be predicted, where a recipe that lets them be chosen has so many classes.
  func problem(classes: Int) -> Problem {
    switch kind {
    case .recipe(let recipe): recipe.problem(RecipeSettings(count: 1, classes: classes))
    case .points(let points): points.problem
    case .shipped, .file:
      table?.column(columns?.target ?? "")?.problem ?? .classification(classes: 2)
    }
  }
}

extension Preset {
  /// The points, made and split.
  public var dataset: Dataset {
    let split = Split(
      training: data.training / 100, validation: data.validation / 100,
      isStratified: data.isStratified)
    let source = recipe
    switch source.kind {
    case .recipe(let recipe):
      return Dataset(recipe, settings: recipeSettings, split: split, seed: data.seed)
    case .points(let points): return Dataset(points, split: split, seed: data.seed)
    case .shipped, .file:
      let points = TablePoints(source.table ?? Table([]), source.columns ?? ColumnChoice())
      return Dataset(points, count: sampleCount, split: split, seed: data.seed)
    }
  }
}
