import Foundation
import Studio
import Testing

@testable import CLI

@Suite("percept grade")
struct GradeProgramTests {
  /// The cells of a line of CSV in which no cell holds a line's end.
  private func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" { isQuoted.toggle() }
      if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  @Test("A class of 200 with known faults is graded exactly, and nothing stops the run")
  func classOf200() throws {
    try inFolder { folder in
      let pupils = try SchoolClass.pupils(200)
      try write(SchoolClass.yaml, "set/switch.yaml", folder)
      for pupil in pupils {
        let file = folder.appendingPathComponent("in/\(pupil.name)/switch.jsonl")
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(pupil.bytes).write(to: file)
      }
      try Data(count: 100 << 20).write(to: folder.appendingPathComponent("in/huge.jsonl"))
      try Data((0..<5000).map { UInt8($0 * 37 % 256) }).write(
        to: folder.appendingPathComponent("in/rubbish.jsonl"))
      try write("a note", "in/notes.txt", folder)
      try FileManager.default.createSymbolicLink(
        at: folder.appendingPathComponent("in/link.jsonl"),
        withDestinationURL: folder.appendingPathComponent("in/s000/switch.jsonl"))
      let run = try ProgramRun(["grade", "in", "--csv", "--exercises", "set"], in: folder)
      #expect(run.status == 0)
      let lines = run.output.split(separator: "\n").map { cells(String($0)) }
      #expect(lines.count == 204)
      #expect(lines.first == GradeColumns.names)
      var rows: [String: [String]] = [:]
      for line in lines.dropFirst() { rows[line.last ?? ""] = line }
      for pupil in pupils {
        let row = try #require(rows["\(pupil.name)/switch.jsonl"], "\(pupil.name)")
        #expect(row[2] == pupil.verdict.rawValue, "\(pupil.name): \(row)")
        #expect(
          row[3].hasPrefix(pupil.reason) || row[3].contains(pupil.reason), "\(pupil.name): \(row)")
      }
      #expect(rows["huge.jsonl"]?[3] == "the file is larger than 4 MiB")
      #expect(rows["rubbish.jsonl"]?[3] == "this is no text in UTF-8")
      #expect(rows["link.jsonl"]?[3] == "a link is not followed")
      #expect(
        rows["s000/switch.jsonl"] == [
          "s000", "switch", "pass", "", "1", "1", "", "0", "1", "0", "1", "1.0",
          "s000/switch.jsonl",
        ])
      let counts = Grade.Verdict.allCases.map { verdict in
        pupils.count { $0.verdict == verdict } + (verdict == .unreadable ? 3 : 0)
      }
      #expect(
        run.complaints.hasPrefix(
          "203 submissions: \(counts[0]) pass, \(counts[1]) fail, \(counts[2]) tampered,"
            + " \(counts[3]) unreadable.\nMost missed question: p1 of switch, "))
      #expect(run.complaints.contains("Left out, for they are no submissions: notes.txt."))
    }
  }

  @Test("The table, JSON and CSV of one file are these")
  func forms() throws {
    try inFolder { folder in
      try write(SchoolClass.yaml, "set/switch.yaml", folder)
      let pupil = try SchoolClass.pupils(2)[1]
      // A name that a spreadsheet would take for a formula, and a cell with a comma.
      let text = String(decoding: pupil.bytes, as: UTF8.self)
        .replacing("\"s001\"", with: "\"=1+1, \\\"x\\\"\"")
      try write(text, "in/-a,b.jsonl", folder)
      func output(_ form: [String]) throws -> String {
        try ProgramRun(["grade", "in", "--exercises", "set"] + form, in: folder).output
      }
      let best = "goal 1 not reached: Tanh after 5 epochs"
      let csv = try output(["--csv"]).split(separator: "\n").map(String.init)
      #expect(csv[1].hasPrefix("\"'=1+1, \"\"x\"\"\",switch,fail,"))
      #expect(csv[1].hasSuffix(",0,1,,1,1,0,1,1.0,\"'-a,b.jsonl\""))
      let table = try output([]).split(separator: "\n").map(String.init)
      #expect(
        table[0]
          == "student    exercise  verdict  goals  right  hints  attempts  minutes  medals  file")
      #expect(
        table[1]
          == "=1+1, \"x\"  switch    fail     0/1    1/1    0      1         1.0              -a,b.jsonl"
      )
      #expect(table[2].hasPrefix("    " + best))
      let json = try output(["--json"])
      let rows = try #require(
        JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
      #expect(rows.count == 1 && rows[0]["student"] as? String == "=1+1, \"x\"")
      #expect(rows[0]["goals"] as? Int == 0 && rows[0]["verdict"] as? String == "fail")
    }
  }

  @Test("Bad usage and a folder without submissions end with status 2 and one line")
  func usage() throws {
    try inFolder { folder in
      #expect(try ProgramRun(["grade", "nowhere", "--exercises", "."], in: folder).status == 2)
      #expect(try ProgramRun(["grade", ".", "--exercises", "nowhere"], in: folder).status == 2)
      #expect(try ProgramRun(["grade", ".", "--csv", "--json"], in: folder).status == 2)
      let expected = "percept: .: submissions that learners handed in were expected, found "
      for form in [[], ["--csv"], ["--json"]] {
        let empty = try ProgramRun(["grade", ".", "--exercises", "."] + form, in: folder)
        #expect(empty.status == 2 && empty.output.isEmpty)
        #expect(empty.complaints == expected + "no file\n")
      }
      try write("a note", "notes.txt", folder)
      let others = try ProgramRun(["grade", ".", "--exercises", "."], in: folder)
      #expect(others.status == 2 && others.output.isEmpty)
      #expect(others.complaints == expected + "none among 1 file\n")
    }
  }

  @Test("Who did the very same is observed, without a verdict")
  func alike() throws {
    try inFolder { folder in
      try write(SchoolClass.yaml, "set/switch.yaml", folder)
      let exercise = try ExerciseFile.read(folder.appendingPathComponent("set/switch.yaml").path)
      var session = Session(exercise)
      session.apply(.answer(question: "p1", value: "b"))
      for number in 0..<10 {
        session.apply(
          .set(key: "network.activation", value: number % 2 == 0 ? "tanh" : "linear"))
      }
      for name in ["ann", "bo"] {
        let submission = try #require(
          Submission(of: session, student: name, attempt: 1, seconds: 1, begun: "now"))
        try write(submission.text, "in/\(name).jsonl", folder)
      }
      let run = try ProgramRun(["grade", "in", "--exercises", "set"], in: folder)
      #expect(run.complaints.contains("The same 10 actions at the same steps of switch: ann, bo."))
    }
  }
}

/// Writes a file below a folder.
func write(_ text: String, _ path: String, _ folder: URL) throws {
  let file = folder.appendingPathComponent(path)
  try FileManager.default.createDirectory(
    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(text.utf8).write(to: file)
}
