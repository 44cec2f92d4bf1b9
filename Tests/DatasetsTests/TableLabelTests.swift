import Testing

@testable import Datasets

@Suite("Which column of a table is its label")
struct TableLabelTests {
  /// A table of so many rows, each column by its name and what stands in a row.
  private static func table(
    rows: Int = 22, _ columns: [(String, @Sendable (Int) -> String)]
  ) throws -> Table {
    let lines = (0..<rows).map { row in columns.map { $0.1(row) }.joined(separator: ",") }
    let head = columns.map(\.0).joined(separator: ",")
    return try CSV.table(([head] + lines).joined(separator: "\n"))
  }

  private static let a: (String, @Sendable (Int) -> String) = ("a", { "\($0).5" })
  private static let b: (String, @Sendable (Int) -> String) = ("b", { "\($0 * $0 % 37).25" })

  @Test(
    "One class and too many are told with what was found and what may be done",
    arguments: [
      ("label", 1, false, "has one class only (“w0”)"),
      ("class", 1, true, "has one value only (7)"),
      ("kind", 1, false, "has one class only (“w0”)"), ("kind", 11, false, "has 11 classes"),
      ("Target", 11, false, "has 11 classes"),
    ])
  func unusable(name: String, classes: Int, isNumber: Bool, reason: String) throws {
    let label: (String, @Sendable (Int) -> String) = (
      name, { isNumber ? "7" : "w\($0 % classes)" }
    )
    let share: (String, @Sendable (Int) -> String) = (
      "share", { $0 % 2 == 0 ? "training" : "test" }
    )
    for columns in [[Self.a, Self.b, label], [Self.a, Self.b, label, share]] {
      let table = try Self.table(columns)
      #expect(
        table.labelObstacle
          == "the label “\(name)” \(reason), and a label needs 2 to 10 classes or different numbers;"
          + " --set data.target=… predicts another column, such as “b”")
      #expect(
        table.targetObstacle(name)
          == "2 to 10 classes or different numbers, and it \(reason)")
      #expect(table.targetObstacle("b") == nil && table.targetObstacle("no") == nil)
      #expect(PointSet(table) == nil)
    }
    // Its name tells it wherever it stands; another column in the middle is no label.
    let isNamed = name != "kind"
    let first = try Self.table([label, Self.a, Self.b])
    #expect((first.labelObstacle != nil) == isNamed)
  }

  @Test(
    "Measurements and numbers to predict open as they are",
    arguments: [
      // A constant in the middle, and at the end where words tell classes.
      (["a", "one", "b"], "b"), (["words", "a", "b", "one"], "words"),
      // A comma at the end of every line.
      (["a", "b", ""], "b"), (["a", "words", ""], "words"),
      // Names of rows stand first.
      (["names", "a", "b"], "b"), (["names", "words", "a"], "words"),
      // The label by its name.
      (["class", "a", "b"], "class"), (["a", "y", "b"], "y"), (["class", "names", "a"], "class"),
      (["a", "Label", "words"], "Label"),
      // A place on a map.
      (["x", "one y", "b"], "b"), (["words", "x", "y"], "words"),
      (["a", "b", "share"], "b"),
    ])
  func usable(names: [String], target: String) throws {
    let table = try Self.table(
      names.map { name in
        let cell: @Sendable (Int) -> String =
          switch name {
          case "": { _ in "" }
          case "one", "one y": { _ in "1" }
          case "names": { "n\($0)" }
          case "words": { "w\($0 % 3)" }
          case "class", "Label": { "\($0 % 2)" }
          case "share": { $0 % 2 == 0 ? "training" : "test" }
          default: { "\($0 * $0 % 37).5" }
          }
        return (name == "one y" ? "y" : name, cell)
      })
    #expect(table.labelObstacle == nil)
    #expect(table.completed(ColumnChoice()).target == target)
    // A file that a program wrote of it is no other.
    let again = try CSV.table(Array(CSV.text(of: table).utf8), hasNames: true)
    #expect(again.labelObstacle == nil && again.completed(ColumnChoice()).target == target)
  }

  @Test("A label without values is one that can't be, by its name alone")
  func empty() throws {
    let label = try Self.table([Self.a, Self.b, ("label", { _ in "" })])
    #expect(label.labelObstacle?.hasPrefix("the label “label” has no values, and") == true)
    #expect(try Self.table([Self.a, Self.b, ("notes", { _ in "" })]).labelObstacle == nil)
  }

  @Test("Where no other column can be predicted either, the table itself can't")
  func nothingElse() throws {
    let table = try Self.table([("a", { _ in "1" }), ("kind", { "w\($0)" })])
    #expect(table.labelObstacle == nil)
    #expect(
      table.obstacle
        == "expected a column to predict, of 2 to 10 classes or different numbers:"
        + " “a” has one value only (1), “kind” has 22 classes")
  }
}
