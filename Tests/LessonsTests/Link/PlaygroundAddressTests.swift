import Datasets
import Engine
import TestSupport
import Testing

@testable import Lessons

@Suite("A preset as an address of TensorFlow Playground")
struct PlaygroundAddressTests {
  private func address(_ settings: [(String, String)]) throws -> PlaygroundAddress {
    var preset = Preset()
    preset.training.shuffles = false
    for (key, value) in settings {
      try #require(SettingCatalogue.keyed(key)).set(value, in: &preset)
    }
    return PlaygroundAddress(of: preset)
  }

  @Test("What the playground writes of itself is written to the letter")
  func example() throws {
    #expect(PlaygroundAddress(of: try PlaygroundLink(exampleAddress).preset).text == exampleAddress)
    let other =
      exampleAddress
      .replacing("activation=tanh", with: "activation=relu&regularization=L2")
      .replacing("regularizationRate=0", with: "regularizationRate=0.003")
      .replacing("learningRate=0.03", with: "learningRate=0.00001")
      .replacing("networkShape=4,2", with: "networkShape=")
      .replacing("regDataset=reg-plane", with: "regDataset=reg-gauss")
      .replacing("problem=classification", with: "problem=regression")
      .replacing("initZero=false", with: "initZero=true").replacing("noise=0", with: "noise=35")
      .replacing("sinY=false", with: "sinY=true").replacing("x=true", with: "x=false")
    #expect(PlaygroundAddress(of: try PlaygroundLink(other).preset).text == other)
  }

  @Test("Read, written and read again, an address is the same preset")
  func roundTrip() throws {
    var random = Random(seed: 3, stream: .data)
    func one(_ values: [String]) -> String { values[random.below(values.count)] }
    let booleans = ["true", "false"]
    for _ in 0..<300 {
      let fields = [
        ("activation", one(["relu", "tanh", "sigmoid", "linear"])),
        ("regularization", one(["none", "L1", "L2"])),
        ("batchSize", one((1...30).map(String.init) + ["500"])),
        ("dataset", one(["circle", "xor", "gauss", "spiral"])),
        ("regDataset", one(["reg-plane", "reg-gauss"])),
        ("learningRate", one(["0.00001", "0.0001", "0.003", "0.1", "3", "10", "0.0425", "1e-6"])),
        ("regularizationRate", one(["0", "0.001", "0.03", "10"])),
        ("noise", one(["0", "5", "50", "80", "12.5"])),
        ("percTrainData", one(["10", "50", "90", "33.4"])),
        ("networkShape", one(["", "1", "4,2", "8,8,8,8,8,8"])),
        ("seed", one(["0.59704", "1.00000", "7", "a word"])),
        ("problem", one(["classification", "regression"])), ("initZero", one(booleans)),
        ("x", one(booleans)), ("y", one(booleans)), ("xTimesY", one(booleans)),
        ("sinX", one(booleans)), ("cosY", one(booleans)), ("ySquared", one(booleans)),
        ("showTestData", one(booleans)), ("foo", "bar"),
      ]
      let link = try PlaygroundLink(
        "#" + fields.map { "\($0.0)=\($0.1)" }.joined(separator: "&"))
      let written = PlaygroundAddress(of: link.preset)
      let again = try PlaygroundLink(written.text)
      for setting in SettingCatalogue.all {
        #expect(
          setting.value(in: again.preset) == setting.value(in: link.preset), "\(setting.key)")
      }
      #expect(PlaygroundAddress(of: again.preset) == written)
      // All that came from an address fits into one.
      #expect(!written.remarks.contains { $0.contains(" here and ") }, "\(written.remarks)")
    }
  }

  @Test("What the playground does not have is told, with what it has in its place")
  func differences() throws {
    let said = { (settings: [(String, String)]) in
      try self.address(settings).remarks.filter { $0.contains(" here and ") }
    }
    #expect(try said([]) == [])
    #expect(
      try said([("training.shuffle", "true")]) == [
        "training.shuffle is true here and false there."
      ])
    #expect(
      try said([("training.optimizer", "adam")]) == [
        "training.optimizer is adam here and sgd there."
      ])
    #expect(
      try said([("training.loss", "cross-entropy")]) == [
        "training.loss is cross-entropy here and half-squared-error there."
      ])
    #expect(try said([("data.set", "moons")]) == ["data.set is moons here and circle there."])
    #expect(try said([("data.set", "wave")]).first == "data.set is wave here and plane there.")
    #expect(
      try said([("data.standardize", "true")]) == [
        "data.standardize is true here and false there."
      ])
    #expect(try said([("features", "")]) == [])
    #expect(
      try said([("features", "x1,cos(x1),x1*x2^2")]) == [
        "features is x1,cos(x1),x1*x2^2 here and x1,cos(x1) there."
      ])
    #expect(
      try said([("network.activation", "relu,tanh")]) == [
        "network.activation is relu,tanh here and relu there."
      ])
    #expect(
      try said([("network.activation", "gelu")]) == [
        "network.activation is gelu here and tanh there."
      ])
    #expect(try said([("network.hidden", ""), ("network.activation", "gelu")]) == [])
    #expect(
      try said([("network.initialization", "he")]) == [
        "network.initialization is he here and playground there."
      ])
    #expect(try said([("data.validation", "20")]) == ["data.validation is 20 here and 0 there."])
    #expect(try said([("data.samples", "300")]) == ["data.samples is 300 here and 500 there."])
    #expect(try said([("network.seed", "7")]) == ["network.seed is 7 here and 42 there."])
    #expect(
      try said([("training.l1", "0.1"), ("training.l2", "0.01")]) == [
        "training.l1 is 0.1 here and 0 there."
      ])
    #expect(
      try said([("training.l2", "0.01"), ("training.l2-form", "decay")]) == [
        "training.l2-form is decay here and penalty there."
      ])
    #expect(try said([("training.momentum", "0.5")]) == [])
    #expect(
      try said([("training.optimizer", "adam"), ("training.beta2", "0.9")])
        == ["training.optimizer is adam here and sgd there."])
  }

  @Test("Every preset that comes with the program has an address", arguments: try PresetFile.all())
  func shipped(_ file: PresetFile) throws {
    let preset = try Preset(yaml: file.text)
    let address = PlaygroundAddress(of: preset)
    let link = try PlaygroundLink(address.text)
    #expect(link.preset.problem == .regression || preset.problem != .regression)
    #expect(link.preset.data.seed == preset.data.seed)
    #expect(address.remarks.last?.hasPrefix("Seed 0.000") == true)
    #expect(address.remarks.contains { $0.hasPrefix("training.shuffle is true") })
  }

  @Test("Points of one's own become the usual ones, and are told")
  func points() throws {
    var preset = Preset()
    preset.data.points = PointSet(Preset().dataset)
    preset.data.recipe = DataSource.pointsName
    let address = PlaygroundAddress(of: preset)
    #expect(address.text.contains("&dataset=circle&"))
    #expect(address.remarks.contains("data.set is points here and circle there."))
  }

  @Test("Small numbers are written in full, as the playground's lists have them")
  func decimals() {
    for (number, text) in [
      (0.00001, "0.00001"), (0.000001, "0.000001"), (0.000025, "0.000025"), (0.03, "0.03"),
      (10, "10"), (0, "0"), (1e-9, "1e-9"), (0.0001, "0.0001"), (33.4, "33.4"),
    ] as [(Double, String)] { #expect(PlaygroundAddress.decimal(number) == text) }
  }
}
