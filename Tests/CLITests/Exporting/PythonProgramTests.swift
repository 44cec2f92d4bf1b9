import Datasets
import Engine
import Foundation
import Lessons
import Studio
import Testing

@testable import CLI

/// Exported programs, run by Python: on a machine without their framework they are skipped, and the
/// same network is evaluated in Swift by `TrainedNetworkTests` alone.
@Suite("Exported programs in Python", .serialized)
struct PythonProgramTests {
  /// A network trained a little, with a name for messages.
  private typealias Trained = (name: String, network: TrainedNetwork)

  /// Every activation, wiring and normalisation, inputs of every kind, killed units, tables.
  private static func variants() throws -> [Trained] {
    var all: [[String: String]] = Activation.allCases.map { ["network.activation": $0.rawValue] }
    for wiring in LayerCatalogue.wirings.map(\.name) {
      for norm in LayerCatalogue.normalizations.map(\.name) + ["none"] {
        all.append([
          "network.wiring": wiring, "network.normalization": norm, "network.hidden": "4,6,3",
          "network.dropout": "20", "network.solver-steps": "3",
        ])
      }
    }
    all += [
      ["features": "x1,x2,x1sq,x2sq,x1x2,sinx1,sinx2,sin(x1*x2)", "data.standardize": "true"],
      ["features": "exp(-x1^2),max(x1,abs(x2)),tan(x1/9)*cos(x2),2^x1/(e+x2^2)"],
      ["features": "sqrt(abs(x1)),log(x2^2+1),sign(x1),tanh(min(x1,x2))-pi"],
      ["features": ""], ["network.hidden": ""], ["data.set": "wave", "data.noise": "20"],
      ["data.set": "wine", "training.loss": "cross-entropy"], ["data.set": "digits"],
      ["training.input-noise": "0.1", "network.normalization": "batch"],
    ]
    return try all.map { settings in
      var preset = Preset()
      for (key, value) in SettingCatalogue.inOrder(settings.sorted { $0.key < $1.key }, by: \.key) {
        try #require(SettingCatalogue.keyed(key)).set(value, in: &preset)
      }
      var session = Session(preset)
      if preset.network.hidden.count > 2 { session.apply(.killUnit(level: 1, unit: 2)) }
      session.advance(steps: 60)
      return ("\(settings)", session.trainedNetwork)
    }
  }

  /// Every preset by the built program, and the variants, run; tells the largest distance.
  private func check(_ format: ExportFormat) throws {
    try inFolder { folder in
      var (names, paths) = ([String](), [String]())
      for item in try PresetLibrary.ofThisProgram().items() {
        let path = "\(item.name).py"
        let run = try ProgramRun(
          [
            "export", item.name, "--format", format.rawValue, "--epochs", "10", "--output", path,
          ], in: folder)
        #expect(run.status == 0 && run.output.isEmpty, "\(item.name): \(run.complaints)")
        names.append(item.name)
        paths.append(path)
      }
      for (number, variant) in try Self.variants().enumerated() {
        let path = "\(number).py"
        try Data(variant.network.bytes(format)).write(to: folder.appendingPathComponent(path))
        names.append(variant.name)
        paths.append(path)
      }
      let distances = try PythonHost.distances(of: paths, in: folder)
      #expect(distances.count == paths.count)
      for (name, distance) in zip(names, distances) {
        #expect(distance <= 1e-5, "\(name) in \(format): \(distance)")
      }
      let worst = zip(distances, names).max { $0.0 < $1.0 }
      print(
        "\(format): at most \(worst?.0 ?? .nan) over \(paths.count) networks (\(worst?.1 ?? ""))")
    }
  }

  @Test("NumPy", .enabled("python3 with numpy is not there") { PythonHost.has("numpy") })
  func numpy() throws { try check(.numpy) }

  @Test(
    "PyTorch",
    .enabled("python3 with torch is not there; PERCEPT_PYTHON can name another one") {
      PythonHost.has("numpy", "torch")
    })
  func pytorch() throws { try check(.pytorch) }

  @Test(
    "Keras",
    .enabled("python3 with keras and torch is not there; PERCEPT_PYTHON can name another one") {
      PythonHost.has("numpy", "torch", "keras")
    })
  func keras() throws { try check(.keras) }

