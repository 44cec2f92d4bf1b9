import Datasets
import Engine
import Foundation
import Testing

@testable import Lessons

@Suite("Programs, whatever the settings")
struct CodeLawTests {
  /// Settings one by one and together.
  private static let variants: [[String: String]] =
    SettingCatalogue.all.flatMap { setting -> [[String: String]] in
      switch setting.domain {
      case .choice(let names), .perLayer(.choice(let names), _):
        return names.map { [setting.key: $0] }
      case .number(_, let steps, _, _), .perLayer(.number(_, let steps, _, _), _):
        return [steps.first, steps.last].compactMap { $0 }.map { [setting.key: Setting.text($0)] }
      default: return []
      }
    } + [
      ["features": ""], ["network.hidden": ""], ["network.hidden": "8,8,8,8,8,8"],
      ["features": "x1,x2,x1sq,x2sq,x1x2,sinx1,sinx2,2^-x1/e+max(x1,x2),sin(x1*x2)"],
      ["data.set": "wine"], ["data.set": "digits"], ["data.set": "wave"],
      [
        "training.l1": "0.01", "training.l2": "0.1", "training.l2-form": "decay",
        "training.max-norm": "1", "training.warm-up": "5", "training.schedule": "cosine",
        "training.schedule-unit": "step", "training.optimizer": "nesterov",
        "training.patience": "3", "data.validation": "20", "training.input-noise": "0.1",
        "network.normalization": "batch", "network.wiring": "residual", "network.dropout": "20",
        "training.batch-size": "3", "training.clipping": "norm", "data.standardize": "true",
      ],
    ]

  private static func programs() throws -> [(name: String, lines: [String])] {
    try variants.flatMap { settings -> [(name: String, lines: [String])] in
      let preset = try preset(settings)
      let program = Program(preset, on: preset.dataset, epochs: 12, steps: 3)
      return CodeLanguage.allCases.map { ("\($0) \(settings)", $0.lines(program)) }
    }
  }

  @Test("Lines fit a screen, brackets close, indents are fours, nothing is left unfilled")
  func structure() throws {
    for (name, lines) in try Self.programs() {
      var depth = 0
      for line in lines {
        #expect(line.count <= 79, "\(name): \(line)")
        #expect(line.prefix { $0 == " " }.count % 4 == 0, "\(name): \(line)")
        #expect(!line.hasSuffix(" ") && !line.contains("\t"), "\(name): \(line)")
        for word in ["nil", "Optional", "\\(", "float(\"nan\")", "float(\"inf\")"] {
          #expect(!line.contains(word), "\(name): \(line)")
        }
        let code = line.prefix { $0 != "#" }
        depth += code.count { "([{".contains($0) } - code.count { ")]}".contains($0) }
        #expect(depth >= 0, "\(name): \(line)")
      }
      #expect(depth == 0, "\(name)")
      let text = lines.joined(separator: "\n")
      for part in ["# The points", "# The network.", "# The loss", "# The optimiser", "# Training"]
      {
        #expect(text.contains(part), "\(name): \(part)")
      }
      #expect(text.contains("epochs = 12  # as many as here so far, and 3 steps of the next"))
    }
  }

  /// Settings that are no part of a program: they make the points, whose file it reads.
  private static let ofPoints: Set<String> = [
    "data.noise", "data.training", "data.validation", "data.stratified", "data.samples",
    "data.classes", "data.x1", "data.x2", "data.target", "data.set",
  ]

