import Datasets

/// What a preset holds beside its settings: points drawn by hand, and a table from a file.
extension Preset {
  /// The keys that stand for points and tables in files that programs write.
  static let contentKeys = ["data.points", "data.file", "data.file-rows", "data.file-table"]

  /// The points and the table as texts; a path alone would not give the same rows again.
  var contentTexts: [Text] {
    var texts: [Text] = []
    if let points = data.points { texts.append(("data.points", points.text)) }
    if let file = data.file {
      texts.append(("data.file", file.path))
      texts.append(("data.file-rows", "\(file.table.sourceCount)"))
      texts.append(("data.file-table", CSV.text(of: file.table)))
    }
    return texts
  }

  /// Reads what `contentTexts` wrote.
  mutating func readContent(_ texts: [Text]) throws(SettingError) {
    func text(_ key: String) -> String? { texts.first { $0.key == key }?.text }
    if let written = text("data.points") {
      do {
        data.points = try PointSet(text: written)
      } catch {
        throw SettingError(key: "data.points", found: "…", expected: "points, but \(error)")
      }
    }
    guard let path = text("data.file") else { return }
    guard let written = text("data.file-table"),
      let rows = text("data.file-rows").flatMap({ Int($0) })
    else { throw SettingError(key: "data.file-table", found: "", expected: "a value") }
    do {
      let table = try CSV.table(Array(written.utf8), hasNames: true)
      let cells = table.columns.map { (name: $0.name, cells: $0.cells) }
      data.file = TableFile(path: path, table: Table(cells, sourceCount: rows))
    } catch {
      throw SettingError(key: "data.file-table", found: "…", expected: "a table, but \(error)")
    }
  }

  /// Checks that every formula has a value at every point.
  public func checkFormulas() throws(SettingError) {
    let formulas = features.filter(\.isFormula)
    guard !formulas.isEmpty else { return }
    let points = dataset.allPoints
    for formula in formulas {
      guard let bad = points.firstIndex(where: { !formula.isDefined(at: $0) }) else { continue }
      throw SettingError(
        key: "features", found: formula.rawValue,
        expected: "a finite value at every point, and it has none at point \(bad + 1)"
          + " (\(points[bad].x1), \(points[bad].x2))")
    }
  }
}
