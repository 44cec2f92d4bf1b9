import Engine
import Testing

@testable import Datasets

@Suite("Tables as CSV")
struct CSVTests {
  private func numbers(_ table: Table, _ name: String) -> [Double?] {
    (table.column(name)?.numbers ?? []).map { $0.isNaN ? nil : $0 }
  }

  @Test(
    "Separators, line ends, a byte order mark and blank lines are found out",
    arguments: [
      "a,b,c\n1,2,red\n3,4,blue\n", "a;b;c\r\n1;2;red\r\n3;4;blue",
      "a\tb\tc\r1\t2\tred\r3\t4\tblue\r",
      "\u{FEFF}\n\n a , b , c \n1, 2 ,red\n\n   \n3,4, blue\n\n",
      "\"a\",\"b\",\"c\"\n\"1\",2,\"red\"\n3,\"4\",blue",
    ])
  func forms(_ text: String) throws {
    let table = try CSV.table(text)
    #expect(table.columns.map(\.name) == ["a", "b", "c"])
    #expect(numbers(table, "a") == [1, 3] && numbers(table, "b") == [2, 4])
    #expect(table.column("c")?.cells == .words([0, 1], of: ["red", "blue"]))
    #expect(table.rowCount == 2 && table.sourceCount == 2)
  }

