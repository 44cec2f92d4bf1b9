import Foundation
import Lessons
import Testing

@testable import CLI

@Suite("percept check and percept new")
struct CheckProgramTests {
  @Test("A new exercise is proved as it is, and never written over a file")
  func template() throws {
    try inFolder { folder in
      let made = try ProgramRun(["new", "exercise", "a6-mine"], in: folder)
      #expect(made.status == 0 && made.output.isEmpty)
      #expect(made.complaints.hasPrefix("Written: a6-mine.yaml."))
      let check = try ProgramRun(["check", "a6-mine.yaml"], in: folder)
      #expect(check.status == 0 && check.complaints == "1 proved.\n", "\(check)")
      #expect(!check.output.contains("warning"), "\(check.output)")
      #expect(
        check.output.contains(
          "with 20 other seeds the start fails 20 times, the solution passes 20 times"))
      #expect(try ProgramRun(["new", "exercise", "a6-mine.yaml"], in: folder).status == 1)
      #expect(try ProgramRun(["new", "exercise", "My Lesson"], in: folder).status == 2)
    }
  }

  @Test("Every key of the format is explained in it")
  func keys() {
    let text = ExerciseTemplate.text(schema: nil)
    let keys =
      Exercise.keys + Exercise.startKeys + Exercise.questionKeys + Exercise.goalKeys
      + Exercise.seedKeys + Exercise.solutionKeys + Exercise.nearMissKeys
    for key in keys { #expect(text.contains("\(key):"), "\(key)") }
    for word in Permits.Deed.allCases { #expect(text.contains(word.rawValue), "\(word)") }
  }

  private func check(_ change: (String) -> String) throws -> ProgramRun {
    var run: ProgramRun?
    try inFolder { folder in
      let text = ExerciseTemplate.text(schema: nil)
      let other = change(text)
      try #require(text != other)
      try write(other, "x.yaml", folder)
      run = try ProgramRun(["check", "x.yaml", "--quick"], in: folder)
    }
    return try #require(run)
  }

  @Test("What is not proved ends with status 1 and is told in capitals")
  func unproved() throws {
    let easy = try check { $0.replacing("<= 0.05", with: "<= 5") }
    #expect(easy.status == 1 && easy.output.hasPrefix("x: NOT PROVED\n  the start "))
    let lucky = try check { $0.replacing("train 20]", with: "train 100]") }
    #expect(lucky.status == 1 && lucky.output.contains("a near miss PASSES: stopped too early"))
    let hard = try check { $0.replacing("<= 0.05", with: "<= 0.0005") }
    #expect(hard.status == 1 && hard.output.contains("the solution FAILS: test-loss 0.0"))
    let locked = try check {
      $0.replacing("do: [set network.activation tanh, train 100]", with: "do: [add-layer]")
    }
    #expect(locked.status == 1)
    #expect(locked.output.contains(":10: “add-layer” was refused: Locked by the exercise"))
    let missing = try check {
      String($0[..<($0.range(of: "  # What “percept check”")?.lowerBound ?? $0.startIndex)])
    }
    #expect(missing.status == 1 && missing.output.contains("there is NO SOLUTION to prove"))
  }

  @Test("A mistake ends with status 2, with its place and the nearest key")
  func mistakes() throws {
    let key = try check { $0.replacing("  hints:", with: "  hint:") }
    #expect(key.status == 2 && key.output.isEmpty)
    #expect(key.complaints.hasPrefix("percept: x.yaml:"))
    #expect(key.complaints.contains("unknown key “hint” in “exercise”: expected one of version, "))
    #expect(key.complaints.hasSuffix("did you mean “hints”?\n1 with mistakes.\n"))
    let line = try check { $0.replacing("train 20]", with: "trian 20]") }
    #expect(line.status == 2 && line.output.contains("“trian 20” is no line of a script"))
  }

  @Test("Warnings tell of hairs' breadths, colours and hints that tell too much")
  func warnings() throws {
    let output = try check {
      $0.replacing("<= 0.05", with: "<= 0.037")
        .replacing(
          "- Something between the layers has to bend.", with: "- Try tanh at the blue points.")
    }.output
    #expect(output.contains("warning: the solution's test-loss is within "))
    #expect(
      output.contains("warning: hint 2 gives “tanh” of the solution away before the last one"))
    #expect(output.contains("warning: hint 2: “blue points” tells points apart by colour alone"))
  }

  @Test("All that comes with the program can be read; --all says so")
  func all() throws {
    try inFolder { folder in
      let run = try ProgramRun(["check", "--all", "--quick"], in: folder)
      #expect(run.status == 0 && run.complaints.hasSuffix(" valid presets.\n"), "\(run)")
      let schema = try ProgramRun(["new", "schema"], in: folder)
      #expect(schema.output == FormatSchema.json.page)
    }
  }
}

@Suite("percept check --json")
struct CheckJSONTests {
  @Test("Every file has its verdict, with what was found; --quiet leaves the summary out")
  func json() throws {
    try inFolder { folder in
      let files = [
        "good.yaml": ExerciseTemplate.text(schema: nil),
        "bad.yaml": ExerciseTemplate.text(schema: nil).replacing("  hints:", with: "  hint:"),
        "preset.yaml": "format: 1\n",
      ]
      for (name, text) in files {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
      }
      let arguments = ["check", "good.yaml", "bad.yaml", "preset.yaml", "no.yaml", "--quick"]
      let run = try ProgramRun(arguments + ["--json", "--quiet"], in: folder)
      #expect(run.status == 2)
      #expect(!run.complaints.contains("1 proved") && run.complaints.contains("bad.yaml:"))
      let list = try #require(try JSON(reading: run.output, depth: 6).list)
      #expect(list.map { $0["verdict"]?.text } == ["proved", "mistake", "valid", "mistake"])
      #expect(list.map { $0["path"]?.text }.prefix(2) == ["good.yaml", "bad.yaml"])
      #expect(list[0]["found"]?.texts?.first?.hasPrefix("the start fails") == true)
      #expect(list[1]["problem"]?.text?.contains("unknown key “hint”") == true)
      let talking = try ProgramRun(arguments, in: folder)
      #expect(talking.complaints.hasSuffix("1 proved, 1 valid preset, 2 with mistakes.\n"))
    }
  }
}
