import Testing

@testable import Datasets

@Suite("What is no table's text")
struct TableEncodingTests {
  private func problem(_ bytes: [UInt8]) -> String? {
    do throws(TableProblem) {
      _ = try CSV.table(bytes)
      return nil
    } catch {
      return error.description
    }
  }

  @Test("UTF-16 of either order is named")
  func utf16() {
    let expected = "1:1: this is UTF-16; expected UTF-8, so save the table as “CSV UTF-8”"
    #expect(problem([0xFF, 0xFE, 0x61, 0, 0x2C, 0, 0x62, 0]) == expected)
    #expect(problem([0xFE, 0xFF, 0, 0x61, 0, 0x2C, 0, 0x62]) == expected)
  }

  @Test(
    "The first byte that is no character is told with its line and column",
    arguments: [
      ("a,b\n1,", [0xFC], "2:3: the byte FC"), ("ä,b\r\n1,ö", [0xE4, 0x2C], "2:4: the byte E4"),
      ("", [0x80], "1:1: the byte 80"), ("a\r1", [0xC3], "2:2: the byte C3"),
      ("é", [0xF5, 0x80, 0x80, 0x80], "1:2: the byte F5"),
      ("a\n", [0xED, 0xA0, 0x80], "2:1: the byte ED"),
    ])
  func invalid(_ before: String, _ bytes: [UInt8], _ expected: String) {
    #expect(
      problem(Array(before.utf8) + bytes)
        == expected + " is no character of UTF-8; save the table as “CSV UTF-8”")
  }

  @Test("A byte of 0 comes before anything else that is wrong")
  func zero() {
    #expect(
      problem([0xFC, 0x0A, 0x61, 0]) == "2:2: a byte of 0; expected text, so this may be no table")
  }

  @Test("Any characters are read, at the end of the text too")
  func valid() throws {
    let table = try CSV.table("größe,art\n1,süß\n2,日本\n3,🎈")
    #expect(table.columns.map(\.name) == ["größe", "art"])
    #expect(table.column("art")?.classNames == ["süß", "日本", "🎈"])
  }
}

@Suite("Tables of unusual size")
struct TableSizeTests {
  @Test("As many columns as are allowed are read, and one more is refused")
  func columns() throws {
    let limit = Table.columnLimit
    let text = { (count: Int) in
      Array(repeating: "c", count: count).joined(separator: ",") + "\n"
        + Array(repeating: "1", count: count).joined(separator: ",") + "\n"
    }
    // All of one name: each copy has the next number, found without counting through the others.
    let table = try CSV.table(text(limit))
    #expect(table.columns.last?.name == "c (\(limit))")
    #expect(Set(table.columns.map(\.name)).count == limit)
    #expect(
      throws: TableProblem("expected at most \(limit) columns, found \(limit + 1)")
    ) { try CSV.table(text(limit + 1)) }
  }

  @Test("Copies of a name never take a name that stands there")
  func copies() throws {
    let table = try CSV.table("c (2),c,c,c,c (3),c\n1,2,3,4,5,6\n")
    #expect(
      table.columns.map(\.name) == ["c (2)", "c", "c (3)", "c (4)", "c (3) (2)", "c (5)"])
  }

  @Test("A cell is as long as is allowed, and no longer")
  func cells() throws {
    let limit = CSVScanner.cellLimit
    let text = { (count: Int) in "a,b\n1,\"\(String(repeating: "x\n", count: count / 2))\"\n2,y\n" }
    #expect(try CSV.table(text(limit)).column("b")?.classNames.first?.utf8.count == limit)
    #expect(
      throws: TableProblem(
        line: 2, column: 3, "expected a cell of at most \(limit) bytes, found \(limit + 2)")
    ) { try CSV.table(text(limit + 2)) }
  }
}
