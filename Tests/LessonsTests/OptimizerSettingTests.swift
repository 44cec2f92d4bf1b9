@testable import Engine
import Testing

@testable import Lessons

/// Two optimisers that share the name of a knob, with other usual values and ranges.
private struct First: Optimizer {
  static let name = "first"
  static let formula = ""
  static let knobs = [
    Knob(name: "pull", value: \First.pull, range: 0...0.999, steps: [0, 0.5], help: "Pulls.")
  ]
  var pull: Float = 0.9

  mutating func prepare(parameterCount: Int) {}
  mutating func update(
    _ parameters: inout MutableSpan<Float>, along gradient: Span<Float>, rate: Float
  ) {}
}

private struct Second: Optimizer {
  static let name = "second"
  static let formula = ""
  static let knobs = [
    Knob(name: "push", value: \Second.push, range: 0...1, steps: [0, 1], help: "Pushes."),
    Knob(name: "pull", value: \Second.pull, range: 0.1...2, steps: [0.5, 1, 2], help: "Draws."),
  ]
  var pull: Float = 0.5
  var push: Float = 1

  mutating func prepare(parameterCount: Int) {}
  mutating func update(
    _ parameters: inout MutableSpan<Float>, along gradient: Span<Float>, rate: Float
  ) {}
}

@Suite("Knobs of optimisers as settings")
struct OptimizerSettingTests {
  private let kinds: [any Optimizer.Type] = [SGD.self, First.self, Second.self]

  private var family: KnobFamily { .optimizers(kinds) }

  private var choice: Setting {
    SettingCatalogue.choice(
      "training.optimizer", "optimizer", "", .live, kinds.map { $0.name }, family,
      { $0.training.optimizer = $1 })
  }

  private func pull() throws -> Setting {
    try #require(
      family.settings.first { $0.key == "training.pull" })
  }

  private func preset(_ optimizer: String, _ settings: [String: Float] = [:]) -> Preset {
    var preset = Preset()
    preset.training.optimizer = optimizer
    preset.training.optimizerSettings = settings
    return preset
  }

  @Test("Knobs of one name are one setting")
  func merged() {
    let settings = family.settings
    #expect(settings.map(\.key) == ["training.pull", "training.push"])
    #expect(settings.map(\.title) == ["pull", "push"])
  }

  @Test("It reads the usual value of the present optimiser, or of the first that has the knob")
  func usual() throws {
    let pull = try pull()
    #expect(pull.value(in: preset("first")) == "0.9")
    #expect(pull.value(in: preset("second")) == "0.5")
    #expect(pull.value(in: preset("sgd")) == "0.9")
    #expect(pull.value(in: preset("second", ["pull": 0.9])) == "0.9")
  }

  @Test("It keeps what is not usual for the present optimiser")
  func kept() throws {
    let pull = try pull()
    for (optimizer, value, kept) in [
      ("first", "0.9", nil), ("first", "0.5", Float(0.5)), ("second", "0.9", 0.9),
      ("second", "0.5", nil), ("sgd", "0.5", 0.5), ("sgd", "0.9", nil),
    ] {
      for before in [[:], ["pull": Float(0.7)]] {
        var preset = preset(optimizer, before)
        try pull.set(value, in: &preset)
        #expect(preset.training.optimizerSettings["pull"] == kept, "\(optimizer) \(value)")
        #expect(pull.value(in: preset) == value)
      }
    }
  }

  @Test("Its range and stops are those of the present optimiser")
  func ranges() throws {
    let pull = try pull()
    var second = preset("second")
    try pull.set("2", in: &second)
    #expect(pull.stepped(-1, in: second) == "1")
    var error = #expect(throws: SettingError.self) { try pull.set("0", in: &second) }
    #expect(error?.description == "training.pull can't be “0”: expected a number from 0.1 to 2")
    var first = preset("first")
    error = #expect(throws: SettingError.self) { try pull.set("2", in: &first) }
    #expect(error?.description == "training.pull can't be “2”: expected a number from 0 to 0.999")
    #expect(pull.stepped(-1, in: first) == "0.5")
  }

  @Test(
    "Another optimiser keeps what it can take of the values given, and nothing that is usual there",
    arguments: [
      ("first", "second", Float(0.7), Float?(0.7)), ("first", "second", 0.05, nil),
      ("first", "second", 0.5, nil), ("second", "first", 2, nil), ("second", "sgd", 2, 2),
      ("sgd", "second", 0.7, 0.7), ("sgd", "first", 0.9, nil),
    ])
  func chosen(_ old: String, _ new: String, _ value: Float, _ kept: Float?) throws {
    var preset = preset(old, ["pull": value])
    try choice.set(new, in: &preset)
    #expect(preset.training.optimizer == new)
    #expect(preset.training.optimizerSettings["pull"] == kept)
  }
}
