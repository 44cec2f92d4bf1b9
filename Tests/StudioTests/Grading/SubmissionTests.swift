import Lessons
import Testing

@testable import Studio

@Suite("Submissions as text")
struct SubmissionTests {
  private static func text() throws -> String {
    try #require(GradingExample.submission(GradingExample.session())).text
  }

  /// The problem with a text, in words.
  private func problem(_ text: String) -> String? { problem(bytes: Array(text.utf8)) }

  private func problem(bytes: [UInt8]) -> String? {
    do {
      _ = try Submission(bytes)
      return nil
    } catch {
      return error.description
    }
  }

  @Test("What is written is read again, in the form that is written down")
  func roundTrip() throws {
    let submission = try #require(GradingExample.submission(GradingExample.session()))
    #expect(try Submission(Array(submission.text.utf8)) == submission)
    let lines = submission.text.split(separator: "\n").map(String.init)
    let hash = try GradingExample.exercise().hash
    #expect(
      lines[0] == "{\"percept\":\"submission\",\"format\":1,\"exercise\":\"switch\",\"version\":2,"
        + "\"hash\":\"\(hash)\",\"program\":\"0.1.0\",\"student\":\"s1\",\"attempt\":2,"
        + "\"seconds\":90,\"begun\":\"2026-03-02T09:00:01Z\"}")
    #expect(
      Array(lines[1...4]) == [
        "{\"step\":0,\"do\":\"answer p1 b\"}", "{\"step\":0,\"do\":\"take-hint\"}",
        "{\"step\":0,\"do\":\"set network.activation tanh\"}",
        "{\"step\":10,\"do\":\"answer q1 3\"}",
      ])
    #expect(
      lines[5].hasPrefix("{\"steps\":10,\"passed\":true,\"goals\":[1,2],\"medals\":[\"gold\"],"))
    #expect(lines.count == 6)
  }

  @Test("A mark at the beginning, other ends of lines, and a missing last one change nothing")
  func transport() throws {
    let text = try Self.text()
    let read = try Submission(Array(text.utf8))
    #expect(try Submission(Array(("\u{FEFF}" + text).utf8)) == read)
    #expect(try Submission(Array(text.replacing("\n", with: "\r\n").utf8)) == read)
    #expect(try Submission(Array(text.dropLast().utf8)) == read)
  }

  @Test("Every fault has its own words")
  func faults() throws {
    let text = try Self.text()
    func changed(_ old: String, _ new: String) throws -> String? {
      let other = text.replacing(old, with: new)
      try #require(other != text, "\(old)")
      return problem(other)
    }
    #expect(problem("") == "the file is empty")
    #expect(problem(bytes: [0xFF, 0xFE, 0x41]) == "this is no text in UTF-8")
    #expect(problem("a\0b") == "this is no text in UTF-8")
    #expect(problem("PK\u{3}\u{4}rest") == "this is an archive; unpack it first")
    #expect(
      problem(bytes: Array(repeating: 0x20, count: Submission.sizeLimit + 1))
        == "the file is larger than 4 MiB")
    #expect(problem("{}\n") == "line 1: this is no submission of Percept")
    #expect(
      problem("hello\n")
        == "line 1: this is no submission of Percept: this is no JSON: column 1: a value was expected"
    )
    #expect(
      try changed("\"format\":1", "\"format\":2")
        == "line 1: format 2 is not known; a newer Percept wrote it; this version reads 1")
    #expect(
      try changed("\"format\":1", "\"format\":0")
        == "line 1: format 0 is not known; this version reads 1")
    #expect(try changed("\"attempt\":2,", "") == "line 1: “attempt” is missing")
    #expect(try changed("\"attempt\":2", "\"attempt\":2,\"x\":1") == "line 1: unknown key “x”")
    #expect(
      try changed("\"attempt\":2", "\"attempt\":\"2\"")
        == "line 1: “attempt” is a text; expected a whole number")
    #expect(
      try changed("\"attempt\":2", "\"attempt\":0")
        == "line 1: “attempt” is 0; expected 1 to 1000000")
    #expect(
      try changed("\"seconds\":90", "\"seconds\":NaN")?.hasSuffix(": NaN is no number in JSON")
        == true
    )
    #expect(
      try changed("\"s1\"", "\"\\u001b[31m\"")
        == "line 1: “student” is no name: 1 to 80 characters in one line were expected")
    #expect(
      try changed("\"step\":0", "\"step\":1e3") == "line 2: “step” is 1e3; expected a whole number")
    #expect(
      try changed("\"step\":0", "\"step\":99999999999999999999")
        == "line 2: “step” is 99999999999999999999; expected a whole number")
    #expect(try changed("take-hint", "fly") == "line 3: “fly” is no action")
    #expect(
      try changed("take-hint", "set-parameter 0 nan")
        == "line 3: “set-parameter 0 nan” has a number that is not finite")
    #expect(
      try changed("\"passed\":true", "\"passed\":1")
        == "line 6: “passed” is 1; expected true or false")
    #expect(
      try changed("\"goals\":[1,2]", "\"goals\":[[[1]]]")?.hasSuffix(
        ": too many lists and objects inside each other") == true)
    #expect(
      try changed("\"fingerprint\":\"", "\"fingerprint\":\"0")
        == "line 6: “fingerprint” is no SHA-256 hash: 64 hexadecimal digits were expected")
    #expect(problem(text + "{\"step\":1}\n") == "line 7: the file goes on after the result")
  }

  @Test("A file that was cut off says where, at whatever byte it ends")
  func torn() throws {
    let bytes = Array(try Self.text().utf8)
    for count in 1..<bytes.count - 1 {
      let words = try #require(problem(bytes: Array(bytes.prefix(count))), "\(count)")
      let isTold =
        words.contains("torn off") || words.contains("ends without a result")
        || words.contains("not UTF-8")
      #expect(isTold, "\(count): \(words)")
    }
  }

  @Test("However long or deep a file is, it is soon refused")
  func bounds() throws {
    let lines = try Self.text().split(separator: "\n").map(String.init)
    let many = [lines[0]] + Array(repeating: "{\"step\":0,\"do\":\"reset\"}", count: 20_001)
    #expect(
      problem((many + [lines[5]]).joined(separator: "\n")) == "the log has more than 20000 entries")
    let long = "{\"step\":0,\"do\":\"" + String(repeating: "x", count: 300_000) + "\"}"
    #expect(
      problem([lines[0], long, lines[5]].joined(separator: "\n"))
        == "line 2: the line is longer than 256 KiB")
    let deep = String(repeating: "[", count: 200_000)
    #expect(
      problem([lines[0], deep].joined(separator: "\n") + "\n")
        == "line 2: this is no JSON: column 3: too many lists and objects inside each other")
  }

  @Test("A student's name becomes one that can be read")
  func names() throws {
    let session = try GradingExample.session()
    for (typed, kept) in [
      ("", "anonymous"), ("a\nb\u{1B}", "ab"),
      (String(repeating: "x", count: 200), String(repeating: "x", count: 80)),
    ] {
      let submission = try #require(
        Submission(of: session, student: typed, attempt: 1, seconds: 1, begun: "now"))
      #expect(submission.header.student == kept)
      #expect(try Submission(Array(submission.text.utf8)) == submission)
    }
    #expect(
      Submission(of: Session(Preset()), student: "s", attempt: 1, seconds: 1, begun: "n") == nil)
  }
}
