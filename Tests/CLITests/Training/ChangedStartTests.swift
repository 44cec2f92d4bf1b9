import Foundation
import Lessons
import Testing

@Suite("A start with changed settings")
struct ChangedStartTests {
  @Test(
    "A setting changed leaves an exercise's first weights what they are, if they fit",
    arguments: ["a3-be-the-optimizer", "c1", "d1-goldilocks", "d5"])
  func changedExercise(_ name: String) throws {
    try inFolder { folder in
      func losses(_ arguments: String...) throws -> String {
        let run = try ProgramRun(
          ["train", name, "--epochs", "0", "--quiet", "--json"] + arguments, in: folder)
        #expect(run.status == 0, "\(run.complaints)")
        return try #require(
          JSON(reading: run.output, depth: 8)["measures"]?["training_loss"]
        ).line
      }
      let start = try losses()
      #expect(try losses("--set", "training.learning-rate=0.0123") == start)
      #expect(try losses("--set", "network.hidden=7") != start)
      let told = try ProgramRun(
        ["train", name, "--epochs", "0", "--set", "network.hidden=7"], in: folder)
      #expect(told.complaints.contains("so its first weights are drawn"), "\(told.complaints)")
    }
  }

  @Test("A list may stand in brackets, as in preset files")
  func brackets() throws {
    try inFolder { folder in
      let plain = try ProgramRun(
        ["train", "xor", "--set", "network.hidden=3,3", "--epochs", "2"], in: folder)
      let both = try ProgramRun(
        ["train", "xor", "--set", "network.hidden=[3, 3]", "--epochs", "2"], in: folder)
      #expect(plain.status == 0 && plain.output == both.output, "\(both.complaints)")
      let none = try ProgramRun(
        ["train", "xor", "--set", "network.hidden=[]", "--epochs", "2"], in: folder)
      #expect(none.status == 0 && none.output != plain.output, "\(none.complaints)")
    }
  }
}
