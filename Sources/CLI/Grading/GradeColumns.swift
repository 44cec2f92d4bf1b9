import Datasets
import Drawing
import Lessons
import Studio

/// Grades as a table, as CSV and as JSON.
enum GradeColumns {
  /// The names of the columns of CSV.
  static let names = [
    "student", "exercise", "verdict", "reason", "goals", "goals_total", "medals", "right",
    "questions", "hints", "attempts", "minutes", "file",
  ]

  /// Comma-separated values.
  static func csv(_ files: [GradedFile]) -> String {
    CSV.text(of: [names] + files.map { cells(of: $0).map(inert) })
  }

  /// A list of objects, each in a line.
  static func json(_ files: [GradedFile]) -> String {
    let lines = files.map { file in
      JSON.object(zip(names, cells(of: file)).map { JSON.Member($0, json($0, $1)) }).line
    }
    return lines.isEmpty ? "[]\n" : "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }

  /// A table for people; the reason stands in a line of its own.
  static func table(_ files: [GradedFile]) -> String {
    guard !files.isEmpty else { return "" }
    let heading = [
      "student", "exercise", "verdict", "goals", "right", "hints", "attempts", "minutes", "medals",
      "file",
    ]
    let rows = files.map(row)
    let widths = heading.indices.map { column in
      ([heading] + rows).map { columnWidth($0[column]) }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let padded = zip(cells, widths).map { cell, width in
        cell + String(repeating: " ", count: max(0, width - columnWidth(cell)))
      }
      var line = padded.joined(separator: "  ")[...]
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }
    var text = line(heading)
    for (file, cells) in zip(files, rows) {
      text += line(cells)
      if !file.grade.reason.isEmpty { text += "    " + plain(file.grade.reason) + "\n" }
    }
    return text
  }

  private static func row(of file: GradedFile) -> [String] {
    let score = file.grade.score
    let goals = score.map { "\($0.goals)/\($0.goalCount)" } ?? ""
    let right = score.map { "\($0.right)/\($0.questionCount)" } ?? ""
    let cells: [String] = [
      file.header?.student ?? "?", file.header?.exercise ?? "?", file.grade.verdict.rawValue,
      goals, right, text(score?.hints), text(file.header?.attempt), minutes(of: file.header),
      medals(of: score), file.shown,
    ]
    return cells.map(plain)
  }

  private static func cells(of file: GradedFile) -> [String] {
    let score = file.grade.score
    let cells: [String] = [
      file.header?.student ?? "", file.header?.exercise ?? "", file.grade.verdict.rawValue,
      file.grade.reason, text(score?.goals), text(score?.goalCount), medals(of: score),
      text(score?.right), text(score?.questionCount), text(score?.hints),
      text(file.header?.attempt), minutes(of: file.header), file.shown,
    ]
    return cells.map(plain)
  }

  private static func text(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }

  private static func medals(of score: Grade.Score?) -> String {
    score?.medals.map(\.rawValue).joined(separator: " ") ?? ""
  }

  private static func json(_ name: String, _ cell: String) -> JSON {
    let isNumber = [
      "goals", "goals_total", "right", "questions", "hints", "attempts", "minutes",
    ].contains(name)
    return isNumber ? (cell.isEmpty ? .null : .number(cell)) : .text(cell)
  }

  /// One digit behind the point.
  private static func minutes(of header: Submission.Header?) -> String {
    guard let header else { return "" }
    let tenths = (header.seconds + 3) / 6
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// What stands in files does not reach a terminal as anything but letters.
  static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let category = scalar.properties.generalCategory
          return category == .control || category == .format ? "\u{FFFD}" : scalar
        }))
  }

  /// A cell that a spreadsheet would take for a formula gets an apostrophe in front, which spreadsheets
  /// show as text.
  private static func inert(_ cell: String) -> String {
    // By scalars, for a spreadsheet does not know of characters that are several.
    let first = cell.unicodeScalars.first { $0 != " " }
    let isFormula = first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    return isFormula ? "'" + cell : cell
  }
}
