import Foundation
import Lessons
import Sweeps
import Testing

@testable import CLI

@Suite("percept sweep")
struct SweepProgramTests {
  @Test("It prints a ranking, keeps every trial beside its file, and talks on standard error")
  func ranking() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      let run = try sweep.run("s.yaml")
      #expect(run.status == 0)
      let lines = run.output.split(separator: "\n")
      #expect(lines.count == 14)
      #expect(
        lines.first == "ranked by test loss after the last epoch, mean of 2 seeds, least first")
      #expect(
        lines[1] == "rank  trial  learning-rate  hidden    mean        ±   least  largest  median")
      #expect(
        run.complaints.hasSuffix(
          "24 trials in s.sweep.jsonl; “percept sweep show” tells more about them.\n"))
      #expect(try sweep.names == ["s.sweep.jsonl", "s.yaml"])
      #expect(sweep.lineCount("s.sweep.jsonl") == 25)
      let first = try JSON(
        reading: String(try sweep.text("s.sweep.jsonl").prefix { $0 != "\n" }), depth: 3)
      #expect(first["spec"]?.text == SweepFolder.grid)
      // Nothing is left to do, and the table is the same.
      let again = try sweep.run("s.yaml", "--resume", "--quiet")
      #expect(again.output == run.output && again.complaints == "" && again.status == 0)
      #expect(sweep.lineCount("s.sweep.jsonl") == 25)
    }
  }

  @Test("The table is the same with any number of workers", arguments: ["1", "3", "16"])
  func workers(count: String) throws {
    try SweepFolder.with(SweepFolder.halving) { sweep in
      let run = try sweep.run("s.yaml", "--workers", count, "--quiet")
      #expect(run.status == 0)
      #expect(try run.output == sweep.table())
    }
  }

  @Test("JSON tells the same, and what is complete")
  func json() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      let run = try sweep.run("s.yaml", "--json", "--quiet")
      let json = try JSON(reading: run.output, depth: 8)
      #expect(json["complete"]?.truth == true && json["done"]?.whole == 24)
      let ranking = try #require(json["ranking"]?.list)
      let means = ranking.compactMap { $0["mean"]?.real }
      #expect(means.count == 12 && means == means.sorted())
      #expect(json["importance"]?.list?.count == 2)
    }
  }

  @Test("The command line changes values, seeds and epochs")
  func changes() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      let run = try sweep.run(
        "s.yaml", "network.hidden=[4,2],[3]", "training.learning-rate=0.1", "--seeds", "3",
        "--epochs", "2", "--json", "--quiet")
      let json = try JSON(reading: run.output, depth: 8)
      let ranking = try #require(json["ranking"]?.list)
      #expect(Set(ranking.compactMap { $0["values"]?["network.hidden"]?.text }) == ["4,2", "3"])
      #expect(ranking.allSatisfy { $0["objectives"]?.list?.count == 3 })
      #expect(ranking.allSatisfy { $0["epochs"]?.whole == 2 })
      // The store knows of the changes.
      let show = try sweep.run("show", "s.yaml", "--json")
      #expect(show.output == run.output)
    }
  }

  @Test("A plan is printed and nothing is run or written")
  func plan() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      let run = try sweep.run("s.yaml", "--plan")
      let lines = run.output.split(separator: "\n")
      #expect(run.status == 0 && lines.count == 14)
      #expect(lines.last == "12 configurations × 2 seeds = 24 trials of 4 epochs")
      let json = try sweep.run("s.yaml", "--dry-run", "--json", "--shard", "2/5")
      let trials = try #require(try JSON(reading: json.output, depth: 4).list)
      #expect(trials.compactMap { $0["trial"]?.whole } == [2, 7, 12])
      #expect(try sweep.names == ["s.yaml"])
    }
  }

  @Test("What diverges is a result: last in the ranking, with status 0")
  func divergence() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      let run = try sweep.run(
        "s.yaml", "training.learning-rate=0.03,100", "network.hidden=[4,2],[4,4]",
        "training.l2=1", "--epochs", "20", "--quiet")
      #expect(run.status == 0)
      #expect(run.output.split(separator: "\n").last?.hasSuffix("diverged") == true, "\(run)")
    }
  }

  @Test("What can't be run is told at the end, with status 1")
  func failed() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      let run = try sweep.run(
        "s.yaml", "data.training=50,90", "data.validation=20", "network.hidden=[4]", "--quiet")
      #expect(run.status == 1)
      #expect(run.output.contains("could not be run"))
      #expect(
        run.complaints.hasPrefix("percept: 4 configurations could not be run: trial "), "\(run)")
    }
  }

  private static let mistakes: [(line: Int, text: String, complaint: String)] = [
    (2, "nme: small", "s.yaml:2:1: unknown key “nme”"),
    (3, "base: nothing", "s.yaml:3:7: “base”: there is no preset “nothing”"),
    (5, "method: gird", "s.yaml:5:9: "),
    (7, "  training.rate: [0.1]", "s.yaml:7:3: there is no setting “training.rate”"),
    (8, "  network.hidden: [[2], [99]]", "s.yaml:8:"),
    (10, "epochs: many", "s.yaml:10:9: "),
  ]

  @Test("A mistake in the file is told with its place", arguments: mistakes)
  func mistake(line: Int, text: String, complaint: String) throws {
    var lines = SweepFolder.grid.split(separator: "\n").map(String.init)
    lines[line - 1] = text
    try SweepFolder.with(lines.joined(separator: "\n")) { sweep in
      let run = try sweep.run("s.yaml")
      #expect(run.status == 2 && run.output == "")
      #expect(run.complaints.hasPrefix("percept: " + complaint), "\(run)")
      #expect(run.complaints.count { $0 == "\n" } == 1)
      #expect(try sweep.names == ["s.yaml"])
    }
  }

  private static let misuses: [[String]] = [
    ["s.yaml", "training.rate=1"], ["s.yaml", "training.learning-rate=fast"],
    ["s.yaml", "training.learning-rate"], ["s.yaml", "--workers", "0"],
    ["s.yaml", "--shard", "5/4"], ["s.yaml", "--shard", "0/4"], ["s.yaml", "--seeds", "0"],
    ["s.yaml", "--epochs", "0"], ["s.yaml", "--trials", "100001"], ["spiral"],
    ["missing.yaml"], ["."],
    ["show", "missing.jsonl"], ["show", "s.yaml"], ["show", "s.yaml", "--json", "--trial", "1"],
    ["merge", "missing.jsonl", "--output", "m.jsonl"],
  ]

  @Test("Fewer configurations than were asked for are told, by the plan and by the run")
  func shortfall() throws {
    let few = SweepFolder.random
      .replacing("{min: 0.003, max: 3, scale: log}", with: "0.1")
      .replacing(
        "network.hidden: [[2], [4], [4, 2]]", with: "training.batch-size: {min: 1, max: 5}"
      )
      .replacing("  training.learning-rate: 0.1\n", with: "")
    try SweepFolder.with(few) { sweep in
      let told = "percept: s.yaml: no more than 5 different configurations were found\n"
      let plan = try sweep.run("s.yaml", "--plan")
      #expect(plan.status == 0 && plan.complaints == told, "\(plan)")
      let run = try sweep.run("s.yaml")
      #expect(run.status == 0 && run.complaints.hasPrefix(told), "\(run)")
      #expect(try sweep.run("s.yaml", "--plan", "--trials", "5").complaints == "")
    }
  }

  @Test(
    "What was typed is named as it was typed, with what was expected",
    arguments: [
      (
        ["s.yaml", "--seeds", "0"],
        "'0' is invalid for '--seeds <n>': expected a whole number from 1 to 1000"
      ),
      (["spiral"], "percept: spiral: there is no such file; expected a sweep's YAML file\n"),
      (
        ["show", "s.yaml"],
        "percept: s.sweep.jsonl: this sweep has not been run yet; percept sweep s.yaml runs it\n"
      ),
      (["show", "no.yaml"], "percept: no.yaml: there is no such file\n"),
    ])
  func named(arguments: [String], complaint: String) throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      let run = try ProgramRun(["sweep"] + arguments, in: sweep.folder)
      #expect(run.status == 2 && run.complaints.contains(complaint), "\(run)")
    }
  }

  @Test("In a pipe the last line of progress has all trials, of halving too")
  func progress() throws {
    try SweepFolder.with(SweepFolder.halving) { sweep in
      // Long enough that there is a first line.
      let run = try sweep.run("s.yaml", "--workers", "1", "--epochs", "50000")
      let lines = run.complaints.split(separator: "\n").filter { $0.contains(" trials, best ") }
      let jobs = try JSON(reading: sweep.run("show", "s.yaml", "--json").output, depth: 8)["done"]
      let all = try #require(jobs?.whole)
      #expect(lines.first?.contains(" of about 26 trials") == true, "\(run)")
      #expect(lines.last?.hasPrefix("\(all)/\(all) trials") == true, "\(run)")
    }
  }

  @Test("A share has no other usual value than all there is")
  func help() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      let run = try sweep.run("run", "--help")
      #expect(run.output.contains("--shard") && !run.output.contains("Share("), "\(run)")
    }
  }

  @Test(
    "A place where no store can be is told, with status 1", arguments: ["missing/s.jsonl", "."])
  func nowhere(store: String) throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      let run = try ProgramRun(["sweep", "s.yaml", "--store", store], in: sweep.folder)
      #expect(run.status == 1 && run.output == "" && run.complaints.hasPrefix("percept: \(store)"))
      #expect(try sweep.names == ["s.yaml"])
    }
  }

  @Test("Bad usage is told in a sentence before anything is trained", arguments: misuses)
  func misuse(arguments: [String]) throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      let run = try ProgramRun(["sweep"] + arguments, in: sweep.folder)
      #expect(run.status == 2 && run.output == "", "\(run)")
      #expect(!run.complaints.isEmpty)
      #expect(try sweep.names == ["s.yaml"])
    }
  }
}
