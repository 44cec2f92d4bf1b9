import Engine
import Foundation
import Lessons
import Studio
import Testing

@Suite("percept train") struct TrainProgramTests {
  private func train(
    _ arguments: String..., in folder: URL, input: String = "", output: String? = nil
  ) throws -> ProgramRun {
    try ProgramRun(["train"] + arguments, in: folder, input: input, output: output)
  }

  /// A preset that comes with the program.
  private func shipped(_ file: String) throws -> Preset {
    let presets = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("presets")
    return try Preset(
      yaml: String(contentsOf: presets.appendingPathComponent(file), encoding: .utf8))
  }

  @Test("It ends with the weights of a session on the screen, bit for bit")
  func endsWithTheBitsOfASession() throws {
    try inFolder { folder in
      let run = try train(
        "spiral", "--epochs", "30", "--set", "training.learning-rate=0.1", "--no-shuffle", "--save",
        "w.safetensors", in: folder)
      #expect(run.status == 0)
      var preset = try shipped("04-spiral.yaml")
      preset.training.learningRate = 0.1
      preset.training.shuffles = false
      var session = Session(preset)
      session.advance(steps: 30 * session.trainer.stepsPerEpoch)
      let written = try Data(contentsOf: folder.appendingPathComponent("w.safetensors"))
      #expect(
        Array(written) == Safetensors(tensors: session.trainer.network.tensors).bytes)
      // And those weights are where another training can begin.
      let loaded = try train(
        "spiral", "--load", "w.safetensors", "--epochs", "0", "--json", in: folder)
      let report = try JSON(reading: loaded.output, depth: 8)
      #expect(
        report["measures"]?["test_loss"] == .measured(session.testEvaluation.loss))
      #expect(report["epochs"]?.whole == 0)
    }
  }

  @Test("The table stands on standard output alone, names left and values right")
  func table() throws {
    try inFolder { folder in
      let run = try train(
        "xor", "--epochs", "20", "--assert", "epochs=20", "--assert",
        "test_loss<1", in: folder)
      #expect(run.status == 0 && run.complaints.isEmpty)
      var session = Session(try shipped("02-xor.yaml"))
      session.advance(steps: 20 * session.trainer.stepsPerEpoch)
      let (training, test) = (session.trainingEvaluation, session.testEvaluation)
      func number(_ value: Double) -> String { String(format: "%.6g", value) }
      let rows = [
        ("ending", "finished"), ("epochs", "20"), ("steps", "\(session.trainer.stepCount)"),
        ("training loss", number(training.loss)), ("test loss", number(test.loss)),
        ("penalty", "0"), ("training accuracy", number(training.accuracy * 100) + " %"),
        ("test accuracy", number(test.accuracy * 100) + " %"),
        ("learning rate", "\(session.trainer.learningRate)"), ("epochs = 20", "20 ok"),
        ("test-loss < 1", number(test.loss) + " ok"),
      ]
      let lines = run.output.split(separator: "\n").map(String.init)
      #expect(Set(lines.map(\.count)).count == 1)
      #expect(
        lines.map { $0.split(separator: " ") }
          == rows.map { "\($0.0) \($0.1)".split(separator: " ") })
    }
  }

  @Test("--json is one line of JSON, the same each time but for the seconds at its end")
  func jsonLine() throws {
    try inFolder { folder in
      let lines = try (0..<2).map { _ in
        try train(
          "xor", "--epochs", "5", "--set", "training.learning-rate=0.1", "--json", "--assert",
          "test_loss<=1", "--assert", "training.optimizer=sgd", in: folder
        ).output
      }
      let report = try JSON(reading: lines[0], depth: 8)
      #expect(lines[0].hasSuffix("}\n") && lines[0].count(where: \.isNewline) == 1)
      #expect(
        report.members?.map(\.name) == [
          "percept", "preset", "title", "data", "settings", "ending", "epochs", "epochs_asked",
          "steps", "best_epoch", "divergence", "learning_rate", "measures", "assertions", "seconds",
        ])
      #expect(report["preset"]?.text == "xor" && report["title"]?.text == "Exclusive or")
      #expect(report["settings"]?.line == #"{"training.learning-rate":"0.1"}"#)
      #expect(report["ending"]?.text == "finished" && report["divergence"] == .null)
      #expect(report["measures"]?["validation_loss"] == .null)
      #expect(report["measures"]?["epochs"]?.whole == 5)
      #expect(report["measures"]?["correct_answers"] == nil)
      let loss = try #require(report["measures"]?["test_loss"])
      #expect(
        report["assertions"]?.line
          == #"[{"condition":"test-loss <= 1","value":\#(loss.line),"passed":true},"#
          + #"{"condition":"training.optimizer = sgd","value":"sgd","passed":true}]"#)
      let parts = lines.map { $0.split(separator: #""seconds":"#)[0] }
      #expect(parts[0] == parts[1])
    }
  }

  @Test("An assertion that fails is told with what was measured, and the status is 1")
  func failingAssertions() throws {
    try inFolder { folder in
      let run = try train(
        "xor", "--epochs", "0", "--assert", "epochs>=3", "--assert", "steps==0", "--assert",
        "validation_loss<9", "--assert", "training.optimizer=adam", "--save", "w.safetensors",
        in: folder)
      #expect(run.status == 1)
      #expect(
        run.complaints == """
          percept: --assert 'epochs>=3' fails: the value is 0
          percept: --assert 'validation_loss<9' fails: there is nothing to measure
          percept: --assert 'training.optimizer=adam' fails: the value is sgd

          """)
      // What was trained is there all the same.
      #expect(run.output.contains("FAILS"))
      #expect(FileManager.default.fileExists(atPath: folder.path + "/w.safetensors"))
    }
  }

  @Test(
    "What can't be meant is told before training, with the flag",
    arguments: [
      (["--assert", "test_los<1"], "--assert 'test_los<1': “test-los” is neither measured"),
      (["--assert", "test_loss"], "--assert 'test_loss': “test-loss” is no condition"),
      (["--assert", "test_loss<x"], "expected a number"),
      (["--assert", "test_loss<nan"], "expected a number"),
      (
        ["--assert", "test_accuracy>0.95"],
        "accuracies are in per cent: expected a number such as 95"
      ),
      (["--assert", "hints<1"], "“hints” belongs to an attempt at an exercise"),
      (["--assert", "test_loss<1 of start"], "which is not trained here"),
      (["--epochs=-1"], "'-1' is invalid for '--epochs <n>': expected a whole number from 0"),
      (["--epochs", "many"], "--epochs"),
      (["--epochs", "99999999999999999999"], "--epochs"),
      (["--force"], "it needs --metrics"),
      (["--resume", "x"], "it leaves no room for PRESET"),
      (["--set", "training.rate=1"], "--set training.rate=1: there is no setting “training.rate”"),
      (["--metrics", "run.txt"], "--metrics run.txt: expected a file's name that ends in .csv"),
      (["--load", "none.safetensors"], "none.safetensors: there is no such file"),
      (["--data", "none.csv"], "none.csv: there is no such file"),
      (["--data", "."], ".: this is a folder; a CSV file was expected"),
    ])
  func badUsage(arguments: [String], message: String) throws {
    try inFolder { folder in
      let run = try ProgramRun(
        ["train", "xor", "--save", "w.safetensors"] + arguments, in: folder)
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.complaints.contains(message), "\(run.complaints)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }

  @Test("Without anything to train it says what was expected")
  func nothingToTrain() throws {
    try inFolder { folder in
      let nothing = try train(in: folder)
      #expect(nothing.status == 2 && nothing.complaints.contains("expected PRESET"))
      let unknown = try train("spirall", in: folder)
      #expect(unknown.status == 2 && unknown.complaints.contains("did you mean “spiral”"))
      let gone = try train("--resume", "gone.percept", "--epochs", "9", in: folder)
      #expect(gone.status == 2)
      #expect(gone.complaints == "percept: --resume gone.percept: there is no such checkpoint\n")
      let endless = try train("--resume", "gone.percept", in: folder)
      #expect(endless.status == 2 && endless.complaints.contains("--resume needs --epochs"))
    }
  }

  @Test("An exercise's name trains its start, first weights included")
  func exercise() throws {
    try inFolder { folder in
      let run = try train("a3-be-the-optimizer", "--epochs", "0", "--json", in: folder)
      #expect(run.status == 0)
      #expect(run.complaints.contains("its task: percept learn a3-be-the-optimizer"))
      let quiet = try train("a3-be-the-optimizer", "--epochs", "0", "--quiet", in: folder)
      #expect(quiet.status == 0 && quiet.complaints.isEmpty)
    }
  }

  @Test("Training that diverges is told, and is an error where an assertion is none the better")
  func divergence() throws {
    try inFolder { folder in
      let arguments = [
        "train", "plane", "--set", "training.learning-rate=10", "--epochs", "9", "--json",
      ]
      let run = try ProgramRun(arguments, in: folder)
      #expect(run.status == 0)
      #expect(run.complaints.hasPrefix("percept: training diverged in epoch "))
      let report = try JSON(reading: run.output, depth: 8)
      #expect(report["ending"]?.text == "diverged")
      #expect((report["divergence"]?["step"]?.whole ?? 0) > 0)
      let failing = try ProgramRun(arguments + ["--assert", "test_loss<1"], in: folder)
      #expect(failing.status == 1)
    }
  }

  @Test("Early stopping is told, with the epoch of the weights")
  func earlyStopping() throws {
    try inFolder { folder in
      let run = try train(
        "spiral", "--set", "data.validation=20", "--set", "training.patience=1", "--set",
        "training.learning-rate=1", "--epochs", "1000", "--json", in: folder)
      #expect(run.status == 0)
      let report = try JSON(reading: run.output, depth: 8)
      #expect(report["ending"]?.text == "stopped early")
      let best = try #require(report["best_epoch"]?.whole)
      let last = try #require(report["epochs"]?.whole)
      #expect(last == best + 1)
      #expect(
        run.complaints == "percept: early stopping ended training after epoch \(last); the weights"
          + " are those of epoch \(best)\n")
    }
  }
}
