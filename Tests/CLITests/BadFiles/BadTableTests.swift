import Foundation
import Testing

/// Tables that are none, given to the built program.
@Suite("Bad tables")
struct BadTableTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let complaint: String

    init(_ name: String, _ text: String, _ complaint: String) {
      self.init(name, Array(text.utf8), complaint)
    }

    init(_ name: String, _ bytes: [UInt8], _ complaint: String) {
      self.name = name
      self.bytes = bytes
      self.complaint = complaint
    }

    var testDescription: String { name }
  }

  private static let noTarget =
    ": expected a column to predict, of 2 to 10 classes or different numbers: "
  private static let noLabel =
    " a label needs 2 to 10 classes or different numbers; --set data.target=… predicts another"
    + " column, such as “b”"

  static let examples = [
    Example("empty", "", ":1:1: expected a table; nothing is here"),
    Example("blank lines", "\n \r\n\n", ":1:1: expected a table; nothing is here"),
    Example("header only", "a,b\n", ":2:1: expected rows below the names of the columns"),
    Example("ragged", "a,b\n1,2\n3\n", ":3:1: expected 2 cells as in the first line, found 1"),
    Example(
      "open quote", "a,b\n1,\"2\n3,4\n",
      ":2:3: the quote opens here, and no closing quote was found"),
    Example(
      "after a quote", "a,b\r\n\"1\"x,2\r\n",
      ":2:4: expected the next cell or line after a closing quote"),
    Example(
      "UTF-16", OldText.utf16("a,b\n1,2\n"),
      ":1:1: this is UTF-16; expected UTF-8, so save the table as “CSV UTF-8”"),
    Example(
      "Latin-1", OldText.latin1("a,b\n1,süß\n"),
      ":2:4: the byte FC is no character of UTF-8; save the table as “CSV UTF-8”"),
    Example(
      "bytes of 0", "a,b\n1,\0\n", ":2:3: a byte of 0; expected text, so this may be no table"),
    Example(
      "words only", "a,b\nx,y\nz,w\n",
      ":1:1: expected at least one column of numbers, found words in each"),
    Example(
      "one row", "a,b\n1,2\n",
      noTarget + "“a” has one value only (1), “b” has one value only (2)"),
    Example(
      "constant", "a,b\n1,x\n1,x\n",
      noTarget + "“a” has one value only (1), “b” has one class only (“x”)"),
    Example(
      "one class", "a,b,label\n1,2,yes\n2,1,yes\n",
      ": the label “label” has one class only (“yes”), and" + noLabel),
    Example(
      "one class in points that Percept wrote",
      "x1,x2,class,share\n1,2,0,training\n2,1,0,test\n",
      ": the label “class” has one value only (0), and"
        + noLabel.replacing("“b”", with: "“x2”")),
    Example(
      "another word for a share", "x1,x2,class,share\n1,2,0,training\n2,1,1,tset\n3,1,1,test\n",
      ":3:7: “tset” is no share: expected training, validation or test in the column “share”"),
    Example(
      "words among inputs", "x1,x2,label\n1,2,0\n1e308,1,1\n2,3,1\n3,4,0\n",
      ": the column “x1” has too many cells without a number (line 3: “1e308” is too"
        + " large; expected -1e100 to 1e100) to be an input; expected numbers in at least four of five; --set data.x1=… and data.x2=… choose other"
        + " columns or none"),
    Example(
      "eleven classes", "a,b,kind\n" + (0..<11).map { "\($0),2.\($0),w\($0)\n" }.joined(),
      ": the label “kind” has 11 classes, and" + noLabel),
    Example(
      "one column", "a\n1\n2\n",
      ": expected another column beside “a”: alone it leaves nothing to predict it from"),
    Example(
      "a hundred thousand columns", String(repeating: "c,", count: 100_000) + "c\n1\n",
      ":1:1: expected at most 4096 columns, found 100001"),
    Example(
      "a huge cell", "a,b\n1," + String(repeating: "x", count: 1_000_000) + "\n",
      ":2:3: expected a cell of at most 65536 bytes, found 1000000"),
    Example(
      "a huge name", "a," + String(repeating: "b", count: 300) + "\n1,2\n",
      noTarget + "“a” has one value only (1),"
        + " “\(String(repeating: "b", count: 40))…” has one value only (2)"),
    Example(
      "a name with orders for the terminal", "\u{1B}[2J,b\n1,2\n",
      noTarget + "“\u{FFFD}[2J” has one value only (1), “b” has one value only (2)"),
  ]

  @Test("Each gives one line with the place, and status 2", arguments: examples)
  func refused(_ example: Example) throws {
    try inFolder { folder in
      try Data(example.bytes).write(to: folder.appendingPathComponent("t.csv"))
      let run = try ShellRun("exec \"$PERCEPT\" t.csv --plain", in: folder)
      #expect(run.status == 2)
      #expect(run.complaints == "percept: t.csv\(example.complaint)\n")
      #expect(run.output.isEmpty)
    }
  }

  @Test(
    "What other programs write is read",
    arguments: [
      "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4\r", "\u{FEFF}a,b\n1,2\n3,4\n", "a;b\n1,0;2,0\n3;4\n",
      "\"a\",\"b\"\n\"1\",\"2\"\n3,4", "a\tb\n1\t2\n\n3\t4\n",
      "a,b\n1,2\n3,4\nNaN,5\ninf,5\n" + String(repeating: "1,2\n3,4\n", count: 4),
    ])
  func read(_ text: String) throws {
    try inFolder { folder in
      try Data(text.utf8).write(to: folder.appendingPathComponent("t.csv"))
      let run = try ShellRun("exec \"$PERCEPT\" t.csv --plain", in: folder)
      #expect(run.status == 0, "\(run.complaints)")
      #expect(run.output.hasPrefix("Percept: t.csv."))
    }
  }

  @Test("A million rows are read in bounded memory, and one bad row is found among them")
  func manyRows() throws {
    try inFolder { folder in
      let make =
        "awk 'BEGIN { print \"x1,x2,label\";"
        + " for (i = 0; i < 1000000; i++) print i % 997 \",\" i % 991 \",\" i % 2 }' > t.csv"
      #expect(try ShellRun(make, in: folder).status == 0)
      // Of the addresses some 600 MB are the program and its libraries.
      let run = try ShellRun(
        "ulimit -v 1048576; exec \"$PERCEPT\" train t.csv --epochs 0 --json", in: folder)
      #expect(run.status == 0, "\(run.complaints)")
      #expect(run.complaints.contains("10000 of 1000000 rows"), "\(run.complaints)")
      let torn = try ShellRun(
        "echo '1,2' >> t.csv; exec \"$PERCEPT\" train t.csv --epochs 0", in: folder)
      #expect(torn.status == 2 && torn.complaints.hasPrefix("percept: t.csv:1000002:"))
    }
  }

  @Test("A file that goes away while it is looked for, or can't be read, is told")
  func gone() throws {
    try inFolder { folder in
      let gone = try ShellRun("exec \"$PERCEPT\" t.csv --plain", in: folder)
      #expect(gone.status == 2 && gone.complaints == "percept: t.csv: there is no such file\n")
      let loop = try ShellRun("ln -s t.csv t.csv; exec \"$PERCEPT\" t.csv --plain", in: folder)
      #expect(loop.status == 2 && loop.complaints == "percept: t.csv: there is no such file\n")
      let below = try ShellRun("echo >f; exec \"$PERCEPT\" f/t.csv --plain", in: folder)
      #expect(below.status == 2 && below.complaints == "percept: f/t.csv: there is no such file\n")
    }
  }
}