  @Test("Without names the columns are numbered, and names that stand twice are made different")
  func names() throws {
    #expect(try CSV.table("1,2,x\n3,4,y").columns.map(\.name) == ["x1", "x2", "x3"])
    #expect(
      try CSV.table("a,a,,none\n1,2,3,4").columns.map(\.name) == ["a", "a (2)", "x3", "none (2)"])
    let named = try CSV.table(Array("1990,1991\n1,2".utf8), hasNames: true)
    #expect(named.columns.map(\.name) == ["1990", "1991"])
    #expect(named.rowCount == 1)
  }

  @Test("Quotes hold separators, line ends and doubled quotes")
  func quotes() throws {
    let table = try CSV.table("a,b\n1,\"x,\"\"y\"\"\nz\"\n2,5\" pipe\n")
    #expect(table.column("b")?.cells == .words([0, 1], of: ["x,\"y\"\nz", "5\" pipe"]))
  }

  @Test("A mark that combines with a quote hides it from no reader")
  func combined() throws {
    let table = Table([("a\"\u{307}b", .words([0], of: ["\"\u{301},"])), ("n", .numbers([1]))])
    #expect(
      Array(CSV.text(of: table).utf8) == Array("\"a\"\"\u{307}b\",n\n\"\"\"\u{301},\",1\n".utf8))
    #expect(try CSV.table(Array(CSV.text(of: table).utf8), hasNames: true) == table)
  }

  @Test("What is missing is NaN, or no word")
  func missing() throws {
    let table = try CSV.table("a,b,c\n1,NA,red\n,2,?\nnan,N/A,\nnull,4,NaN\n")
    #expect(numbers(table, "a") == [1, nil, nil, nil])
    #expect(numbers(table, "b") == [nil, 2, nil, 4])
    #expect(table.column("c")?.cells == .words([0, -1, -1, -1], of: ["red"]))
  }

  @Test(
    "Numbers are rounded as the standard library does",
    arguments: [
      "0", "-0", "1.", ".5", "+7", "-12.25", "1e3", "1E-3", "2.5e+10", "0.1", "5.1", "179.99",
      "9007199254740993", "123456789012345678901234567890", "0.000000000000000000000001",
      "1e-400", "3.141592653589793238462643", "1e100",
    ])
  func numberText(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(DecimalText.number(in: bytes, 0, bytes.count) == Double(text))
  }

  @Test(
    "What is no number is a word",
    arguments: ["", ".", "-", "e5", "1e", "1e+", "1,5", "0x10", "inf", "1 2", "1e101"])
  func noNumber(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(DecimalText.number(in: bytes, 0, bytes.count) == nil)
  }

  @Test(
    "What is written as a number beyond 1e100 is too large, and nothing else is",
    arguments: [
      ("1e300", true), ("1e400", true), ("-1E+400", true), ("1e101", true),
      (String(repeating: "9", count: 400), true), ("1e99999999999999999999", true),
      ("1e100", false),
      ("-1e100", false), ("1e-400", false), ("inf", false), ("nan", false), ("1e", false),
      ("1e400x", false), ("1,5e300", false), ("", false), ("-", false),
    ])
  func tooLarge(_ text: String, _ isTooLarge: Bool) throws {
    let bytes = Array(text.utf8)
    #expect(DecimalText.isTooLarge(in: bytes, 0, bytes.count) == isTooLarge)
    if isTooLarge { #expect(DecimalText.number(in: bytes, 0, bytes.count) == nil) }
    let cell = text.contains(",") ? "\"\(text)\"" : text
    let table = try CSV.table("a,k\n1,x\n2,y\n3,x\n4,x\n\(cell),y\n")
    #expect((table.spoilt.first?.fault == "is too large; expected -1e100 to 1e100") == isTooLarge)
    #expect(try CSV.table("a;k\n1;1\n2;2\n3;3\n4;4\n1,5e300;5\n").spoilt[0].fault.contains("large"))
  }

  @Test(
    "A mistake is told with its place",
    arguments: [
      ("", "1:1: expected a table; nothing is here"),
      ("\n \n", "1:1: expected a table; nothing is here"),
      ("a,b\n", "2:1: expected rows below the names of the columns"),
      ("a,b\n1,2\n\n3\n", "4:1: expected 2 cells as in the first line, found 1"),
      ("a,b\n1,2,3", "2:1: expected 2 cells as in the first line, found 3"),
      ("a,b\nä1,\"x\n2,3\n", "2:4: the quote opens here, and no closing quote was found"),
      ("a,b\n1,2\n3,\"x\ny\n", "3:3: the quote opens here, and no closing quote was found"),
      ("a,b\n\"x\"y,2\n", "2:4: expected the next cell or line after a closing quote"),
      ("a,b\nx,y\n", "1:1: expected at least one column of numbers, found words in each"),
    ])
  func mistakes(_ text: String, _ message: String) {
    let problem = #expect(throws: TableProblem.self) { try CSV.table(text) }
    #expect(problem?.description == message)
  }

  @Test("A few words in a column of numbers count as missing and are told; many make words of all")
  func spoilt() throws {
    let table = try CSV.table("length,k\n1,x\n2,y\n3,x\n4,\n\nabc,y\n")
    #expect(numbers(table, "length") == [1, 2, 3, 4, nil])
    #expect(
      table.spoilt == [.init(column: "length", line: 7, text: "abc", count: 1, isTooLarge: false)])
    #expect(table.missingCount(ColumnChoice()) == 2)
    // Three numbers and a word are too few.
    let words = try CSV.table("a,b\n1,1\n2,2\n3,3\nabc,4\n")
    #expect(words.column("a")?.cells == .words([0, 1, 2, 3], of: ["1", "2", "3", "abc"]))
    #expect(words.spoilt.isEmpty)
    // The lines are those of the file, where a subset of it is kept as well.
    let rows = (0..<100).map { $0 == 50 ? "n.a.,\"a\nb\"" : "\($0),\"a\nb\"" }
    let long = try CSV.table("n,m\n" + rows.joined(separator: "\n"))
    #expect(long.spoilt.first?.line == 102)
  }

  @Test("A comma is a decimal point where it separates no cells")
  func decimalCommas() throws {
    for text in ["a;b\n1,5;-2,25\n1e-1;,5\n", "1,5;-2,25\n0,1;0,5", "a\tb\n1,5\t-2.25\n0,1\t0,5"] {
      let table = try CSV.table(text)
      #expect(table.columns.map(\.numbers) == [[1.5, 0.1], [-2.25, 0.5]], "\(text)")
    }
    let long = try CSV.table("a;b\n3,141592653589793238462643;1\n2;2")
    #expect(numbers(long, "a")[0] == 3.141592653589793)
    #expect(try CSV.table("1,5,x;y\n2,6,z").columns.count == 3)
  }

  @Test("A line of many quoted cells takes no longer than its length")
  func quotedCells() throws {
    let cells = Array(repeating: "\"1\"", count: 60_000).joined(separator: ",")
    // Cut off at the limit of columns only when all of it has been read.
    #expect(throws: TableProblem("expected at most 4096 columns, found 60000")) {
      try CSV.table(cells)
    }
  }

  @Test("Of too many rows a subset is kept, the same for the same seed, in the file's order")
  func limit() throws {
    let bytes = Array(("n\n" + (0..<1000).map { "\($0)\n" }.joined()).utf8)
    let table = try CSV.table(bytes, limit: 100, seed: 1)
    let rows = try #require(table.column("n")?.numbers)
    #expect(rows.count == 100 && table.sourceCount == 1000)
    #expect(rows == rows.sorted() && Set(rows).count == 100)
    // Each part of the file is there; half of 100 of 1000 lies in a half, give or take.
    #expect((30...70).contains(rows.count { $0 < 500 }))
    #expect(try CSV.table(bytes, limit: 100, seed: 1) == table)
    #expect(try CSV.table(bytes, limit: 100, seed: 2) != table)
  }

  /// What the fuzz writes.
  private static let pieces = [
    ",", ";", "\t", "\n", "\r\n", "\r", "\"", "\"\"", "1", "-2.5", "1e3", "abc", " ", "NA", "ä",
    "a,b\n", "\u{FEFF}", "x1,x2\n1,2\n", "",
  ]

  @Test("Any text gives a table that its own text gives again, or a mistake with a place")
  func fuzz() throws {
    var random = Random(seed: 5, stream: .data)
    var (read, refused) = (0, 0)
    for _ in 0..<5000 {
      let text = (0...random.below(14)).map { _ in Self.pieces[random.below(Self.pieces.count)] }
        .joined()
      do {
        let table = try CSV.table(text)
        let again = try CSV.table(Array(CSV.text(of: table).utf8), hasNames: true)
        #expect(again == table, "\(text)")
        _ = TablePoints(table, ColumnChoice())
        read += 1
      } catch {
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.count
        #expect(error.line >= 1 && error.line <= lines + 1 && error.column >= 1, "\(text)")
        refused += 1
      }
    }
    #expect(read > 300 && refused > 300)
  }
}
