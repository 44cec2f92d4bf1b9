import Datasets
import Engine
import Testing

@testable import Lessons

@Suite("An address of TensorFlow Playground")
struct PlaygroundLinkTests {
  @Test("The one that the playground begins with is the preset that Percept begins with")
  func example() throws {
    let link = try PlaygroundLink(exampleAddress)
    var expected = Preset()
    expected.training.shuffles = false
    (expected.data.seed, expected.network.seed, expected.training.seed) = (59704, 59704, 59704)
    expected.title = "Circle, from a link"
    expected.summary =
      "From a TensorFlow Playground address. "
      + "Seed 0.59704 is 59704 here: other points and first weights."
    #expect(link.preset == expected)
    #expect(link.remarks == ["Seed 0.59704 is 59704 here: other points and first weights."])
    #expect(expected.sampleCount == 500 && expected.dataset.training.count == 250)
    #expect(expected.objective.loss == .halfSquaredError)
    #expect(expected.objective.outputActivation == .tanh)
  }

  @Test("Without settings it is the playground as it opens")
  func nothing() throws {
    for address in ["https://playground.tensorflow.org", "playground.tensorflow.org/#"] {
      let link = try PlaygroundLink(address)
      var expected = Preset()
      expected.training.shuffles = false
      expected.title = link.preset.title
      expected.summary = link.preset.summary
      #expect(link.preset == expected)
      #expect(
        link.remarks == [
          "Without a seed the playground takes another one each time; here it is 42."
        ])
    }
  }

  @Test("Every activation", arguments: ["relu", "tanh", "sigmoid", "linear"])
  func activation(_ name: String) throws {
    try expectLink("activation=\(name)&", [("network.activation", name)])
  }

  @Test("Every data set of classes", arguments: ["circle", "xor", "gauss", "spiral"])
  func classes(_ name: String) throws {
    try expectLink("dataset=\(name)", [("data.set", name)])
    try expectLink(
      "problem=classification&dataset=\(name)&regDataset=reg-gauss", [("data.set", name)])
  }

  @Test(
    "Every data set of numbers", arguments: [("reg-plane", "plane"), ("reg-gauss", "multi-gauss")])
  func numbers(_ there: String, _ here: String) throws {
    try expectLink("problem=regression&dataset=spiral&regDataset=\(there)", [("data.set", here)])
    let preset = try readLink("problem=regression&regDataset=\(there)").preset
    #expect(preset.sampleCount == 1200 && preset.objective.outputActivation == .linear)
  }

  @Test(
    "Every learning rate",
    arguments: [
      "0.00001", "0.0001", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3", "10",
    ])
  func learningRate(_ rate: String) throws {
    try expectLink("learningRate=\(rate)", [("training.learning-rate", rate)])
  }

  @Test(
    "Every strength of either penalty",
    arguments: ["0", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3", "10"])
  func penalty(_ rate: String) throws {
    let isNone = rate == "0"
    try expectLink("regularization=L2&regularizationRate=\(rate)", [("training.l2", rate)])
    try expectLink(
      "regularization=L1&regularizationRate=\(rate)", [("training.l1", rate)],
      isNone ? [] : ["A weight that L1 brings to 0 stays there for good; here it can come back."])
    for none in ["", "regularization=none&"] {
      try expectLink(
        "\(none)regularizationRate=\(rate)", [],
        isNone ? [] : ["regularizationRate does nothing, since the regularization is none."])
    }
  }

  @Test("Every share for training", arguments: [10, 20, 30, 40, 50, 60, 70, 80, 90])
  func share(_ share: Int) throws {
    try expectLink(
      "percTrainData=\(share)&batchSize=1",
      [
        ("data.training", "\(share)"), ("training.batch-size", "1"),
      ])
  }

  @Test("Every noise up to the most that an address can have")
  func noise() throws {
    for noise in stride(from: 0, through: 80, by: 5) {
      try expectLink("noise=\(noise)", [("data.noise", "\(noise)")])
    }
    try expectLink(
      "noise=81", [("data.noise", "50")], ["noise=81 is 50, as the playground takes it."])
    try expectLink(
      "noise=-5", [("data.noise", "0")], ["noise=-5 is 0, as the playground takes it."])
  }

  @Test("Every size of a batch, and what becomes of the last one")
  func batches() throws {
    for size in 1...30 {
      try expectLink(
        "batchSize=\(size)", [("training.batch-size", "\(size)")],
        250 % size == 0
          ? [] : ["The short last batch is a step here; there it joins the next epoch."])
    }
    try expectLink(
      "batchSize=251", [("training.batch-size", "251")],
      ["A batch of 251 never fills there; here all 250 points are a step."])
    try expectLink(
      "batchSize=1e9&problem=regression",
      [("training.batch-size", "20000"), ("data.set", "plane")],
      [
        "batchSize=1e9 is 20000 here, the most there can be.",
        "A batch of 20000 never fills there; here all 600 points are a step.",
      ])
  }

  @Test("Layers of the playground's own sizes, none, and more as far as there can be")
  func shape() throws {
    for shape in ["4,2", "1", "8,8,8,8,8,8", "", "3,5,1"] {
      try expectLink("networkShape=\(shape)", [("network.hidden", shape)])
    }
    let (layers, units) = (SettingCatalogue.layerLimit, SettingCatalogue.unitLimit)
    try expectLink("networkShape=4,\(units)", [("network.hidden", "4,\(units)")])
    try expectLink(
      "networkShape=4,\(units + 12)", [("network.hidden", "4,\(units)")],
      [
        "networkShape: a layer has at most \(units) units here, and \(units + 12) were asked for."
      ])
    let most = (1...layers).map { _ in "3" }.joined(separator: ",")
    try expectLink(
      "networkShape=\(most),2,2", [("network.hidden", most)],
      [
        "networkShape: there are at most \(layers) hidden layers here, and \(layers + 2) were asked"
          + " for."
      ])
  }

  @Test("Every input, alone and all at once, in whatever order they stand")
  func inputs() throws {
    let names = [
      ("x", "x1"), ("y", "x2"), ("xSquared", "x1sq"), ("ySquared", "x2sq"), ("xTimesY", "x1x2"),
      ("sinX", "sinx1"), ("sinY", "sinx2"),
    ]
    for (there, here) in names {
      let off = ["x", "y"].filter { $0 != there }.map { "\($0)=false" }
      try expectLink((off + ["\(there)=true"]).joined(separator: "&"), [("features", here)])
    }
    let all = names.reversed().map { "\($0.0)=1" }.joined(separator: "&")
    try expectLink(all, [("features", names.map(\.1).joined(separator: ","))])
    try expectLink("x=false&y=false", [("features", "")])
    try expectLink(
      "cosX=true&cosY=true", [("features", "x1,x2,cos(x1),cos(x2)")],
      [
        "cosX is no input of the playground any more; here it is cos(x1).",
        "cosY is no input of the playground any more; here it is cos(x2).",
      ])
  }

  @Test("First weights of zero")
  func zero() throws {
    try expectLink("initZero=true", [("network.initialization", "zeros")])
    let network = Network(try readLink("initZero=true").preset.networkSpec, seed: 1)
    #expect(network.parameters.allSatisfy { $0 == 0 })
  }

  @Test("An address is told from a name and a path")
  func isAddress() {
    for text in [
      exampleAddress, "http://playground.tensorflow.org/#x=true",
      "HTTPS://Playground.TensorFlow.org",
      "playground.tensorflow.org/#noise=5", "#activation=relu", " #a=b", "localhost:5000/#noise=5",
      "file:///tmp/playground/index.html#noise=5", "dist/index.html#noise=5",
      "https://example.org/lesson.yaml",
    ] { #expect(PlaygroundLink.isAddress(text), "\(text)") }
    for text in [
      "circle", "", "#", "#circle", "a#b", "a#b=c", "lesson.yaml", "./lesson#1=2.yaml",
      "dir/#1=2.csv", "playground.yaml", "httpd.csv",
    ] { #expect(!PlaygroundLink.isAddress(text), "\(text)") }
  }

  @Test("Other spellings of an address say the same")
  func spellings() throws {
    let fields = "activation=relu&networkShape=3,5&seed=0.00042&dataset=spiral"
    let expected = try PlaygroundLink("https://playground.tensorflow.org/#\(fields)")
    #expect(expected.preset.network.hidden == [3, 5])
    for address in [
      "http://playground.tensorflow.org/#\(fields)", "#\(fields)",
      "http://localhost:5000/?v=1#\(fields)", "https://playground.tensorflow.org/#\(fields)&",
      "https://playground.tensorflow.org/#&&\(fields.replacing(",", with: "%2C"))",
      "#\(fields.replacing("activation", with: "%61ctivatio%6e"))",
      "#\(fields.replacing("&", with: "&amp;"))",
      "  #\(fields.replacing("&", with: "&\r\n  "))\n",
    ] { #expect(try PlaygroundLink(address) == expected, "\(address)") }
  }

  @Test("An address that the shell has cut is told")
  func cut() throws {
    let said = "Only activation was given: in quotes, the shell leaves all of an address."
    let address = "https://playground.tensorflow.org/#activation=relu"
    #expect(try PlaygroundLink(address).remarks.first == said)
    #expect(try PlaygroundLink("#activation=relu").remarks.count == 1)
    #expect(try PlaygroundLink(address + "&noise=5").remarks.count == 1)
  }
}
