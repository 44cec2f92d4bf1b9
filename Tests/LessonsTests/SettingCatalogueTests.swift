import Datasets
import Engine
import Lessons
import Testing

@Suite("The catalogue of settings")
struct SettingCatalogueTests {
  @Test("Keys are unique and lead back to their setting")
  func keys() {
    let keys = SettingCatalogue.all.map(\.key)
    #expect(Set(keys).count == keys.count)
    for key in keys { #expect(SettingCatalogue.keyed(key)?.key == key) }
    #expect(SettingCatalogue.keyed("data") == nil)
    #expect(SettingCatalogue.keyed("") == nil)
  }

  @Test("Keys are in lower case with hyphens, two deep at most", arguments: SettingCatalogue.all)
  func spelling(_ setting: Setting) {
    let parts = setting.key.split(separator: ".")
    #expect(parts.count <= 2)
    #expect(setting.key.first?.isLowercase == true)
    #expect(
      setting.key.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) || "-.".contains($0) })
  }

  @Test("Each has a title and a sentence of help", arguments: SettingCatalogue.all)
  func texts(_ setting: Setting) {
    #expect(!setting.title.isEmpty)
    #expect(setting.help.hasSuffix("."))
  }

  @Test("Every knob of every optimiser has a setting with its range, stops and usual value")
  func knobs() throws {
    for optimizer in OptimizerCatalogue.all { try check(optimizer) }
  }

  private func check<Kind: Optimizer>(_ kind: Kind.Type) throws {
    for knob in kind.knobs {
      let setting = try #require(SettingCatalogue.keyed("training.\(knob.name)"))
      var preset = Preset()
      preset.training.optimizer = kind.name
      guard case .number(let range, let steps, let isWhole, _) = setting.domain(in: preset) else {
        Issue.record("\(knob.name) is not a number")
        continue
      }
      #expect("\(range.lowerBound)" == "\(Double("\(knob.range.lowerBound)") ?? -1)")
      #expect("\(range.upperBound)" == "\(Double("\(knob.range.upperBound)") ?? -1)")
      #expect(steps.map { Float($0) } == knob.steps)
      #expect(isWhole == knob.isWhole)
      #expect(setting.help == knob.help)
      #expect(Float(setting.value(in: preset)) == Kind()[keyPath: knob.value])
      for step in knob.steps {
        try setting.set("\(step)", in: &preset)
        #expect(preset.trainingSpec.optimizer.setting(knob.name) == step)
      }
      // The usual value is not kept: a preset that says it equals one that does not.
      try setting.set("\(Kind()[keyPath: knob.value])", in: &preset)
      #expect(preset.training.optimizerSettings.isEmpty)
    }
  }

  @Test("Classes are as many as a data set that lets them be chosen can have")
  func classes() throws {
    let setting = try #require(SettingCatalogue.keyed("data.classes"))
    guard case .number(let range, let steps, _, _) = setting.domain else {
      Issue.record("classes are not counted")
      return
    }
    #expect(steps == Blobs.classRange.map { Double($0) })
    #expect(range == (steps.first ?? 0)...(steps.last ?? 0))
    #expect(!setting.help.contains(Blobs.name))
  }

  @Test("Choices are the catalogues themselves")
  func choices() throws {
    try expect(
      "data.set", RecipeCatalogue.all.map { $0.name } + TableCatalogue.all.map { $0.name })
    try expect("network.activation", Activation.allCases.map(\.rawValue))
    try expect("network.initialization", Initializer.allCases.map(\.name))
    try expect("training.loss", Preset.LossChoice.allCases.map(\.rawValue))
    try expect("training.optimizer", OptimizerCatalogue.all.map { $0.name })
    try expect("training.schedule", ScheduleCatalogue.all.map { $0.name })
    try expect("training.clipping", Clipping.allCases.map(\.name))
    try expect("network.wiring", LayerCatalogue.wirings.map(\.name))
    try expect("network.normalization", ["none"] + LayerCatalogue.normalizations.map(\.name))
  }

  private func expect(_ key: String, _ names: [String]) throws {
    let setting = try #require(SettingCatalogue.keyed(key))
    var domain = setting.domain
    if case .perLayer(let element, _) = domain { domain = element }
    guard case .choice(let found) = domain else {
      Issue.record("\(key) is not a choice")
      return
    }
    #expect(found == names)
  }

  @Test(
    "Numbers are read in any usual spelling and written in one",
    arguments: [
      ("data.noise", "5.0", "5"), ("data.noise", "2.50", "2.5"), ("data.noise", "-0", "0"),
      ("data.noise", "1e1", "10"), ("training.batch-size", "1e2", "100"),
      ("training.learning-rate", ".5", "0.5"), ("training.learning-rate", "0.030", "0.03"),
      ("training.learning-rate", "0.00001", "1e-5"), ("training.learning-rate", "1e-05", "1e-5"),
      ("training.learning-rate", "0.0000125", "1.25e-5"), ("training.momentum", "0.95", "0.95"),
      ("network.hidden", " 8 , 8 ", "8,8"),
      ("network.hidden", "04,+2", "4,2"), ("network.hidden", " ", ""),
      ("features", "sinx2, x1", "x1,sinx2"),
      ("features", "min( x1,x2 ) , x1, (x2)", "x1,x2,min(x1,x2)"),
    ])
  func spellings(_ key: String, _ written: String, _ read: String) throws {
    var preset = Preset()
    let setting = try #require(SettingCatalogue.keyed(key))
    try setting.set(written, in: &preset)
    #expect(setting.value(in: preset) == read)
  }

  @Test(
    "The error of each kind says what was expected",
    arguments: [
      ("data.noise", "loud", "data.noise can't be “loud”: expected a number from 0 to 80 (%)"),
      (
        "data.samples", "9",
        "data.samples can't be “9”: expected a whole number from 10 to 20000"
      ),
      (
        "training.learning-rate", "0",
        "training.learning-rate can't be “0”: expected a number from 1e-6 to 100"
      ),
      (
        "training.momentum", "1",
        "training.momentum can't be “1”: expected a number from 0 to 0.999"
      ),
      (
        "network.hidden", "\(SettingCatalogue.unitLimit + 1)",
        "network.hidden can't be “\(SettingCatalogue.unitLimit + 1)”: \(SettingCatalogue.shapes)"
      ),
      (
        "features", "x1,x1",
        "features can't be “x1,x1”: expected different ones of "
          + "x1, x2, x1sq, x2sq, x1x2, sinx1, sinx2, or formulas such as sin(x1*x2)"
      ),
      (
        "training.shuffle", "no", "training.shuffle can't be “no”: expected one of true, false"
      ),
      (
        "network.initialization", "xavir",
        "network.initialization can't be “xavir”: expected one of playground, xavier, "
          + "xavier-normal, he, he-uniform, lecun, orthogonal, uniform, normal, identity, constant, "
          + "zeros; did you mean “xavier”?"
      ),
    ])
  func errors(_ key: String, _ found: String, _ message: String) throws {
    var preset = Preset()
    let setting = try #require(SettingCatalogue.keyed(key))
    let error = #expect(throws: SettingError.self) { try setting.set(found, in: &preset) }
    #expect(error?.description == message)
  }

  @Test(
    "The nearest name is suggested, and none where none is near",
    arguments: [
      ("tanhh", "; did you mean “tanh”?"), ("Tanh", "; did you mean “tanh”?"),
      ("sigmiod", "; did you mean “sigmoid”?"), ("lenear", "; did you mean “linear”?"),
      ("", ""), ("softmax", ""), ("rleu", "; did you mean “relu”?"),
      ("leru", ""), ("uelr", ""), ("xyz", ""),
      ("tanh", "; did you mean “tanh”?"),
    ])
  func suggestions(_ written: String, _ expected: String) {
    let names = ["linear", "relu", "sigmoid", "tanh"]
    #expect(suggestion(for: written, among: names) == expected)
    #expect(suggestion(for: written, among: []) == "")
  }
}
