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
        piped.complaints == "percept: standard input: 40 rows; kind by length, mm and width.\n")
      // The network is that of the preset; half of the rows are for training, ten a step.
      let own = try report(["xor"], in: folder)
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
