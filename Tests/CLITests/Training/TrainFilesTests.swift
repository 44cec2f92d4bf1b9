import Engine
import Foundation
import Lessons
import Studio
import Testing

@testable import CLI

@Suite("What percept train writes") struct TrainFilesTests {
  private func text(_ name: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  @Test("A row of metrics for each epoch, with the numbers of a session")
  func metrics() throws {
    try inFolder { folder in
      let arguments = ["train", "xor", "--epochs", "3", "--set", "training.l2=0.01"]
      let run = try ProgramRun(arguments + ["--metrics", "m.csv"], in: folder)
      #expect(run.status == 0 && run.output.hasPrefix("ending"))
      var session = Session(Preset())
      for (key, value) in [("data.set", "xor"), ("training.l2", "0.01")] {
        session.apply(.set(key: key, value: value))
      }
      let lines = try text("m.csv", in: folder).split(separator: "\n").map(String.init)
      #expect(
        lines[0] == "epoch,step,training_loss,validation_loss,test_loss,penalty,training_accuracy,"
          + "validation_accuracy,test_accuracy,learning_rate,gradient_norm")
      let rows = lines.dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      #expect(rows.map { $0[0] } == ["0", "1", "2", "3"])
      #expect(rows.map { $0[1] } == ["0", "25", "50", "75"])
      #expect(rows.allSatisfy { $0[3].isEmpty && $0[7].isEmpty && $0[9] == "0.03" })
      #expect(rows.allSatisfy { Double($0[5]) ?? 0 > 0 && Double($0[10]) ?? 0 > 0 })

      // Another run gives the same bytes.
      _ = try ProgramRun(arguments + ["--metrics", "other.csv"], in: folder)
      #expect(try text("other.csv", in: folder) == text("m.csv", in: folder))

      // The same as JSON Lines, number for number; a second file of that name is refused.
      _ = try ProgramRun(arguments + ["--metrics", "m.jsonl"], in: folder)
      let objects = try text("m.jsonl", in: folder).split(separator: "\n").map {
        try JSON(reading: String($0), depth: 2)
      }
      #expect(
        objects.map { $0.members?.map(\.value.line) }
          == rows.map { $0.map { $0.isEmpty ? "null" : String($0) } })
      let again = try ProgramRun(arguments + ["--metrics", "m.jsonl"], in: folder)
      #expect(again.status == 1 && again.output.isEmpty)
      #expect(
        again.complaints
          == "percept: m.jsonl: there is something of that name already; --force replaces it\n")
      let forced = try ProgramRun(arguments + ["--metrics", "m.jsonl", "--force"], in: folder)
      #expect(forced.status == 0)
      #expect(try text("m.jsonl", in: folder).split(separator: "\n").count == 4)
      // In a pipe, rows alone.
      let piped = try ProgramRun(arguments + ["--metrics", "-"], in: folder)
      #expect(piped.output == lines.map { $0 + "\n" }.joined())
    }
  }

  @Test("A full disk ends the metrics after a whole row, and not the training")
  func fullDisk() throws {
    try inFolder { folder in
      let whole = try ProgramRun(["train", "xor", "--epochs", "200"], in: folder)
      let run = try ShellRun(
        "trap '' XFSZ; ulimit -f 8; exec \"$PERCEPT\" train xor --epochs 200 --metrics m.csv --save w.st",
        in: folder)
      #expect(run.status == 1 && run.output == whole.output)
      #expect(run.complaints.hasPrefix("percept: m.csv: no more metrics are written ("))
      #expect(run.complaints.count(where: \.isNewline) == 1)
      let rows = try text("m.csv", in: folder)
      #expect(rows.utf8.count <= 8192 && rows.hasSuffix("\n"))
      let columns = rows.split(separator: "\n").map { $0.count(where: { $0 == "," }) }
      #expect(columns.count > 20 && Set(columns) == [10])
      #expect(FileManager.default.fileExists(atPath: folder.path + "/w.st"))

      let device = try ProgramRun(
        ["train", "xor", "--epochs", "200", "--metrics", "/dev/full"], in: folder)
      #expect(device.status == 1 && device.output.isEmpty)
      #expect(
        device.complaints == "percept: /dev/full: no more metrics are written (the disk is full)\n")
    }
  }

  @Test("Weights that can't be written are told after the table, and leave what was there")
  func weightsThatCannotBeWritten() throws {
    try inFolder { folder in
      _ = try ProgramRun(["train", "xor", "--epochs", "1", "--save", "w.st"], in: folder)
      let before = try Data(contentsOf: folder.appendingPathComponent("w.st"))
      let run = try ShellRun(
        // Through a pipe, for files can't grow there.
        "trap '' XFSZ; set -o pipefail; (ulimit -f 0; exec \"$PERCEPT\" train xor --epochs 2 --save w.st)"
          + " |& cat", in: folder)
      #expect(run.status == 1)
      #expect(run.output.contains("; what was there is unchanged\nending "))
      #expect(try Data(contentsOf: folder.appendingPathComponent("w.st")) == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["w.st"])
      for (path, reason) in [
        ("none/w.st", "there is no folder "), ("/dev/full", "/dev/full: this is no regular file"),
        (".", "this is a folder; a file was expected"),
      ] {
        let bad = try ProgramRun(["train", "xor", "--save", path], in: folder)
        #expect(bad.status == 1 && bad.output.isEmpty && bad.complaints.contains(reason))
      }
      let lost = try ProgramRun(["train", "xor", "--metrics", "none/m.csv"], in: folder)
      #expect(lost.status == 1 && lost.output.isEmpty)
      #expect(lost.complaints == "percept: none/m.csv: there is no folder none\n")
    }
  }

  @Test("Metrics go to no file that has another use")
  func metricsPlace() throws {
    try inFolder { folder in
      let table = try ProgramRun(["data", "xor", "-o", "t.csv"], in: folder)
      #expect(table.status == 0)
      let before = try text("t.csv", in: folder)
      for arguments in [
        ["t.csv"], ["xor", "--data", "./t.csv"], ["xor", "--load", "t.csv"],
        ["xor", "--save", "t.csv"], ["xor", "--checkpoint", "t.csv"],
      ] {
        let run = try ProgramRun(
          ["train"] + arguments + ["--epochs", "1", "--metrics", "t.csv", "--force"], in: folder)
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.complaints.hasPrefix("percept: "))
        #expect(try text("t.csv", in: folder) == before)
      }
    }
  }

  @Test("Metrics go to a pipe that has a name, and to a new file among the devices")
  func metricsToPipes() throws {
    try inFolder { folder in
      let pipe = try ShellRun(
        "\"$PERCEPT\" train xor --epochs 2 --metrics /dev/fd/3 3>&1 >table | cat", in: folder)
      #expect(pipe.status == 0 && pipe.complaints.isEmpty)
      #expect(pipe.output.hasPrefix("epoch,") && pipe.output.count(where: \.isNewline) == 4)
      // Where such a folder is.
      let memory = try ShellRun(
        "d=$(mktemp -d /dev/shm/percept.XXXXXX || mktemp -d) && trap 'rm -r $d' EXIT"
          + " && \"$PERCEPT\" train xor --epochs 2 --metrics $d/m.csv >table && cat $d/m.csv",
        in: folder)
      #expect(memory.status == 0 && memory.output == pipe.output, "\(memory)")
    }
  }

  @Test("Weights that are not finite any more replace none")
  func brokenWeights() throws {
    try inFolder { folder in
      _ = try ProgramRun(["train", "xor", "--epochs", "1", "--save", "w.st"], in: folder)
      let before = try Data(contentsOf: folder.appendingPathComponent("w.st"))
      let run = try ProgramRun(
        [
          "train", "xor", "--set", "training.l2=10", "--set", "training.learning-rate=100",
          "--epochs", "9", "--save", "w.st", "--quiet",
        ], in: folder)
      #expect(run.status == 1)
      #expect(
        run.complaints
          == "percept: w.st: not written, because the weights are not finite any more\n")
      let lines = run.output.split(separator: "\n").map { $0.split(separator: " ") }
      #expect(lines.first == ["ending", "diverged"])
      #expect(lines.contains(["training", "loss", "nan"]))
      #expect(lines.last == ["learning", "rate", "100"])
      #expect(try Data(contentsOf: folder.appendingPathComponent("w.st")) == before)
    }
  }

  @Test("Standard output that is full is told; a reader that goes away ends it quietly")
  func fullOutput() throws {
    try inFolder { folder in
      for arguments in [[], ["--json"]] {
        let run = try ProgramRun(
          ["train", "xor", "--epochs", "1", "--save", "w.st"] + arguments, in: folder,
          output: "/dev/full")
        #expect(run.status == 1)
        #expect(run.complaints == "percept: standard output can't be written (the disk is full)\n")
        #expect(FileManager.default.fileExists(atPath: folder.path + "/w.st"))
      }
      let closed = try ShellRun(
        "\"$PERCEPT\" train xor --epochs 100000 --metrics - | head -n 2; echo ${PIPESTATUS[0]}",
        in: folder)
      #expect(closed.output.hasPrefix("epoch,") && closed.output.hasSuffix("\n141\n"))
      #expect(closed.complaints.isEmpty)
    }
  }

  @Test("Rows after the checkpoint, and one without an end, are measured anew")
  func rowsThatAreKept() throws {
    func row(_ epoch: Int) -> String { "\(epoch),0,1,,1,0,50,,50,0.03,1\n" }
    func rows(_ text: String, through epoch: Int) throws -> MetricsRows {
      try MetricsRows(Array(text.utf8), named: "m.csv", through: epoch)
    }
    let head = EpochMetrics.csvHeader + row(0) + row(1)
    let all = try rows(head, through: 1)
    #expect(all.size == head.utf8.count && all.lastEpoch == 1 && all.remarks.isEmpty)
    let later = try rows(head + row(2) + row(3), through: 1)
    #expect(later.size == head.utf8.count && later.lastEpoch == 1)
    #expect(later.remarks == ["2 rows after epoch 1 are measured anew"])
    let torn = try rows(head + "2,0,0.", through: 5)
    #expect(torn.size == head.utf8.count && torn.lastEpoch == 1)
    #expect(torn.remarks == ["the last row has no end, and is measured anew"])
    let empty = try rows("", through: 5)
    #expect(empty.size == 0 && empty.lastEpoch == nil)
    for (text, line) in [
      ("a,b\n1,2\n", 1), (head + "x\n", 4), (row(0), 1), (head + "2,0\n", 4),
      ("{\"epoch\":1}\n", 1),
    ] {
      #expect(throws: Failure(message: "m.csv:\(line): this is no row of metrics that train wrote"))
      {
        try rows(text, through: 5)
      }
    }
  }

  @Test("The progress line fits its terminal, however narrow")
  func progressLine() {
    var run = HeadlessRun(Session(Preset()), epochs: 40)
    for _ in 0..<10 { _ = run.advance() }
    let loss = run.session.history.entries.last.map { String(format: "%.4g", $0.training) } ?? ""
    let text = ProgressLine.text(run, since: 0, seconds: 2, columns: 100)
    #expect(text.hasPrefix("[#######.......................] epoch 10/40  loss \(loss)  test "))
    #expect(text.hasSuffix("  5/s  0:06 left"))
    for columns in 0...120 {
      #expect(
        ProgressLine.text(run, since: 0, seconds: 2, columns: columns).count <= max(0, columns - 1))
    }
    #expect(!ProgressLine.text(run, since: 10, seconds: 0, columns: 80).contains("left"))
  }
}
