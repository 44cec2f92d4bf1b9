import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite struct PlaygroundLabTests {
  @Test func tabGoesThroughThePanelsAndBack() {
    var app = app()
    #expect(app.playground?.panel == .network)
    var panels: [ControlPanel?] = []
    for key in [Key.tab, .tab, .tab, .tab, .tab, .backTab] {
      app.press(key)
      panels.append(app.playground?.panel)
    }
    #expect(panels == [.layers, .learning, .overfitting, .view, .data, .view])
  }

  @Test(arguments: ControlPanel.allCases.filter { $0 != .view })
  func everyControlCanBeReachedAndSeen(_ panel: ControlPanel) {
    let controls = panel.controls(App(Preset()).session)
    for control in controls {
      var app = app()
      app.moveFocus(to: control)
      for size in [wide, small] {
        let canvas = app.view(size: size, capabilities: .full)
        let reversed = canvas.cells.filter { $0.style.contains(.reverse) }
        let text = String(reversed.compactMap(\.glyph))
        let expected =
          switch control {
          case .feature: control.title(app.session)
          case .layers, .units: "‹" + control.value(app.session)
          case .problem, .setting, .layerSetting, .unitCount, .part, .view:
            control.value(app.session)
          }
        #expect(text.hasPrefix(expected), "\(control)")
      }
    }
  }

  @Test func everySettingIsOnTheScreenSomewhere() throws {
    var preset = Preset()
    preset.data.recipe = Blobs.name
    preset.training.l1 = 0.1
    preset.training.l2 = 0.1
    preset.training.warmUp = 3
    var shown: [Control] = []
    for choice in SettingCatalogue.all {
      var domain = choice.domain
      if case .perLayer(let element, _) = domain { domain = element }
      guard case .choice(let names) = domain else { continue }
      for name in names {
        var trial = preset
        try choice.set(name, in: &trial)
        let session = Session(trial)
        shown += ControlPanel.allCases.flatMap { $0.controls(session) }
      }
    }
    let special = ["features", "network.hidden", "training.shuffle", "training.seed"]
    for setting in SettingCatalogue.all where !special.contains(setting.key) {
      let isShown =
        shown.contains(.setting(setting.key))
        || shown.contains(.layerSetting(setting.key, layer: 1))
      #expect(isShown, "\(setting.key)")
    }
  }

  @Test func arrowsChangeTheFocusedValue() {
    var app = app()
    app.moveFocus(to: .setting("training.learning-rate"))
    app.press(.right)
    #expect(app.session.preset.training.learningRate == 0.1)
    app.press(.left, .left)
    #expect(app.session.preset.training.learningRate == 0.01)
    #expect(app.notice == "Acts from the next step on; nothing was lost.")
  }

  @Test func aValueCanBeTyped() {
    var app = app()
    app.moveFocus(to: .setting("training.batch-size"))
    app.press(.enter)
    app.type("17")
    app.press(.enter)
    #expect(app.session.preset.training.batchSize == 17)
    app.press(.enter)
    app.type("many")
    app.press(.enter)
    #expect(app.notice == "batch: expected a whole number from 1 to 20000.")
    #expect(app.playground?.typed == "many")
    app.press(.escape)
    #expect(app.session.preset.training.batchSize == 17)
    #expect(app.playground?.typed == nil)
  }

  @Test func layersAndUnitsAreAddedWithoutLosingWhatWasLearned() {
    var app = app(.character("e"), .character("e"))
    let first = app.session.trainer.network.parameters[0]
    app.press(.character("]"))
    #expect(app.session.preset.network.hidden == [4, 2, 2])
    #expect(app.session.trainer.epochCount == 2)
    #expect(app.session.trainer.network.parameters[0] == first)
    #expect(
      app.notice == "The new layer and the output have new weights; the others were kept.")
    app.press(.character("}"))
    #expect(app.session.preset.network.hidden == [4, 2, 3])
    app.press(.character("["), .character("["))
    #expect(app.session.preset.network.hidden == [4])
    #expect(picture(app.view(size: wide, capabilities: .full)).contains("Network 2·4·1 tanh"))
  }

  @Test func limitsAreGivenAsReasons() {
    var app = app()
    let limit = SettingCatalogue.layerLimit
    for _ in 0...limit { app.press(.character("]")) }
    #expect(app.session.preset.network.hidden.count == limit)
    #expect(app.notice == "There are at most \(limit) hidden layers.")
    for _ in 0...limit { app.press(.character("[")) }
    #expect(app.session.preset.network.hidden.isEmpty)
    #expect(app.notice == "There is no hidden layer left.")
    app.press(.character("}"))
    #expect(app.notice == "There is no hidden layer yet; ] adds one.")
  }

  @Test func aNewProblemStartsAnewAndSaysSo() {
    var app = app(.character("e"))
    app.moveFocus(to: .problem)
    app.press(.right)
    #expect(app.session.preset.data.recipe == "plane")
    #expect(app.session.trainer.epochCount == 0)
    #expect(app.notice == "Started anew: another data set.")
    app.moveFocus(to: .setting("data.set"))
    app.press(.left)
    #expect(app.session.preset.data.recipe == "plane")
    app.press(.right)
    #expect(app.session.preset.data.recipe == "multi-gauss")
  }

  @Test func featuresAreSwitchedOnAndOff() {
    var app = app()
    app.moveFocus(to: .feature(.sineX1))
    app.press(.enter)
    #expect(app.session.preset.features == [.x1, .x2, .sineX1])
    app.press(.left)
    #expect(app.session.preset.features == [.x1, .x2])
  }

  @Test func pointsCanBeTrainingBothTestOrNone() {
    var app = app()
    func marks() -> Int {
      app.view(size: wide, capabilities: .full).cells.count {
        ["●", "○", "▪", "▫"].contains($0.glyph) && $0.background != .standard
      }
    }
    let training = marks()
    app.press(.character("t"))
    #expect(app.notice == "The map shows training and test points.")
    app.press(.character("t"))
    let test = marks()
    app.press(.character("t"))
    #expect(training > 100 && test > 100)
    #expect(marks() == 0)
  }

  @Test func validationPointsHaveATurnAndMarksOfTheirOwnWhereThereAreAny() {
    var preset = Preset()
    preset.data.validation = 20
    var app = app(preset: preset)
    func signs() -> Int {
      app.view(size: wide, capabilities: .full).cells.count {
        ["+", "-"].contains($0.glyph) && $0.background != .standard
      }
    }
    #expect(signs() == 0)
    var notices: [String] = []
    var counts: [Int] = []
    for _ in 0..<5 {
      app.press(.character("t"))
      notices.append(app.notice)
      counts.append(signs())
    }
    #expect(
      notices == [
        "The map shows training, validation and test points.", "The map shows test points.",
        "The map shows validation points.", "The map shows no points.",
        "The map shows training points.",
      ])
    #expect(counts[2] > 50 && counts[0] > 10)
    #expect(counts[1] == 0 && counts[3] == 0 && counts[4] == 0)
    for _ in 0..<3 { app.press(.character("t")) }
    let text = picture(app.view(size: wide, capabilities: .full))
    #expect(text.contains("100 validation points"))
  }

  @Test(arguments: [Key.left, .right])
  func eitherArrowTurnsASwitch(_ arrow: Key) {
    var app = app()
    app.moveFocus(to: .setting("data.stratified"))
    app.press(arrow)
    #expect(app.session.preset.data.isStratified)
    app.press(arrow)
    #expect(!app.session.preset.data.isStratified)
  }
}
