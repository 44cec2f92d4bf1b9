import Foundation
import Lessons
import Sweeps
import Testing

@testable import CLI

@Suite("A trial of a sweep, to go on with")
struct SweepTrialTests {
  @Test("Opening a trial opens its preset, under its number and with what it came to")
  func opens() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      _ = try sweep.table()
      let (file, store, _) = try StoredSweep.sweep(sweep.url("alone.jsonl").path)
      let report = SweepTrials.report(of: file, store)
      let opening = try SweepTrial("5.2", in: file, report).opening()
      #expect(opening.preset.title.hasSuffix(" · trial 5"))
      var preset = opening.preset
      preset.title = try SweepTrial("5.2", in: file, report).preset().title
      #expect(try preset == SweepTrial("5.2", in: file, report).preset())
      let notice = try #require(opening.notice)
      #expect(notice.hasPrefix("Trial 5, seed 2: test loss 0."))
      #expect(notice.hasSuffix(" after 4 epochs in the sweep."))
      // There is no terminal here, which is the playground's complaint after it told that.
      let run = try sweep.run("show", "alone.jsonl", "--open", "5.2")
      let play = try ProgramRun(["play", "circle"], in: sweep.folder)
      #expect(run.status == play.status)
      #expect(run.complaints == "percept: \(notice)\n" + play.complaints)
    }
  }

  @Test("Trials of an exercise begin with its settings, and the command gives what the store has")
  func exercise() throws {
    let text = """
      sweep: 1
      base: a3-be-the-optimizer
      method: grid
      parameters: {training.learning-rate: [0.03, 0.1]}
      epochs: 5
      objective: {measure: training-loss}

      """
    try SweepFolder.with(text) { sweep in
      let swept = try sweep.run("s.yaml")
      #expect(
        swept.complaints.hasPrefix(
          "percept: a3-be-the-optimizer: its trials begin with the settings of the exercise alone"))
      let stored = try JSON(
        reading: sweep.run("show", "s.yaml", "--json").output, depth: 8)["ranking"]?.list
      for trial in 1...2 {
        let card = try sweep.run("show", "s.yaml", "--trial", "\(trial)").output
        let commands = card.split(separator: "\n").filter {
          $0.hasPrefix("  percept sweep show ") || $0.hasPrefix("  percept train ")
        }
        #expect(commands.count == 2, "\(card)")
        let script =
          "percept() { \"$PERCEPT\" \"$@\"; }; \(commands.joined(separator: " && ")) --json"
        let trained = try ShellRun(script, in: sweep.folder)
        #expect(trained.status == 0, "\(trained)")
        let row = try #require(stored?.first { $0["trial"]?.whole == trial })
        let value = try #require(row["value"]?.real)
        #expect(trained.output.contains("\(value)"), "\(trial): \(value), \(trained)")
      }
    }
  }

  @Test("The preset of a trial with a table can be read from another folder")
  func table() throws {
    try inFolder { folder in
      let lessons = folder.appendingPathComponent("lessons")
      try FileManager.default.createDirectory(at: lessons, withIntermediateDirectories: true)
      let rows = (0..<20).map { "\($0),\($0 * $0 % 7),\($0 % 2)" }.joined(separator: "\n")
      try Data("a,b,c\n\(rows)\n".utf8).write(to: lessons.appendingPathComponent("t.csv"))
      try Data("format: 1\ntitle: Own\ndata:\n  file: t.csv\n".utf8)
        .write(to: lessons.appendingPathComponent("b.yaml"))
      let text = """
        sweep: 1
        base: b.yaml
        method: grid
        parameters: {training.learning-rate: [0.03, 0.1]}
        epochs: 2

        """
      try Data(text.utf8).write(to: lessons.appendingPathComponent("s.yaml"))
      let swept = try ProgramRun(["sweep", "lessons/s.yaml", "-q"], in: folder)
      #expect(swept.status == 0, "\(swept)")
      let run = try ProgramRun(["sweep", "show", "lessons/s.yaml", "--preset", "best"], in: folder)
      try Data(run.output.utf8).write(to: folder.appendingPathComponent("best.yaml"))
      let trained = try ProgramRun(["train", "best.yaml", "--epochs", "2", "-q"], in: folder)
      #expect(trained.status == 0, "\(run.output) \(trained)")
      // The folder may move: the trials are known by the rows.
      try FileManager.default.moveItem(
        at: lessons, to: folder.appendingPathComponent("moved"))
      let again = try ProgramRun(["sweep", "show", "moved/s.yaml"], in: folder)
      #expect(again.output.hasPrefix("sweep: 2 of 2 trials\n"), "\(again)")
    }
  }
}
