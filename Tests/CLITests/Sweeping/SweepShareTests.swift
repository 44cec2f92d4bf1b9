import Foundation
import Testing

@testable import CLI

@Suite("Sweeps on several machines")
struct SweepShareTests {
  @Test(
    "The shares joined are the whole", arguments: [SweepFolder.grid, SweepFolder.random], [1, 4, 7])
  func union(text: String, count: Int) throws {
    try SweepFolder.with(text) { sweep in
      let table = try sweep.table()
      let shares = (1...count).map { "part-\($0).jsonl" }
      for (place, store) in shares.enumerated() {
        let run = try sweep.run(
          "s.yaml", "--shard", "\(place + 1)/\(count)", "--store", store, "--quiet")
        #expect(run.status == 0)
      }
      // In whatever order they come.
      let merge = try ProgramRun(
        ["sweep", "merge", "--output", "all.jsonl"] + shares.reversed(), in: sweep.folder)
      #expect(merge.status == 0 && merge.output == "")
      #expect(merge.complaints.hasSuffix("trials in all.jsonl; the sweep is complete.\n"))
      let lines = shares.map { sweep.lineCount($0) - 1 }
      #expect(lines.reduce(0, +) == sweep.lineCount("alone.jsonl") - 1)
      let run = try sweep.run("s.yaml", "--store", "all.jsonl", "--resume", "--quiet")
      #expect(run.output == table && run.status == 0)
      #expect(sweep.lineCount("all.jsonl") == sweep.lineCount("alone.jsonl"))
    }
  }

  @Test("A share has a store of its own beside the file")
  func usualStore() throws {
    try SweepFolder.with(SweepFolder.random) { sweep in
      let run = try sweep.run("s.yaml", "--shard", "2/3")
      #expect(run.status == 0)
      #expect(try sweep.names == ["s.sweep.2-of-3.jsonl", "s.yaml"])
      #expect(
        run.complaints.hasSuffix(
          "Share 2 of 3: 7 trials. “percept sweep merge” joins the stores of all shares.\n"))
    }
  }

  @Test("Halving goes by rounds of shares and joins, to the same table")
  func rounds() throws {
    try SweepFolder.with(SweepFolder.halving) { sweep in
      let table = try sweep.table()
      var said: [String] = []
      // As many rounds as rungs.
      for round in 1...3 {
        for share in 1...3 {
          let known = round == 1 ? [] : ["--known", "all.jsonl"]
          let run = try ProgramRun(
            [
              "sweep", "s.yaml", "--shard", "\(share)/3", "--store", "part-\(share).jsonl",
              "--resume",
            ]
              + known, in: sweep.folder)
          #expect(run.status == 0)
          if round == 1 { said.append(run.complaints) }
        }
        let merge = try sweep.run(
          "merge", "part-1.jsonl", "part-2.jsonl", "part-3.jsonl", "--output", "all.jsonl",
          "--force")
        #expect(merge.status == 0)
        #expect(merge.complaints.contains("the sweep is complete") == (round == 3), "\(merge)")
      }
      #expect(said.allSatisfy { $0.contains("This share has done what it can for now.") })
      let show = try sweep.run("show", "all.jsonl")
      #expect(show.output.contains(table))
      let run = try sweep.run("s.yaml", "--store", "all.jsonl", "--resume", "--quiet")
      #expect(run.output == table)
    }
  }

  @Test("Stores of other sweeps, and files that are there, are refused")
  func refused() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      _ = try sweep.run("s.yaml", "--quiet", "--store", "a.jsonl", "--epochs", "1")
      _ = try sweep.run("s.yaml", "--quiet", "--store", "b.jsonl", "--epochs", "2")
      let other = try sweep.run("merge", "a.jsonl", "b.jsonl", "--output", "m.jsonl")
      #expect(other.status == 2)
      #expect(other.complaints == "percept: b.jsonl: it is the store of another sweep\n")
      let taken = try sweep.run("merge", "a.jsonl", "--output", "b.jsonl")
      #expect(
        taken.status == 1 && taken.complaints.hasPrefix("percept: b.jsonl: there is something"))
      #expect(try sweep.names == ["a.jsonl", "b.jsonl", "s.yaml"])
    }
  }
}
