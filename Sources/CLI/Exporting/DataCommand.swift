import ArgumentParser
import Datasets
import Lessons

/// `percept data NAME…`: the points of data sets as CSV.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Print the points of data sets as CSV, or list the data sets.",
    discussion: """
      NAME is what the playground opens: a preset, a YAML or CSV file, an address; or a data set that \
      is no preset of its own. The points are those that “percept NAME” shows, and “percept FILE.csv” \
      opens them as the same points again, to the bit for those that a recipe makes. Without NAME the \
      data sets are listed.

      The columns are the directions, the label and the share (training, validation or test). Several \
      sets with the same columns get one more column in front, “set”.

      Examples:
        percept data
        percept data spiral > points.csv
        percept data spiral --set data.noise=20 --set data.samples=1000 --set seed=7
        percept data measurements.csv --set data.training=80 --share test -o test.csv
        percept data spiral --features
      """)

  /// Which of the points.
  enum Part: String, CaseIterable, ExpressibleByArgument {
    case training, validation, test, all

    /// The shares in it.
    var shares: [Dataset.Share] {
      switch self {
      case .training: [.training]
      case .validation: [.validation]
      case .test: [.test]
      case .all: Dataset.Share.allCases
      }
    }
  }

  @Argument(
    help: ArgumentHelp(
      "Presets, files or data sets; “percept data” lists the data sets.", valueName: "name"),
    completion: Candidates.presets)
  var names: [String] = []

  @OptionGroup
  var changes: ChangeOptions

  @Option(help: "Which of the points.")
  var share = Part.all

  @Flag(
    help: "Add what the network is given of each point, standardised where the preset asks for it.")
  var features = false

  @OptionGroup
  var target: ResultTarget

  @OptionGroup
  var talk: TalkOptions

  func validate() throws {
    guard names.isEmpty else { return }
    guard changes.settings.isEmpty, share == .all, !features, target.file == nil else {
      throw ValidationError("expected the name of a data set; “percept data” lists them")
    }
  }

  func run() throws {
    guard !names.isEmpty else { return try Output.write(lines: DataList.lines) }
    try target.check()
    var rows: [[String]] = []
    for name in names {
      let more = try self.rows(of: name)
      guard names.count > 1 else {
        rows = more
        break
      }
      if let first = rows.first, first.dropFirst() != more[0][...] {
        let found = more[0].joined(separator: ", ")
        throw Failure(
          message: "\(name) has the columns \(found), and \(names[0])"
            + " \(first.dropFirst().joined(separator: ", ")); print them one by one")
      }
      if rows.isEmpty { rows.append(["set"] + more[0]) }
      rows += more.dropFirst().map { [name] + $0 }
    }
    try target.write(Array(CSV.text(of: rows).utf8))
  }

  /// The columns' names and the rows of one set.
  private func rows(of name: String) throws -> [[String]] {
    let opening = try DataList.opening(name)
    for remark in opening.remarks { talk.remark(remark) }
    var preset = opening.preset
    try StartOptions.apply(changes.settings, to: &preset)
    remarkOnRows(of: preset)
    let dataset = preset.dataset
    guard share.shares.contains(where: { !dataset[$0].isEmpty }) else {
      let way = share == .validation ? "; --set data.validation=20 holds some back" : ""
      throw Failure(message: "\(name) has no \(share.rawValue) points\(way)")
    }
    let rows = dataset.rows(of: share.shares, inputs: features ? preset.inputs(of: dataset) : nil)
    if share == .all, !features, names.count == 1, rows.count - 1 > DataSource.rowLimit {
      talk.remark(
        "\(rows.count - 1) points: of a file with more than \(DataSource.rowLimit) rows"
          + " Percept uses that many")
    }
    return rows
  }

  /// Says what of a table is not among its points.
  private func remarkOnRows(of preset: Preset) {
    guard case .file(let file) = preset.recipe.kind else { return }
    if file.table.rowCount < file.table.sourceCount {
      talk.remark(
        "\(file.path): \(file.table.rowCount) of its \(file.table.sourceCount) rows are used")
    }
    let missing = preset.dataset.missingCount
    if missing > 0 {
      talk.remark(
        "\(file.path): \(missing) row\(missing == 1 ? " is" : "s are") left out for a missing value"
      )
    }
  }
}

extension Preset {
  /// What the network is given of each point, as columns with the features' names.
  fileprivate func inputs(of dataset: Dataset) -> Dataset.Inputs {
    let (features, standardizer) = (features, standardizer(for: dataset))
    return Dataset.Inputs(names: features.map { "input_\($0.rawValue)" }) { example in
      features.enumerated().map { input, feature in
        let value = feature.value(example.x1, example.x2)
        return standardizer?.standardized(value, input: input) ?? value
      }
    }
  }
}