  @Test("Every setting of the network and of training changes the program")
  func everySettingCounts() throws {
    let needs: [String: [String: String]] = [
      "training.l1-form": ["training.l1": "0.1"], "training.l2-form": ["training.l2": "0.1"],
      "training.schedule-unit": ["training.schedule": "exponential"],
      "training.patience": ["data.validation": "20"],
      "network.solver-steps": ["network.wiring": "ode-rk4"],
      "training.clipping-limit": ["training.clipping": "norm"],
      "training.loss-delta": ["training.loss": "huber"],
      "network.initialization-scale": ["network.initialization": "normal"],
      "training.momentum": ["training.optimizer": "momentum"],
      "training.bias-correction": ["training.optimizer": "averaged-momentum"],
      "training.rho": ["training.optimizer": "rmsprop"],
      "training.epsilon": ["training.optimizer": "adam"],
      "training.beta1": ["training.optimizer": "adam"],
      "training.beta2": ["training.optimizer": "adam"],
      "training.weight-decay": ["training.optimizer": "adamw"],
      "training.schedule-factor": ["training.schedule": "exponential"],
      "training.schedule-every": ["training.schedule": "step"],
      "training.schedule-decay": ["training.schedule": "inverse-time"],
      "training.schedule-minimum": ["training.schedule": "cosine"],
      "training.schedule-period": ["training.schedule": "cosine"],
    ]
    for setting in SettingCatalogue.all where !Self.ofPoints.contains(setting.key) {
      let start = try preset(needs[setting.key] ?? [:])
      var other = start
      let value: String =
        switch setting.key {
        case "features": "x1,sinx2"
        case "network.hidden": "5,3"
        case let key where key.hasSuffix("seed"): "7"
        default:
          setting.stepped(1, in: start) == setting.value(in: start)
            ? setting.stepped(-1, in: start) : setting.stepped(1, in: start)
        }
      try setting.set(value, in: &other)
      #expect(other != start, "\(setting.key)")
      for language in CodeLanguage.allCases {
        let dataset = start.dataset
        #expect(
          language.text(Program(start, on: dataset)) != language.text(Program(other, on: dataset)),
          "\(setting.key) in \(language)")
      }
    }
  }

  @Test("Numbers are those of the preset, by their shortest digits")
  func numbers() throws {
    let settings = [
      "training.learning-rate": "0.0125", "training.optimizer": "adamw", "training.beta1": "0.875",
      "training.beta2": "0.9995", "training.epsilon": "3e-7", "training.weight-decay": "0.0375",
      "training.batch-size": "17", "network.dropout": "12.5", "training.input-noise": "0.0625",
    ]
    let keras = try code(.keras, settings)
    for word in [
      "optimizers.AdamW(", "0.0125, beta_1=0.875, beta_2=0.9995, epsilon=3e-7,",
      "weight_decay=0.0375", "batch_size=17", "layers.Dropout(0.125)",
      "layers.GaussianNoise(0.0625)",
    ] { #expect(keras.contains(word), "\(word) in\n\(keras)") }
    let pytorch = try code(.pytorch, settings)
    for word in [
      "lr=0.0125", "betas=(0.875, 0.9995), eps=3e-7", "weight_decay=0.0375", "batch_size=17",
      "nn.Dropout(0.125)", "inputs + 0.0625 * torch.randn_like(inputs)",
    ] { #expect(pytorch.contains(word), "\(word) in\n\(pytorch)") }
  }

  @Test(
    "Formulas become numpy's",
    arguments: [
      ("sin(x1*x2)", "np.sin(x1*x2)"), ("2^-x1/e", "2**-x1/np.e"), ("0.25*x1", "0.25*x1"),
      ("max(x1,abs(x2))", "np.maximum(x1,np.abs(x2))"), ("exp(x1)^2^x2", "np.exp(x1)**2**x2"),
      ("pi*x1+min(x1,2.5)", "np.pi*x1+np.minimum(x1,2.5)"),
    ])
  func formulas(_ written: String, _ expected: String) throws {
    #expect(Python.expression(try Formula(written)) == expected)
  }

  @Test(
    "Numbers stay as they are written, however large or small",
    arguments: ["1e-12*x1", "1e20*x2-0.5", "x1/1e7"])
  func formulaNumbers(_ written: String) throws {
    let formula = try Formula(written)
    #expect(Python.expression(formula) == formula.text)
  }

  @Test("Python reads every program", .enabled("python3 is not there") { hasPython })
  func parses() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("percept-code-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (number, program) in try Self.programs().enumerated() {
      try (program.lines.joined(separator: "\n") + "\n").write(
        to: folder.appendingPathComponent("\(number).py"), atomically: true, encoding: .utf8)
    }
    let script = """
      import ast, pathlib, sys
      for path in pathlib.Path(sys.argv[1]).glob('*.py'):
          ast.parse(path.read_text(encoding='utf-8'), str(path))
      """
    #expect(Self.python(script, [folder.path]) == 0)
  }

  private static let hasPython = python("import ast") == 0

  private static func python(_ script: String, _ arguments: [String] = []) -> Int32? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
