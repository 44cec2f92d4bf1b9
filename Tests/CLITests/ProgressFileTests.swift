import Foundation
import Testing

@testable import CLI

@Suite("Progress") struct ProgressFileTests {
  /// A file in a folder of its own that is not there yet, both removed at the end.
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("percept-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appendingPathComponent("percept/progress.json").path)
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  private func write(_ text: String, _ path: String) throws {
    try UserFolder.create(for: path)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private static let passed = ExerciseProgress(
    state: .passed, hash: "ab", attempts: 2, hints: 1, medals: ["gold"], seconds: 340,
    date: "2026-03-02T09:00:01Z")

  @Test func whatWasNotedIsReadAgain() throws {
    try inFolder { path in
      var file = ProgressFile(path: path)
      #expect(file.entries.isEmpty && file.problem == nil)
      try file.note("a1") { $0 = Self.passed }
      try file.note("a2") { $0.attempts += 1 }
      #expect(ProgressFile(path: path).entries == file.entries)
      #expect(ProgressFile(path: path).entries["a1"] == Self.passed)
      #expect(
        try text(path) == """
          {
            "percept": "progress",
            "format": 1,
            "exercises": {
              "a1": {
                "state": "passed",
                "hash": "ab",
                "attempts": 2,
                "hints": 1,
                "medals": ["gold"],
                "seconds": 340,
                "date": "2026-03-02T09:00:01Z"
              },
              "a2": { "state": "open", "attempts": 1, "hints": 0, "medals": [], "seconds": 0, "date": "" }
            }
          }

          """)
    }
  }

  @Test func twoWindowsAtOnceLoseNothing() throws {
    try inFolder { path in
      var one = ProgressFile(path: path)
      var two = ProgressFile(path: path)
      try one.note("a1") { $0 = Self.passed }
      try two.note("a1") {
        $0 = ExerciseProgress(
          attempts: 3, medals: ["silver"], seconds: 20, date: "2026-03-02T10:00:00Z")
      }
      try two.note("b1") { $0.attempts = 1 }
      let both = ProgressFile(path: path).entries
      #expect(both == two.entries && both["b1"]?.attempts == 1)
      #expect(
        both["a1"]
          == ExerciseProgress(
            state: .passed, hash: "ab", attempts: 3, hints: 1, medals: ["silver", "gold"],
            seconds: 340, date: "2026-03-02T10:00:00Z"))
    }
  }

  @Test func exercisesThatAreNotKnownHereAreKept() throws {
    try inFolder { path in
      var file = ProgressFile(path: path)
      try file.note("from-another-set") { $0 = Self.passed }
      var later = ProgressFile(path: path)
      try later.note("a1") { $0.attempts = 1 }
      #expect(ProgressFile(path: path).entries["from-another-set"] == Self.passed)
    }
  }

  @Test(arguments: [
    ("", "byte 1: a value was expected"),
    ("{\"percept\": \"progress\"", "byte 23: “}” was expected"),
    ("[]", "this is no progress of Percept"),
    (
      "{\"percept\": \"progress\", \"format\": 2, \"new\": []}",
      "format 2 is not known; this version of Percept reads 1"
    ),
    (
      "{\"percept\": \"progress\", \"format\": 1, \"exercises\": {}, \"more\": 1}",
      "the file: the key “more” is not known to this version"
    ),
    (
      "{\"percept\": \"progress\", \"format\": 1, \"exercises\": {\"a1\": {\"state\": \"new\"}}}",
      "a1: “state” is missing, or not what it should be"
    ),
    (
      "{\"percept\": \"progress\", \"format\": 1, \"exercises\": {\"a1\": 3}}",
      "a1: an object was expected, found a number"
    ),
  ])
  func aBrokenOrNewerFileIsNeverWrittenOver(content: String, message: String) throws {
    try inFolder { path in
      try write(content, path)
      var file = ProgressFile(path: path)
      #expect(file.problem == "progress is not kept: \(path): \(message)")
      // Learning goes on in memory, without another word.
      try file.note("a1") { $0.attempts = 1 }
      #expect(file.entries["a1"]?.attempts == 1)
      #expect(try text(path) == content)
    }
  }

  @Test func aFileThatBreaksWhileTheProgramRunsIsToldOnceAndKept() throws {
    try inFolder { path in
      var file = ProgressFile(path: path)
      try file.note("a1") { $0.attempts = 1 }
      try write("{}", path)
      #expect(
        throws: Failure(
          message: "progress is not kept: \(path): this is no progress of Percept", status: 1)
      ) { try file.note("a1") { $0.attempts = 2 } }
      try file.note("a1") { $0.attempts = 3 }
      #expect(try text(path) == "{}" && file.entries["a1"]?.attempts == 3)
    }
  }

  @Test func aPlaceThatCannotBeWrittenIsTold() throws {
    try inFolder { path in
      try write("x", path)
      let below = path + "/percept/progress.json"
      var file = ProgressFile(path: below)
      #expect(throws: Failure.self) { try file.note("a1") { $0.attempts = 1 } }
      #expect(file.problem?.hasPrefix("progress is not kept: ") == true)
      #expect(file.entries["a1"]?.attempts == 1)
    }
    #expect(
      ProgressFile(path: nil).problem
        == "progress is not kept: neither XDG_STATE_HOME nor HOME says where")
  }

  @Test func itIsWhereTheSpecificationSays() {
    #expect(UserFolder.progress(["XDG_STATE_HOME": "/s"]) == "/s/percept/progress.json")
    #expect(UserFolder.submissions(["HOME": "/h"]) == "/h/.local/state/percept/submissions")
    #expect(UserFolder.progress([:]) == nil)
  }
}
