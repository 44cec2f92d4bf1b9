import Testing

@testable import Datasets

@Suite("Columns with words that were meant to be inputs")
struct TableInputsTests {
  private static func told(_ column: String, _ line: Int, _ word: String) -> String {
    let fault = word == "1e308" ? " is too large; expected -1e100 to 1e100" : ""
    return
      "the column “\(column)” has too many cells without a number (line \(line): “\(word)”\(fault)) to be an"
      + " input"
  }
  private static let remedy =
    "; expected numbers in at least four of five; --set data.x1=… and data.x2=… choose other columns"
    + " or none"

  @Test(
    "What is called x1 or x2 is an input, or the table is refused",
    arguments: [
      ("x1,x2,label\n1,2,0\n1e308,1,1\n2,3,1\n", "x1", 3, "1e308"),
      ("x1,x2,label\n1,inf,0\n3,1,1\n2,3,1\n", "x2", 2, "inf"),
      ("X1,x2,z\n1,2,0.5\n1_000,1,1.5\n2,3,2\n", "X1", 3, "1_000"),
      ("x1,x2,label\nn/k,2,0\nn/k,1,1\n", "x1", 2, "n/k"),
    ])
  func named(text: String, column: String, line: Int, word: String) throws {
    let table = try CSV.table(text)
    #expect(table.inputObstacle == Self.told(column, line, word) + Self.remedy)
    #expect(table.completed(ColumnChoice()).target == table.columns.last?.name)
  }

  @Test("Other columns are told of, and refused where a second one is needed")
  func others() throws {
    let two = try CSV.table("length,width,kind\n1,2,x\n2,n/k,y\n3,n/k,x\n")
    #expect(two.inputObstacle == nil)
    #expect(two.lostInputs(besides: "kind") == [Self.told("width", 3, "n/k")])
    #expect(two.secondInputObstacle == Self.told("width", 3, "n/k") + Self.remedy)
    // Numbers with a few words are predicted no more than they are seen.
    let price = try CSV.table("length,width,price\n1,2.5,0.5\n1_000,1.5,1.5\n2,3,1.25\n")
    #expect(price.completed(ColumnChoice()).target == "price")
    // With two columns left, nothing is missing.
    let three = try CSV.table("id,length,width,kind\n1,1,2,x\n2b,3,4,y\n3b,3,5,y\n")
    #expect(three.secondInputObstacle == nil && three.lostInputs(besides: "kind").count == 1)
    // Words alone are no measurements.
    let words = try CSV.table("place,length,kind\nhere,1,x\nthere,3,y\n")
    #expect(words.secondInputObstacle == nil && words.lostInputs(besides: "kind").isEmpty)
    // The label may be what it likes.
    #expect(try CSV.table("a,x1\n1,2\n2,x\n").inputObstacle == nil)
  }
}