  @Test(
    "Programs without weights train, from the points that percept data prints",
    .enabled("python3 with keras and torch is not there; PERCEPT_PYTHON can name another one") {
      PythonHost.has("numpy", "torch", "keras")
    })
  func training() throws {
    let names = ["circle", "overfitting", "residual", "continuous", "iris", "wave"]
    try inFolder { folder in
      for name in names {
        let own = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: own, withIntermediateDirectories: false)
        _ = try ProgramRun(["data", name, "-o", "points.csv"], in: own)
        for language in CodeLanguage.allCases {
          let arguments = ["--epochs", "2", "--training", "-o", "my-\(language).py"]
          let run = try ProgramRun(
            ["export", name, "--format", language.rawValue] + arguments, in: own)
          #expect(run.status == 0, "\(run.complaints)")
        }
      }
      let script = """
        import os, runpy, sys
        for name in sys.argv[1:]:
            os.chdir(name)
            for language in ("keras", "pytorch"):
                runpy.run_path("my-" + language + ".py")
            os.chdir("..")
        """
      let run = try PythonHost.run(["-c", script] + names, in: folder)
      #expect(run.status == 0, "\(run.complaints)")
      let losses = run.output.split(separator: "\n").filter { $0.contains(" loss ") }
      #expect(losses.count == names.count * 4)
      for line in losses {
        let loss = line.split(separator: " ").last.flatMap { Double($0) } ?? .nan
        #expect((0..<10).contains(loss), "\(line)")
      }
    }
  }

  @Test(
    "A program whose reader has gone ends without a word, and other faults are told",
    .enabled("python3 with numpy is not there") { PythonHost.has("numpy") })
  func closedPipe() throws {
    let formats =
      ["numpy"] + (PythonHost.has("torch") ? ["pytorch"] : [])
      + (PythonHost.has("torch", "keras") ? ["keras"] : [])
    try inFolder { folder in
      _ = try ProgramRun(["data", "iris", "-o", "iris.csv"], in: folder)
      for format in formats {
        let path = "my-\(format).py"
        let export = try ProgramRun(["export", "iris", "--format", format, "-o", path], in: folder)
        #expect(export.status == 0, "\(export.complaints)")
        let script = """
          import os, subprocess, sys
          for names in [[], ["iris.csv"], ["no.csv"]]:
              reader, writer = os.pipe()
              os.close(reader)
              line = [sys.executable, "\(path)"] + names
              run = subprocess.run(line, stdout=writer, stderr=subprocess.PIPE)
              print(run.returncode, run.stderr.decode().splitlines()[-1:])
          """
        let run = try PythonHost.run(["-c", script], in: folder)
        #expect(
          run.output == """
            141 []
            141 []
            1 ["FileNotFoundError: [Errno 2] No such file or directory: 'no.csv'"]

            """, "\(run.complaints)")
      }
    }
  }

  @Test(
    "A program answers for the rows of a file, and for other networks in JSON",
    .enabled("python3 with numpy is not there") { PythonHost.has("numpy") })
  func answers() throws {
    try inFolder { folder in
      func percept(_ arguments: String...) throws {
        let run = try ProgramRun(arguments, in: folder)
        #expect(run.status == 0, "\(run.complaints)")
      }
      try percept("export", "iris", "--epochs", "100", "--format", "numpy", "-o", "iris.py")
      try percept("export", "plane", "--epochs", "5", "--format", "json", "-o", "plane.json")
      try percept("data", "iris", "-o", "iris.csv")
      try percept("data", "plane", "-o", "plane.csv")
      let alone = try PythonHost.run(["iris.py"], in: folder)
      #expect(alone.status == 0 && alone.output.hasPrefix("at most "), "\(alone)")
      let run = try PythonHost.run(["iris.py", "iris.csv"], in: folder)
      let rows = run.output.split(separator: "\n").map { $0.split(separator: ",") }
      #expect(
        rows[0]
          == ["petal_length_cm", "petal_width_cm", "output1", "output2", "output3", "answer"])
      #expect(rows.count == 151)
      // The answers are those of the program that trained it: as many are right.
      let text = try String(contentsOf: folder.appendingPathComponent("iris.csv"), encoding: .utf8)
      let truth = text.split(separator: "\n").map { $0.split(separator: ",")[2] }
      var session = Session(try PresetLibrary.ofThisProgram().preset("iris"))
      session.advance(steps: 100 * session.trainer.stepsPerEpoch)
      let right =
        session.trainingEvaluation.accuracy * Double(session.dataset.training.count)
        + session.testEvaluation.accuracy * Double(session.dataset.test.count)
      #expect(zip(rows, truth).dropFirst().count { $0[5] == $1 } == Int(right.rounded()))
      // A number to predict, from another network's description.
      let plane = try PythonHost.run(["iris.py", "plane.json", "plane.csv"], in: folder)
      let planes = plane.output.split(separator: "\n").map { $0.split(separator: ",") }
      #expect(planes[0] == ["x1", "x2", "output1", "answer"] && planes.count > 100)
      #expect(Double(planes[1][2]).map(Float.init) == Double(planes[1][3]).map(Float.init))
      let other = try PythonHost.run(["iris.py", "plane.csv"], in: folder)
      #expect(other.status == 1)
      #expect(other.complaints == "plane.csv: there is no column petal_length_cm\n")
      // A description that is not true is found out.
      let file = folder.appendingPathComponent("plane.json")
      let json = try String(contentsOf: file, encoding: .utf8)
      try Data(json.replacing("\"wiring\": \"dense\"", with: "\"wiring\": \"residual\"").utf8)
        .write(to: file)
      #expect(try PythonHost.run(["iris.py", "plane.json"], in: folder).status == 1)
    }
  }
}
