import Foundation
import Lessons
import Testing

@Suite("percept train --data") struct TrainDataTests {
  /// Forty rows with classes in words, with a byte order mark and CRLF as spreadsheets write them.
  private static let classes =
    "\u{FEFF}\"length, mm\",width,kind\r\n"
    + (0..<40).map { "\($0 % 7).5,\($0 % 5),\($0 % 2 == 0 ? "red" : "blue")\r\n" }.joined()
  /// Forty rows with a number to predict.
  private static let numbers =
    "a,b,y\n" + (0..<40).map { "\($0 % 7),\($0 % 5),\(Double($0) / 3)\n" }.joined()

  private func report(
    _ arguments: [String], in folder: URL, input: String = ""
  ) throws -> (json: JSON, complaints: String) {
    let run = try ProgramRun(
      ["train"] + arguments + ["--epochs", "3", "--json"], in: folder, input: input)
    #expect(run.status == 0, "\(run.complaints)")
    return (try JSON(reading: run.output, depth: 8), run.complaints)
  }

  @Test("Rows of standard input and of a file give the same numbers, in the preset's network")
  func standardInput() throws {
    try inFolder { folder in
      try Data(Self.classes.utf8).write(to: folder.appendingPathComponent("m.csv"))
      let piped = try report(["xor", "--data", "-"], in: folder, input: Self.classes)
      let read = try report(["xor", "--data", "m.csv"], in: folder)
      #expect(piped.json["measures"] == read.json["measures"])
      #expect(piped.json["data"]?.text == "standard input" && read.json["data"]?.text == "m.csv")
      #expect(
        [piped, read].allSatisfy {
          $0.json["preset"]?.text == "xor" && $0.json["title"]?.text == "Exclusive or"
        })
      #expect(
        piped.complaints
          == "percept: standard input: 40 rows; kind as 2 classes by length, mm and width.\n")
      // The network is that of the preset; half of the rows are for training, ten a step.
      let own = try report(["xor"], in: folder)
      #expect(own.json["data"] == .null && own.json["preset"] == read.json["preset"])
      #expect(own.json["measures"]?["units"] == read.json["measures"]?["units"])
      #expect(read.json["steps"]?.whole == 6)
      #expect(own.json["measures"]?["test_loss"] != read.json["measures"]?["test_loss"])
    }
  }

  @Test("Without a preset it trains what the table opens as")
  func withoutAPreset() throws {
    try inFolder { folder in
      try Data(Self.classes.utf8).write(to: folder.appendingPathComponent("m.csv"))
      let alone = try report(["--data", "-"], in: folder, input: Self.classes)
      let named = try report(["m.csv"], in: folder)
      #expect(alone.json["measures"] == named.json["measures"])
      #expect(alone.json["data"]?.text == "standard input" && named.json["data"]?.text == "m.csv")
    }
  }

  @Test("Points that Percept wrote have the name of their file, too")
  func points() throws {
    try inFolder { folder in
      _ = try ProgramRun(["data", "moons", "-o", "p.csv"], in: folder)
      for arguments in [["wave", "--data", "p.csv"], ["p.csv"]] {
        let run = try report(arguments, in: folder)
        #expect(run.json["data"]?.text == "p.csv")
        #expect(run.json["preset"]?.text == arguments[0])
        #expect(run.json["title"]?.text == (arguments.count == 1 ? "p.csv" : "Wave"))
      }
    }
  }

  @Test("A column that no input is made of is told, unless a setting adds it")
  func unseen() throws {
    try inFolder { folder in
      let note = "percept: standard input: 40 rows; kind as 2 classes by length, mm"
      let alone = try report(["wave", "--data", "-"], in: folder, input: Self.classes)
      #expect(
        alone.complaints.hasSuffix(
          "\(note).\npercept: “Wave” uses x1 alone; --set features=x1,x2 adds width.\n"))
      let both = try report(
        ["wave", "--data", "-", "--set", "features=x1,x2"], in: folder, input: Self.classes)
      #expect(both.complaints.hasSuffix("\(note) and width.\n"))
      let drawn = try ProgramRun(
        ["render", "wave", "--data", "-", "--format", "txt"], in: folder, input: Self.classes)
      #expect(drawn.complaints.contains("--set features=x1,x2 adds width."))
    }
  }

  @Test("A column that a preset needs and that is none is refused, until one is chosen")
  func lostInput() throws {
    try inFolder { folder in
      let text =
        "length,width,kind\n"
        + (0..<20).map { "\($0),\($0 % 2 == 0 ? "n/k" : "1"),w\($0 % 3)\n" }.joined()
      let run = try ProgramRun(["train", "circle", "--data", "-"], in: folder, input: text)
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(
        run.complaints.hasPrefix(
          "percept: standard input: the column “width” has too many cells without a number (line 2:"
            + " “n/k”) to be an input; expected "))
      let one = try report(
        ["circle", "--data", "-", "--set", "data.x2=none"], in: folder, input: text)
      #expect(
        one.complaints.contains(
          "; kind as 3 classes by length; the column “width” has too many cells"))
      _ = try report(["wave", "--data", "-"], in: folder, input: text)
    }
  }

  @Test("A label of one class is refused, whatever else is set, until another column is chosen")
  func oneClass() throws {
    try inFolder { folder in
      let text = "a,b,label\n" + (0..<20).map { "\($0),\($0 % 7).5,yes\n" }.joined()
      let told = "the label “label” has one class only (“yes”), and a label needs"
      for settings in [[], ["--set", "data.training=70"]] {
        let run = try ProgramRun(
          ["train", "circle", "--data", "-"] + settings, in: folder, input: text)
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.complaints.hasPrefix("percept: standard input: \(told)"), "\(run.complaints)")
      }
      let named = try ProgramRun(
        ["train", "circle", "--data", "-", "--set", "data.target=label"], in: folder, input: text)
      #expect(named.status == 2)
      #expect(
        named.complaints
          == "percept: --set data.target=label: data.target can't be “label”: expected 2 to 10"
          + " classes or different numbers, and it has one class only (“yes”); one of a, b\n")
      let other = try report(
        ["circle", "--data", "-", "--set", "data.target=b"], in: folder, input: text)
      #expect(other.complaints.hasSuffix("percept: standard input: 20 rows; b as a number by a.\n"))
    }
  }

  @Test(
    "Whole numbers are told as the classes that they were taken for, unless the column is called number",
    arguments: [
      ["train", "--epochs", "1"], ["render", "--format", "txt"], ["export", "--format", "json"],
    ])
  func kindOfTarget(command: [String]) throws {
    try inFolder { folder in
      for (name, kind) in [
        (
          "y",
          "5 classes by x; so few whole numbers are taken as classes, in a column named “number” as"
            + " numbers"
        ), ("number", "a number by x"),
      ] {
        let text = "x,\(name)\n" + (1...5).map { "\($0),\(2 * $0)\n" }.joined()
        let run = try ProgramRun(command + ["--data", "-"], in: folder, input: text)
        #expect(run.status == 0)
        #expect(run.complaints == "percept: standard input: 5 rows; \(name) as \(kind).\n")
      }
    }
  }

  @Test("A column is chosen with --set, and settings that don't fit are told")
  func settings() throws {
    try inFolder { folder in
      let turned = try report(
        ["xor", "--data", "-", "--set", "data.target=a", "--set", "data.x1=y"], in: folder,
        input: Self.numbers)
      #expect(turned.json["settings"]?["data.target"]?.text == "a")
      let loss = try report(["iris", "--data", "-"], in: folder, input: Self.numbers)
      #expect(
        loss.complaints.hasPrefix(
          "percept: standard input has numbers to predict, so the loss is half-squared-error instead"
            + " of cross-entropy.\n"))
    }
  }

  @Test(
    "What is no table is told with its place",
    arguments: [
      ("", "standard input:1:1: expected a table; nothing is here"),
      ("a,b\n", "standard input:2:1: expected rows below the names of the columns"),
      ("a,b,c\n1,2,3\n4,5\n", "standard input:3:1: expected 3 cells as in the first line, found 2"),
      ("a,b,c\n1,2,\"x\n", "standard input:2:5: "),
      ("a\nx\nx\n", "standard input:1:1: expected at least one column of numbers"),
    ])
  func badTables(text: String, message: String) throws {
    try inFolder { folder in
      let run = try ProgramRun(["train", "xor", "--data", "-"], in: folder, input: text)
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.complaints.hasPrefix("percept: " + message), "\(run.complaints)")
    }
  }
}
