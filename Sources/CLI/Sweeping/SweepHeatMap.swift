import Drawing
import Lessons
import Sweeps

/// The objective over two parameters as a table of numbers on coloured ground: each with a mark that
/// tells how good it is, so that colour is not needed.
struct SweepHeatMap {
  private let table: SweepReport.HeatTable
  private let objective: SweepObjective
  private let capabilities: Capabilities
  private let width: Int
  private let parameters: [SweepParameter]
  /// The place of each number among all of the table, the best at 0; equal ones share the first.
  private let places: [Double: Int]
  private let numberCount: Int
  /// Whether some were trained for longer than others.
  private let isOfRungs: Bool

  /// - Parameter width: the columns that there are.
  init(
    _ table: SweepReport.HeatTable, of report: SweepReport, capabilities: Capabilities, width: Int
  ) {
    self.table = table
    objective = report.objective
    parameters = report.plan.spec.parameters
    isOfRungs = report.plan.spec.rungs.count > 1
    self.capabilities = capabilities
    self.width = width
    let ranked = table.cells.joined()
      .compactMap { if case .value(let value) = $0 { value } else { nil } }
      .sorted { report.objective.cost(of: $0) < report.objective.cost(of: $1) }
    numberCount = ranked.count
    places = Dictionary(ranked.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
  }

  /// The map with its title; where it is too wide, in several parts one below the other.
  var text: String {
    let labels = ([""] + table.rowNames).map { GradeColumns.plain($0) }
    let labelWidth = min(labels.map { columnWidth($0) }.max() ?? 0, max(4, width / 3))
    let cellWidth = min(
      max(12, (table.columnNames.map { columnWidth($0) }.max() ?? 0) + 3), max(12, width / 2))
    let perPart = max(1, (width - labelWidth - 1) / cellWidth)
    var text = title
    for start in stride(from: 0, to: table.columnNames.count, by: perPart) {
      let columns = start..<min(start + perPart, table.columnNames.count)
      if start > 0 { text += "\n" }
      text += part(columns, labelWidth: labelWidth, cellWidth: cellWidth)
    }
    return text + wrap(legend, width: width).filter { !$0.isEmpty }.map { $0 + "\n" }.joined()
  }

  /// What the marks mean, those that are in the map.
  private var legend: String {
    let cells = table.cells.joined()
    var parts: [String] = []
    if numberCount > 1 { parts.append("++ best fifth, + second, - fourth, -- last") }
    if cells.contains(.diverged) { parts.append("× diverged") }
    if cells.contains(.refused) { parts.append("! could not be run") }
    if cells.contains(.missing) { parts.append("· not tried") }
    let marks = parts.joined(separator: "; ")
    return isOfRungs ? "\(marks). Each after the epochs of the highest rung it came to." : marks
  }

  /// What is shown over what, with the last words of the keys where the whole ones have no room.
  private var title: String {
    let names = zip(parameters, SweepView.names(of: parameters))
    func short(_ key: String) -> String { names.first { $0.0.key == key }?.1 ?? key }
    let lines = [
      "\(table.rowKey) down, \(table.columnKey) across",
      "\(short(table.rowKey)) down, \(short(table.columnKey)) across",
    ].map { "\(objective.measure.words): \($0)" }
    let line = lines.first { columnWidth($0) <= width } ?? lines[1]
    let rest = parameters.count > 2 ? "best over the other parameters" : ""
    let whole = rest.isEmpty ? line : "\(line); \(rest)"
    return wrap(columnWidth(whole) <= width ? whole : "\(line)\n\(rest)", width: width)
      .filter { !$0.isEmpty }.map { $0 + "\n" }.joined()
  }

  private func part(_ columns: Range<Int>, labelWidth: Int, cellWidth: Int) -> String {
    var canvas = Canvas(
      size: Size(
        width: labelWidth + 1 + columns.count * cellWidth, height: table.rowNames.count + 1),
      capabilities: capabilities)
    for (place, column) in columns.enumerated() {
      let name = GradeColumns.plain(table.columnNames[column])
      let room = min(columnWidth(name), cellWidth - 3)
      let x = labelWidth + 1 + (place + 1) * cellWidth - 3 - room
      canvas.write(name, at: Point(x: x, y: 0), maxWidth: cellWidth - 3)
    }
    for row in table.rowNames.indices {
      let name = GradeColumns.plain(table.rowNames[row])
      let x = max(0, labelWidth - columnWidth(name))
      canvas.write(name, at: Point(x: x, y: row + 1), maxWidth: labelWidth)
      for (place, column) in columns.enumerated() {
        draw(
          table.cells[row][column],
          in: Rectangle(
            x: labelWidth + 1 + place * cellWidth, y: row + 1, width: cellWidth, height: 1),
          on: &canvas)
      }
    }
    return capabilities.depth == .mono ? canvas.plainText : canvas.ansiText
  }

  private func draw(
    _ cell: SweepReport.HeatTable.Cell, in area: Rectangle, on canvas: inout Canvas
  ) {
    let palette = Palette(capabilities)
    switch cell {
    case .missing:
      canvas.write("·", at: Point(x: area.maxX - 4, y: area.y), foreground: palette.muted)
    case .diverged:
      canvas.write("×", at: Point(x: area.maxX - 4, y: area.y), foreground: palette.warning)
    case .refused:
      canvas.write("!", at: Point(x: area.maxX - 4, y: area.y), foreground: palette.muted)
    case .value(let value):
      let goodness = goodness(of: value)
      let ground = capabilities.depth == .mono ? Color.standard : palette.color(of: goodness)
      let number = format(value, significantDigits: 3)
      let ink = Self.ink(on: ground)
      canvas.fill(area, with: Cell(" ", foreground: ink, background: ground))
      canvas.write(
        number, at: Point(x: area.maxX - 3 - columnWidth(number), y: area.y), foreground: ink,
        maxWidth: area.width - 3)
      canvas.write(
        Self.mark(goodness), at: Point(x: area.maxX - 2, y: area.y), foreground: ink)
    }
  }

  /// From 1 for the best number to −1 for the worst, by its place among all of them: one number that is
  /// far off leaves the colours of the others apart.
  private func goodness(of value: Double) -> Float {
    guard numberCount > 1, let place = places[value] else { return 1 }
    return 1 - 2 * Float(place) / Float(numberCount - 1)
  }

  /// The fifth that a number belongs to.
  private static func mark(_ goodness: Float) -> String {
    if goodness >= 0.6 { return "++" }
    if goodness >= 0.2 { return "+" }
    return goodness >= -0.2 ? "" : goodness >= -0.6 ? "-" : "--"
  }

  /// Black or white, whichever reads better; the terminal's own on its own ground.
  private static func ink(on ground: Color) -> Color {
    guard let (red, green, blue) = ground.components else { return .standard }
    let light = 299 * Int(red) + 587 * Int(green) + 114 * Int(blue)
    return .indexed(light > 128_000 ? 0 : 15)
  }
}
