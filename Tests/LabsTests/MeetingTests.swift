import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

/// What goes wrong only when two things meet.
@Suite struct MeetingTests {
  private func start(_ preset: Preset = Preset()) -> App {
    var app = App(preset)
    _ = app.update(.resized(wide, .full))
    return app
  }

  @Test func aDragGoesOnHarmlesslyWhenItsControlIsGone() {
    var app = start()
    app.moveFocus(to: .unitCount(1))
    let spot = app.view(size: wide, capabilities: .full, answersToMouse: true).hotspots.first {
      if case .slider(.unitCount(1), _) = $0.target as? Target { true } else { false }
    }
    guard let area = spot?.area else {
      Issue.record("the units of a layer have no slider")
      return
    }
    app.mouse(.press, Point(x: area.x, y: area.y))
    app.press(.character("["))
    app.mouse(.drag, Point(x: area.maxX, y: area.y))
    #expect(app.session.preset.network.hidden == [4])
  }

  @Test func aSliderOfUnitsGivesAWholeNumber() {
    var app = start()
    app.moveFocus(to: .unitCount(0))
    let spot = app.view(size: wide, capabilities: .full, answersToMouse: true).hotspots.first {
      if case .slider(.unitCount(0), _) = $0.target as? Target { true } else { false }
    }
    guard let area = spot?.area else { return }
    app.mouse(.press, Point(x: area.maxX - 1, y: area.y))
    #expect(app.session.preset.network.hidden == [SettingCatalogue.unitLimit, 2])
  }

  @Test func goingBackFromAnOpenedPresetCanBeTakenBack() {
    var app = start()
    _ = app.update(.opened(Preset()))
    app.press(.character("e"))
    app.press(.character("u"))
    #expect(app.session.trainer.epochCount == 0)
    app.press(.control("r"))
    #expect(app.session.trainer.epochCount == 1)
  }

  @Test func aStartAnewCallsOffTheRestOfAnEpoch() {
    var app = start()
    for _ in 0..<3 { app.press(.character("e")) }
    _ = app.update(.key(.character("e")))
    _ = app.update(.tick(steps: 2))
    app.moveFocus(to: .setting("data.noise"))
    _ = app.update(.key(.right))
    #expect(app.session.trainer.epochCount == 0)
    #expect(app.demand == .none)
    // The key trains the new epoch, not what is left of a wish for the old one.
    app.press(.character("e"))
    #expect(app.session.trainer.epochCount == 1)
  }

  @Test func theNumberOfLayersCanBeTyped() {
    var app = start()
    app.press(.enter)
    app.type("4")
    #expect(picture(app.view(size: wide, capabilities: .full)).contains("hidden layers = 4_"))
    app.press(.enter)
    #expect(app.session.preset.network.hidden == [4, 2, 2, 2])
    app.press(.enter)
    app.type("1")
    app.press(.enter)
    #expect(app.session.preset.network.hidden == [4])
    app.press(.enter)
    app.type("\(SettingCatalogue.layerLimit + 1)")
    app.press(.enter)
    #expect(app.session.preset.network.hidden == [4])
    app.press(.backspace)
    app.type("x")
    app.press(.enter)
    #expect(app.session.preset.network.hidden == [4])
    #expect(app.notice.contains("expected"))
  }

  @Test func aFormulaThatIsAnInputStays() {
    var app = start()
    app.press(.character("a"))
    app.type("x1")
    app.press(.enter)
    #expect(app.session.preset.features == [.x1, .x2])
    #expect(app.notice == "x₁ is an input already.")
  }

  @Test func theBrushTakesALabelOfTheNewData() {
    var preset = Preset()
    preset.data.recipe = "blobs"
    preset.data.classes = 6
    preset.training.loss = .crossEntropy
    var app = start(preset)
    app.press(.character("p"))
    for _ in 0..<3 { app.press(.character("c")) }
    #expect(app.playground?.brush?.label == 4)
    _ = app.session.apply(.set(key: "data.set", value: "circle"))
    app.press(.character("u"), .control("r"), .enter)
    #expect(app.session.preset.problem == .classification(classes: 2))
  }

  @Test func aClickOnACaptionTurnsNothingBelowIt() {
    var app = start()
    app.press(.character("C"))
    let before = app.session.preset
    let overlay = app.place(of: .overlay)
    app.click(overlay)
    #expect(app.session.preset == before)
    #expect(overlay != nil)
  }

  @Test func lettersDoNothingBehindTheOpenKeys() {
    var app = start()
    app.press(.function(1), .character("d"), .character("w"))
    #expect(app.session.preset == Preset())
    app.press(.character("/"))
    #expect(app.palette != nil)
    #expect(!app.showsHelp)
  }

  @Test func themesAreFoundByName() {
    var app = start()
    app.press(.character(":"))
    app.type("okabe")
    #expect(app.press(.enter) == .prefer(.theme(.okabe)))
  }

  @Test(arguments: ["spotlight", "demo", "theme", "undo"])
  func obviousNamesAreFoundFirst(_ name: String) {
    var app = start()
    app.press(.character(":"))
    app.type(name)
    let text = app.palette?.chosen?.text ?? ""
    #expect(text.contains(name))
  }
}
