import Datasets
import Engine
import Testing

@testable import Lessons

@Suite("Presets in YAML")
struct PresetYAMLTests {
  @Test("What is not there keeps its default")
  func least() throws {
    #expect(try Preset(yaml: "format: 1") == Preset())
    #expect(try Preset(yaml: "format: 1\ndata: {}\nnetwork: {}\ntraining: {}\n") == Preset())
  }

  @Test("Every key is read")
  func complete() throws {
    let preset = try Preset(
      yaml: """
        format: 1
        title: All of it
        description: Each key once.
        seed: 7
        data: {set: blobs, noise: 12.5, training: 30, samples: 240, classes: 5, seed: 1}
        features: [sinx2, x1]
        network:
          hidden: [3, 2, 1]
          activation: [leaky-relu, tanh, leaky-relu]
          wiring: residual
          normalization: [none, batch, layer]
          dropout: [0, 0, 12.5]
          solver-steps: 4
          initialization: normal
          initialization-scale: 0.25
          seed: 2
        training:
          loss: huber
          loss-delta: 0.5
          optimizer: momentum
          momentum: 0.5
          learning-rate: 1e-3
          schedule: cosine
          schedule-period: 300
          warm-up: 5
          schedule-unit: step
          clipping: value
          clipping-limit: 2
          batch-size: 17
          l1: 0.002
          l1-form: penalty
          l2: 0.003
          l2-form: decay
          max-norm: 3
          input-noise: 0.1
          patience: 20
          shuffle: false
          seed: 3
        """)
    var expected = Preset()
    expected.title = "All of it"
    expected.summary = "Each key once."
    expected.data = Preset.Data(
      recipe: "blobs", noise: 12.5, training: 30, samples: 240, classes: 5, seed: 1)
    expected.features = [.x1, .sineX2]
    expected.network = Preset.Model(
      hidden: [3, 2, 1],
      activation: try #require(PerLayer([.leakyReLU, .tanh, .leakyReLU])),
      wiring: PerLayer("residual"),
      normalization: try #require(PerLayer(["none", "batch", "layer"])),
      dropout: try #require(PerLayer([0, 0, 12.5])), solverSteps: 4, initialization: .normal(0.1),
      initializationSettings: ["scale": 0.25], seed: 2)
    expected.training = Preset.Training(
      loss: .huber, lossSettings: ["delta": 0.5], optimizer: "momentum",
      optimizerSettings: ["momentum": 0.5], learningRate: 0.001, schedule: "cosine",
      scheduleSettings: ["period": 300], warmUp: 5, scheduleUnit: .step, batchSize: 17,
      clipping: "value", clippingSettings: ["limit": 2], l1: 0.002, l1Form: .penalty, l2: 0.003,
      l2Form: .decay, maxNorm: 3, inputNoise: 0.1, patience: 20, shuffles: false, seed: 3)
    #expect(preset == expected)
  }

  @Test("Each setting alone can be said in YAML", arguments: SettingCatalogue.all)
  func eachSetting(_ setting: Setting) throws {
    var expected = Preset()
    for offset in [-2, -1, 1, 2] {
      try setting.set(setting.stepped(offset, in: Preset()), in: &expected)
      let value = setting.value(in: expected)
      let parts = setting.key.split(separator: ".")
      // A list may stand as one text with commas.
      let line = "\(parts[parts.count - 1]): \"\(value)\""
      let text = parts.count == 1 ? line : "\(parts[0]):\n  \(line)"
      #expect(setting.value(in: try Preset(yaml: "format: 1\n\(text)\n")) == value)
    }
  }

  @Test("The one seed is that of data, weights and order; a special one wins wherever it stands")
  func seeds() throws {
    let preset = try Preset(yaml: "format: 1\nnetwork: {seed: 5}\nseed: 9\ndata: {seed: 6}\n")
    #expect(preset.data.seed == 6)
    #expect(preset.network.seed == 5)
    #expect(preset.training.seed == 9)
  }

  @Test("The order of the keys does not matter")
  func order() throws {
    let first = "training: {loss: cross-entropy}\ndata: {samples: 500, set: gauss}\nformat: 1\n"
    let second = "format: 1\ndata: {set: gauss, samples: 500}\ntraining: {loss: cross-entropy}\n"
    #expect(try Preset(yaml: first) == Preset(yaml: second))
  }

  @Test("No features and no hidden layers are written as empty lists", arguments: ["[]", "''"])
  func emptyLists(_ empty: String) throws {
    let preset = try Preset(yaml: "format: 1\nfeatures: \(empty)\nnetwork: {hidden: \(empty)}\n")
    #expect(preset.features.isEmpty)
    #expect(preset.network.hidden.isEmpty)
  }

  @Test("A title may be empty, quoted, folded, in any script, or look like a number or null")
  func titles() throws {
    for (written, read) in [
      ("''", ""), ("\"a: b # c\"", "a: b # c"), (">-\n  two\n  lines", "two lines"),
      ("ŷ → 日本 🎈", "ŷ → 日本 🎈"), ("'null'", "null"), ("12", "12"), ("true", "true"),
    ] {
      #expect(try Preset(yaml: "format: 1\ntitle: \(written)\n").title == read)
    }
  }

  @Test("Anchors and aliases stand for what they name")
  func aliases() throws {
    let preset = try Preset(
      yaml: "format: 1\ntitle: &a xor\ndata: {set: *a}\nnetwork: {hidden: [&b 3, *b]}\n")
    #expect(preset.data.recipe == "xor")
    #expect(preset.network.hidden == [3, 3])
  }

  @Test("Windows line ends, a byte order mark, comments and a document's marks change nothing")
  func otherForms() throws {
    let text = "format: 1\ntitle: A\ndata:\n  set: xor\n"
    let preset = try Preset(yaml: text)
    #expect(preset.data.recipe == "xor")
    #expect(try Preset(yaml: text.replacing("\n", with: "\r\n")) == preset)
    #expect(try Preset(yaml: "\u{FEFF}" + text) == preset)
    #expect(try Preset(yaml: "%YAML 1.1\n---\n# here\n" + text + "...\n") == preset)
  }

  @Test("A problem's place and message make one line, to follow a file's name")
  func description() {
    let problem = PresetProblem(line: 3, column: 14, message: "what is wrong")
    #expect(problem.description == "3:14: what is wrong")
  }
}
