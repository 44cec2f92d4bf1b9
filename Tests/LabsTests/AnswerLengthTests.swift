import Datasets
import Drawing
import Lessons
import Studio
import Testing

@testable import Labs

@Suite("Every control answers in one line")
struct AnswerLengthTests {
  private static let recipes = ["circle", "blobs", "plane", "wave", "iris"]

  /// Every control of a preset, with the preset.
  private func everyControl(_ body: (Control, App) -> Void) {
    for recipe in Self.recipes {
      var preset = Preset()
      preset.data.recipe = recipe
      if recipe == "blobs" || recipe == "iris" { preset.training.loss = .crossEntropy }
      preset.training.l1 = 0.01
      let app = App(preset)
      for panel in ControlPanel.allCases where panel != .view {
        for control in panel.controls(app.session) {
          var chosen = app
          chosen.lab.focus(on: control, session: chosen.session)
          body(control, chosen)
        }
      }
    }
  }

  private func check(_ app: App, _ what: String) {
    #expect(
      columnWidth(app.notice) <= NoticeLine.width,
      "\(what): \(columnWidth(app.notice)) columns: \(app.notice)")
  }

  @Test("Changing, undoing and redoing say what became of it")
  func changes() {
    everyControl { control, start in
      for arrow in [Key.left, .right] {
        var app = start
        app.press(arrow)
        #expect(!app.notice.isEmpty, "\(control) \(arrow)")
        check(app, "\(control) \(arrow)")
        let wasChanged = app.session.undoTitle != nil
        app.press(.character("u"))
        check(app, "\(control), undone")
        if wasChanged { #expect(app.notice.hasPrefix("Undid: "), "\(control): \(app.notice)") }
        app.press(.control("r"))
        check(app, "\(control), redone")
      }
    }
  }

  @Test("What is typed wrongly is refused with a reason, and can be mended")
  func refusals() {
    everyControl { control, start in
      guard case .setting(let key) = control, !control.isChoice(start.session) else { return }
      for text in ["many", "-1", "1e400", "nan", "0x", "99999999999999999999"] {
        var app = start
        app.press(.enter)
        guard app.playground?.isTyping == true else { continue }
        app.type(text)
        app.press(.enter)
        check(app, "\(key) \(text)")
        let isRefused = app.playground?.isTyping == true
        #expect(!isRefused || !app.notice.isEmpty, "\(key) \(text)")
        if isRefused { #expect(app.session.preset == start.session.preset) }
      }
    }
  }

  @Test("A formula that is none is refused in one line")
  func formulas() {
    for text in [
      "x1+", "(", "sin", "log(x1", "x1**x2", "foo(x1)", "1/0", "x1^x2^", "3", "x1 x2",
      String(repeating: "(", count: 80), String(repeating: "x1+", count: 26),
      "aVeryLongNameOfNoFunctionThatAnybodyKnowsAndThatGoesOnAndOn(x1)",
    ] {
      var app = App(Preset())
      app.press(.character("a"))
      app.type(text)
      app.press(.enter)
      #expect(!app.notice.isEmpty)
      // A list of all names may be cut where there is no room.
      if !app.notice.contains("expected one of") { check(app, text) }
    }
  }
}
