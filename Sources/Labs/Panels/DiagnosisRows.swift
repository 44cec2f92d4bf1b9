import Drawing
import Engine

/// The numbers of the layers panel; what is clearly off has a sign and the warning colour.
struct DiagnosisRows {
  let levels: [Diagnosis.Level]
  private let takesSteps: Bool
  private let palette: Palette

  /// - Parameter takesSteps: whether there is a next step, for else no update says anything.
  init(_ levels: [Diagnosis.Level], takesSteps: Bool, palette: Palette) {
    self.levels = levels
    self.takesSteps = takesSteps
    self.palette = palette
  }

  /// The levels for which there are rows: the first ones, where gradients vanish, and the output.
  func shown(limit: Int) -> [Int] {
    guard levels.count > limit else { return Array(levels.indices) }
    return Array(levels.indices.prefix(max(0, limit - 1)))
      + levels.indices.suffix(limit > 0 ? 1 : 0)
  }

  /// The levels without a row, in words: `levels 4-6`.
  func cut(_ shown: [Int]) -> [String] {
    let others = levels.indices.filter { !shown.contains($0) }
    guard let first = others.first, let last = others.last else { return [] }
    return [first == last ? "level \(first + 1)" : "levels \(first + 1)-\(last + 1)"]
  }

  /// A row for each of some levels, with a column only where a level has the number.
  func table(of shown: [Int]) -> TextTable {
    let rows = shown.map { levels[$0] }
    var columns = [
      column(
        "gradient", width: 9, rows.map { item(scientific($0.gradientNorm), !$0.gradientIsFit) }),
      column(
        "update", width: 8,
        rows.map {
          takesSteps ? item(scientific($0.updateRatio), !$0.updateIsFit) : item("–", false)
        }),
    ]
    if levels.contains(where: { $0.deadShare != nil }) {
      columns.append(column("dead", width: 6, rows.map { share($0.deadShare) }))
    }
    if levels.contains(where: { $0.saturatedShare != nil }) {
      columns.append(column("satur.", width: 7, rows.map { share($0.saturatedShare) }))
    }
    columns += [
      TextTable.Column(
        title: "mean", width: 6, items: rows.map { plain($0.mean) }, needsNext: true),
      TextTable.Column(title: "sd", width: 6, items: rows.map { plain($0.deviation) }),
    ]
    return TextTable(
      names: TextTable.Column(
        title: "", width: 3,
        items: shown.map { level in
          .init(text: level == levels.count - 1 ? "out" : " \(level + 1)", style: .dim)
        }),
      columns: columns)
  }

  /// A column with a place for the sign behind each number.
  private func column(_ title: String, width: Int, _ items: [TextTable.Item]) -> TextTable.Column {
    TextTable.Column(title: title + " ", width: width, items: items)
  }

  private func item(_ text: String, _ isOff: Bool) -> TextTable.Item {
    isOff
      ? .init(text: text + "!", color: palette.warning, style: .bold) : .init(text: text + " ")
  }

  private func share(_ share: Double?) -> TextTable.Item {
    guard let share else { return item("–", false) }
    return item(format(100 * share, decimals: 0) + "%", share >= 0.5)
  }

  private func plain(_ number: Double) -> TextTable.Item {
    guard number.isFinite else { return .init(text: number.isNaN ? "–" : "inf") }
    return .init(
      text: abs(number) < 100
        ? format(number, decimals: 2) : format(number, scientificDigits: 1))
  }

  private func scientific(_ number: Double) -> String {
    number.isNaN ? "–" : format(number, scientificDigits: 2)
  }
}

extension Diagnosis.Level {
  var gradientIsFit: Bool { gradientNorm.isFinite }

  /// Whether a step changes neither nearly nothing nor a good part of the weights.
  var updateIsFit: Bool { updateRatio >= 1e-5 && updateRatio <= 0.1 }
}
