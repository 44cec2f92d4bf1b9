import Foundation
import Lessons
import Sweeps
import Testing

@testable import CLI

@Suite("percept sweep show")
struct SweepShowTests {
  @Test("It tells the ranking, what matters, and the map over two parameters")
  func tables() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      let table = try sweep.table()
      let run = try sweep.run("show", "alone.jsonl")
      #expect(run.status == 0 && run.complaints == "")
      #expect(
        run.output.hasPrefix(
          "small: 24 of 24 trials, 2 seeds each\n" + table))
      #expect(
        table.hasPrefix(
          "ranked by test loss after the last epoch, mean of 2 seeds, least first\n\n"))
      #expect(run.output.contains("\nimportance"))
      #expect(
        run.output.contains(
          "\ntest loss: training.learning-rate down, network.hidden across\n"))
      // The best and the worst are marked, and there is no colour in a pipe.
      #expect(run.output.contains(" ++") && run.output.contains(" --"))
      #expect(!run.output.contains("\u{1B}"))
      let turned = try sweep.run("show", "alone.jsonl", "--heat", "hidden,learning-rate")
      #expect(
        turned.output.contains("network.hidden down, training.learning-rate across"))
      let colored = try sweep.run("show", "alone.jsonl", "--color", "256")
      #expect(colored.output.contains("\u{1B}[30;48;5;") && colored.status == 0)
      let few = try sweep.run("show", "alone.jsonl", "--top", "2")
      #expect(few.output.contains("\n… 10 more\n"))
    }
  }

  @Test("While a sweep is open, the map shows what diverged and what is missing")
  func open() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      _ = try sweep.run(
        "s.yaml", "training.learning-rate=0.03,100", "network.hidden=[4,2],[4,4]",
        "training.l2=1", "--epochs", "20", "--quiet", "--shard", "1/3", "--store", "p")
      let run = try sweep.run("show", "p", "--heat", "learning-rate,hidden")
      #expect(run.status == 0 && run.output.contains("small: 4 of 8 trials"), "\(run)")
      #expect(run.output.contains("×") && run.output.contains("·"), "\(run)")
    }
  }

  @Test("Another measure ranks, and halving shows its rungs")
  func rungs() throws {
    let spec = SweepFolder.halving
      .replacing("scale: log}\n", with: "scale: log}\n  training.l2: [0, 0.1]\n")
    try SweepFolder.with(spec) { sweep in
      _ = try sweep.table()
      let run = try sweep.run("show", "alone.jsonl", "--by", "test_accuracy")
      #expect(
        run.output.contains("ranked by test accuracy after the last epoch, largest first\n"))
      let json = try JSON(
        reading: sweep.run("show", "alone.jsonl", "--by", "test-accuracy", "--json").output,
        depth: 8)
      #expect(json["measure"]?.text == "test-accuracy" && json["goal"]?.text == "maximise")
      for row in json["ranking"]?.list ?? [] {
        #expect(row["value"]?.real == row["objectives"]?.list?.first?.real)
        #expect(row["value"]?.real == row["mean"]?.real)
      }
      #expect(json["importance"]?.list?.first?["chance"]?.real?.isNaN == false)
      #expect(run.output.contains("best on average"))
      #expect(run.output.contains("Each after the epochs of the highest rung\nit came to."))
      #expect(run.output.contains("\nrung  epochs  came  known  went on  order kept\n"))
      let wrong = try sweep.run("show", "alone.jsonl", "--by", "hints")
      #expect(
        wrong.status == 2
          && wrong.complaints.contains(
            "--by hints: expected one of training-loss, validation-loss, test-loss, "
              + "training-accuracy, validation-accuracy, test-accuracy, gap")
      )
      let missing = try sweep.run("show", "alone.jsonl", "--by", "validation-loss")
      #expect(
        missing.complaints
          == "percept: --by validation-loss: the trials of this sweep have no such measure\n")
    }
  }

  @Test("A trial is told with the command to repeat it")
  func trial() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      _ = try sweep.table()
      let run = try sweep.run("show", "alone.jsonl", "--trial", "5.2")
      #expect(run.status == 0)
      let command = try #require(
        run.output.split(separator: "\n").first { $0.hasPrefix("  percept train ") })
      let words = command.split(separator: " ").dropFirst().map(String.init)
      let trained = try ProgramRun(words + ["--json"], in: sweep.folder)
      #expect(trained.status == 0, "\(trained)")
      // The loss in the store and that of the command are the same, to the last bit.
      let csv = try sweep.run("show", "alone.jsonl", "--export", "csv").output
        .split(whereSeparator: \.isNewline).map { $0.split(separator: ",") }
      let line = try #require(csv.first { $0.first == "5" && $0.dropFirst().first == "2" })
      #expect(trained.output.contains(String(try #require(line.dropFirst(7).first))), "\(line)")
      #expect(run.output.contains("\nTrain it again with seed 2:\n"))
      #expect(run.output.contains("\n2: \(line[2])  complete"), "\(run)")
      for name in ["0", "13", "5.3", "5.", "x", "1.2.3"] {
        let wrong = try sweep.run("show", "alone.jsonl", "--trial", name)
        #expect(wrong.status == 2)
        #expect(wrong.complaints.hasPrefix("percept: there is no trial “\(name)”; expected best"))
      }
    }
  }

  @Test("A trial's preset can be read again, and is the start of that trial")
  func preset() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      _ = try sweep.table()
      let run = try sweep.run("show", "alone.jsonl", "--preset", "best")
      let preset = try Preset(yaml: run.output)
      let json = try JSON(
        reading: try sweep.run("show", "alone.jsonl", "--json").output, depth: 8)
      let best = try #require(json["ranking"]?.list?.first?["values"])
      for key in ["training.learning-rate", "network.hidden"] {
        #expect(SettingCatalogue.keyed(key)?.value(in: preset) == best[key]?.text)
      }
      #expect(preset.data.samples == 40)
    }
  }

  @Test("Every preset that comes with the program is the same after being written and read")
  func roundTrip() throws {
    let items = try PresetLibrary.ofThisProgram().items()
    #expect(items.count > 10)
    for item in items {
      let preset = try PresetLibrary.read(item.path)
      #expect(try Preset(yaml: PresetYAML.text(of: preset)) == preset, "\(item.name)")
    }
  }
}
