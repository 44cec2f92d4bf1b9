import Engine
import Foundation
import Lessons
import Studio
import Testing

@testable import CLI

/// The built program, as a shell calls it.
@Suite("percept export")
struct ExportProgramTests {
  private func run(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun(["export"] + arguments, in: FileManager.default.temporaryDirectory)
  }

  private func preset(_ name: String) throws -> Preset {
    try PresetLibrary.ofThisProgram().preset(name)
  }

  @Test("With --training, keras and pytorch write the programs of the keys K and P")
  func training() throws {
    let program = Session(try preset("spiral")).program
    for language in CodeLanguage.allCases {
      let run = try run("spiral", "--format", language.rawValue, "--training")
      #expect(run.status == 0 && run.output == language.text(program))
      #expect(
        run.complaints == "It reads the points from points.csv, which “percept data” writes.\n")
      let quiet = try self.run("spiral", "--training", "--format", language.rawValue, "-q")
      #expect(quiet.complaints.isEmpty && quiet.output == run.output)
      // Told so, a trained one trains again, as on the screen.
      let again = try self.run(
        "spiral", "--format", language.rawValue, "--epochs", "3", "--training")
      #expect(again.output.contains("epochs = 3  # as many as here so far\n"))
    }
  }

  @Test("Trained, each format holds the network of the session that was trained so")
  func trained() throws {
    for format in ExportFormat.allCases where format != .safetensors {
      var session = Session(try preset("xor"))
      session.advance(steps: 4 * session.trainer.stepsPerEpoch)
      let run = try run("xor", "--format", format.rawValue, "--epochs", "4")
      #expect(run.status == 0 && run.complaints.isEmpty)
      #expect(Array(run.output.utf8) == session.trainedNetwork.bytes(format), "\(format)")
    }
    // Not trained at all, it holds the first weights.
    let first = try run("xor", "--format", "pytorch")
    #expect(first.output.contains("WEIGHTS = {"))
    #expect(first.output.contains("before any training here"))
  }

  @Test("Weights that were saved, and a checkpoint, give the network that is in them")
  func files() throws {
    try inFolder { folder in
      func export(_ arguments: String...) throws -> ProgramRun {
        try ProgramRun(["export"] + arguments, in: folder)
      }
      #expect(
        try export("xor", "--epochs", "4", "--format", "safetensors", "-o", "w.safetensors").status
          == 0)
      var session = Session(try preset("xor"))
      session.advance(steps: 4 * session.trainer.stepsPerEpoch)
      #expect(
        try Data(contentsOf: folder.appendingPathComponent("w.safetensors"))
          == Data(Safetensors(tensors: session.trainer.network.tensors).bytes))
      let loaded = try export("xor", "--load", "w.safetensors", "--format", "json")
      let trained = try export("xor", "--epochs", "4", "--format", "json")
      func layers(_ run: ProgramRun) throws -> JSON? {
        try JSON(reading: run.output, depth: 64)["layers"]
      }
      #expect(loaded.status == 0)
      #expect(try layers(loaded) == layers(trained))
      session.apply(.killUnit(level: 0, unit: 1))
      try Data(try Checkpoint.readableBytes(of: session))
        .write(to: folder.appendingPathComponent("run.percept"))
      let kept = try export("--checkpoint", "run.percept", "--format", "pytorch")
      #expect(kept.status == 0 && kept.output.contains("torch.tensor([1, 0, 1, 1])"))
      #expect(
        kept.output == String(decoding: session.trainedNetwork.bytes(.pytorch), as: UTF8.self))
      let wide = try export(
        "xor", "--set", "network.hidden=3", "--load", "w.safetensors", "--format", "json")
      #expect(wide.status == 2 && wide.complaints.hasPrefix("percept: w.safetensors: "))
    }
  }

  @Test("With other data it is the network that train makes of them, whatever the preset had")
  func data() throws {
    try inFolder { folder in
      let rows = try ProgramRun(["data", "moons", "-o", "m.csv"], in: folder)
      #expect(rows.status == 0)
      let start = ["xor", "--data", "m.csv", "--epochs", "20"]
      let trained = try ProgramRun(["train"] + start + ["--save", "w.st"], in: folder)
      #expect(trained.status == 0, "\(trained.complaints)")
      let exported = try ProgramRun(
        ["export"] + start + ["--format", "safetensors", "-o", "e.st"], in: folder)
      #expect(exported.status == 0, "\(exported.complaints)")
      let bytes = try ["w.st", "e.st"].map {
        try Data(contentsOf: folder.appendingPathComponent($0))
      }
      #expect(bytes[0] == bytes[1])
      let picture = try ProgramRun(
        ["render"] + start + ["-o", "-", "--format", "txt"], in: folder)
      let loaded = try ProgramRun(
        ["render", "xor", "--data", "m.csv", "--load", "w.st", "-o", "-", "--format", "txt"]
          + ["--parts", "map"], in: folder)
      #expect(picture.status == 0 && picture.output.contains("epoch 20"), "\(picture)")
      #expect(loaded.status == 0 && loaded.output != picture.output)
      let both = try ProgramRun(
        ["render", "--data", "m.csv", "--checkpoint", "c", "-o", "a.svg"], in: folder)
      #expect(both.status == 2 && both.complaints.contains("--checkpoint"))
    }
  }

  @Test("An exercise has its own start: its fixed weights are exported")
  func exercise() throws {
    let run = try run("e1-all-alike", "--format", "json", "-q")
    #expect(run.status == 0, "\(run.complaints)")
    let exercise = try ExerciseFile.read(
      try #require(PresetLibrary.ofThisProgram().folder) + "/exercises/e1-all-alike.yaml")
    let session = Session(freeRunOf: exercise)
    #expect(Array(run.output.utf8) == session.trainedNetwork.bytes(.json))
  }

  @Test("A run that diverged gives no network, and status 1")
  func divergence() throws {
    let run = try run(
      "plane", "--set", "training.learning-rate=10", "--epochs", "500", "--format", "json")
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.complaints.hasPrefix("percept: training diverged in epoch "), "\(run.complaints)")
    #expect(run.complaints.split(separator: "\n").count == 1)
  }

  @Test("Early stopping is told, and the network is the one that was best")
  func stopped() throws {
    let run = try run(
      "overfitting", "--set", "training.patience=1", "--epochs", "3000", "--format", "json")
    #expect(run.status == 0)
    #expect(run.complaints.contains("percept: training stopped early, after "))
  }

  @Test(
    "What can't be understood is told in one line, with status 2",
    arguments: [
      (["xor"], "--format"), (["xor", "--format", "kears"], "kears"),
      (["sprial", "--format", "json"], "did you mean “spiral”?"),
      (["xor", "--format", "json", "--epochs=-1"], "expected a whole number from 0"),
      (["xor", "--format", "json", "--set", "x=1"], "there is no setting “x”"),
      (
        ["xor", "--format", "keras", "-o", "keras.py"],
        "--output keras.py: Python would take keras.py"
      ),
      (["xor", "--format", "json", "--training"], "json holds the network alone"),
      (["xor", "--checkpoint", "c", "--format", "json"], "no room for PRESET, --set, --data or"),
      (["--checkpoint", "c", "--load", "w", "--format", "json"], "no room for PRESET, --set"),
      (["--checkpoint", "no-such-file", "--format", "json"], "there is no such file"),
      (["xor", "--load", "no-such-file", "--format", "json"], "there is no such file"),
    ])
  func mistakes(_ arguments: [String], _ message: String) throws {
    let run = try ProgramRun(["export"] + arguments, in: FileManager.default.temporaryDirectory)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.complaints.contains(message), "\(run.complaints)")
  }
}
