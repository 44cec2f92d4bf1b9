import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

/// A state of the screen that commands are tried in.
enum Situation: String, CaseIterable, Sendable {
  case start, running, unit, weight, view, drawing, regression, diverged, noHiddenLayer

  var app: App {
    var preset = Preset()
    switch self {
    case .regression: preset.data.recipe = "plane"
    case .diverged:
      preset.data.recipe = "plane"
      preset.training.learningRate = 100
    case .noHiddenLayer:
      preset.network.hidden = []
      preset.network.fitLayers()
    default: break
    }
    var app = App(preset)
    _ = app.update(.resized(wide, .full))
    switch self {
    case .start, .regression, .noHiddenLayer: break
    case .running: app.press(.character("e"), .character(" "))
    case .unit: app.press(.character("e"), .character("i"), .right)
    case .weight: app.press(.character("e"), .character("i"), .enter)
    case .view: app.press(.character("e"), .character("4"))
    case .drawing: app.press(.character("p"))
    case .diverged:
      app.press(.character(" "))
      for _ in 0..<40 { _ = app.update(.tick(steps: 25)) }
    }
    return app
  }
}

extension App {
  /// The whole screen, wide.
  var screen: Canvas { view(size: wide, capabilities: .full) }

  /// Opens the palette of commands, goes down to a command and takes it; false if it is not listed.
  @discardableResult
  mutating func choose(_ intent: Intent, _ command: inout Command?) -> Bool {
    press(.character(":"))
    for _ in KeyMap.bindings where palette?.chosen?.deed != .intent(intent) { press(.down) }
    guard palette?.chosen?.deed == .intent(intent) else { return false }
    command = press(.enter)
    return true
  }
}

@Suite("Every command, by its key and by its name")
struct CommandTests {
  /// Keys that are right to do nothing in some situation: there is nothing to say either.
  private static func mayBeSilent(_ binding: Binding, _ situation: Situation) -> String? {
    switch (binding.intent, situation) {
    case (.back, .start), (.back, .running), (.back, .regression), (.back, .diverged),
      (.back, .noHiddenLayer):
      "there is no level to go back to"
    case (.selectUp, .unit), (.selectUp, .weight), (.increase, .unit), (.decrease, .weight),
      (.selectUp, .view), (.selectDown, .view):
      "the walk ends at an edge, as a list does"
    case (.selectDown, .noHiddenLayer): "the last control has the focus"
    case (.inspect, .unit), (.inspect, .weight), (.view(3), .view): "it is so already"
    default: nil
    }
  }

  @Test("No key is silent", arguments: Situation.allCases)
  func everyKeyAnswers(_ situation: Situation) {
    let start = situation.app
    let before = start.screen
    for binding in KeyMap.bindings {
      guard binding.mode == .always || situation == .drawing else { continue }
      for key in binding.keys {
        var app = start
        let command = app.press(key)
        let answers = command != nil || !app.notice.isEmpty || app.screen != before
        #expect(
          answers || Self.mayBeSilent(binding, situation) != nil,
          "\(key) (\(binding.help)) does nothing and says nothing")
      }
    }
  }

  @Test("The palette does what the key does", arguments: Situation.allCases)
  func keyAndNameAgree(_ situation: Situation) {
    let start = situation.app
    for binding in KeyMap.bindings where binding.mode == .always {
      // While points are drawn a key may mean something else; the palette says what is written.
      guard let key = binding.keys.first,
        KeyMap.intent(for: key, isDrawing: start.lab.isDrawing) == binding.intent
      else { continue }
      var (byKey, byName) = (start, start)
      var named: Command?
      guard byName.choose(binding.intent, &named) else { continue }
      let keyed = byKey.press(key)
      #expect(keyed == named, "\(binding.help)")
      expectSame(byKey, byName, binding.help)
    }
  }

  @Test("Only what needs the focus is left out of the palette")
  func thePaletteListsTheRest() {
    let plain: [Intent] = [
      .selectUp, .selectDown, .decrease, .increase, .activate, .back, .commands,
    ]
    for binding in KeyMap.bindings where binding.mode == .always {
      var app = App(Preset())
      var command: Command?
      #expect(app.choose(binding.intent, &command) != plain.contains(binding.intent))
    }
  }

  @Test("A name alone shows the keys for an audience, and hides them")
  func showsKeys() {
    var app = App(Preset())
    var command: Command?
    app.choose(.showKeys, &command)
    app.press(.tab, .character("x"))
    #expect(picture(app.screen).contains(" tab  x "))
    app.choose(.showKeys, &command)
    #expect(app.notice == "Keys are no longer shown.")
    #expect(!picture(app.screen).contains(" tab  x "))
  }

  @Test("Every control is found by its name, and gets the focus")
  func controlsByName() {
    let session = App(Preset()).session
    for panel in ControlPanel.allCases where panel != .view {
      for control in panel.controls(session) {
        var app = App(Preset())
        app.press(.character(":"))
        app.type("set \(control.title(session)) \(panel.rawValue)")
        let places = app.palette?.matches.map(\.deed) ?? []
        guard let place = places.firstIndex(of: .control(control)), place < 3 else {
          Issue.record("\(control.title(session)) stands too low among \(places.count)")
          continue
        }
        for _ in 0..<place { app.press(.down) }
        app.press(.enter)
        #expect(app.playground?.focus == control)
      }
    }
  }

  private func expectSame(_ one: App, _ other: App, _ what: String) {
    #expect(one.session.log == other.session.log, "\(what)")
    #expect(one.session.preset == other.session.preset, "\(what)")
    #expect(
      one.session.trainer.network.parameters.map(\.bitPattern)
        == other.session.trainer.network.parameters.map(\.bitPattern), "\(what)")
    #expect(one.session.totalSteps == other.session.totalSteps, "\(what)")
    #expect(one.demand == other.demand && one.notice == other.notice, "\(what)")
    #expect(one.screen == other.screen, "\(what)")
  }
}
