import Drawing
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("The list of exercises")
struct ExercisesLabTests {
  private func list(_ classroom: Classroom?, size: Size = small) -> App {
    var app = App(Session(Preset()), classroom: classroom)
    _ = app.update(.resized(size, .full))
    app.showExercises()
    return app
  }

  private func text(_ app: App, _ size: Size = small) -> String {
    picture(app.view(size: size, capabilities: .full))
  }

  private func lab(_ app: App) -> ExercisesLab? { app.lab as? ExercisesLab }

  @Test("It is asked for once, when J is pressed first, and comes in later")
  func loads() throws {
    var app = App(Preset())
    _ = app.update(.resized(small, .full))
    #expect(app.press(.character("J")) == .listExercises)
    #expect(text(app).contains("being read"))
    _ = app.update(.listed(try classroom()))
    #expect(text(app).contains("A1   One neuron"))
    app.press(.character("J"))
    #expect(app.playground != nil)
    #expect(app.press(.character("J")) == nil)
  }

  @Test("By chapter with state, medals, progress; the one to go on with is chosen")
  func shows() throws {
    let app = list(try classroom())
    let text = text(app)
    for words in [
      "0  First light  1/1", "A  The neuron and the forward pass  0/1", "✓ 00", "gold", "○ A1",
      "Files with mistakes", "!      b1-broken", "1/3 (33 %)", "anna", "▸ ○ A1",
    ] { #expect(text.contains(words), "\(words)\n\(text)") }
  }

  @Test("Arrows, letters, pages, the wheel and a press choose; enter and a second press open")
  func chooses() throws {
    var app = list(try classroom())
    app.press(.down)
    #expect(lab(app)?.entry?.name == "e3-another-one")
    app.press(.character("k"), .character("k"))
    #expect(lab(app)?.entry?.name == "00-first-light")
    app.press(.end)
    #expect(lab(app)?.entry?.name == "b1-broken")
    #expect(app.press(.enter) == nil && app.notice.contains("can't be opened"))
    app.press(.home)
    let spots = app.view(size: small, capabilities: .full, answersToMouse: true).hotspots
    let area = try #require(
      spots.first { $0.target as? Target == .exercise("a1-one-neuron") }
    ).area
    let press = MouseEvent(.press, button: .left, at: Point(x: area.x + 9, y: area.y))
    #expect(app.update(.mouse(press)) == nil)
    #expect(app.update(.mouse(press)) == .learn("a1-one-neuron", anew: false))
    _ = app.update(.mouse(MouseEvent(.wheelUp, button: .none, at: press.position)))
    #expect(lab(app)?.entry?.name == "00-first-light")
    app.press(.down)
    #expect(app.press(.enter) == .learn("a1-one-neuron", anew: false))
  }

  @Test("A slash finds by typing, and the palette does too")
  func finds() throws {
    var app = list(try classroom())
    app.press(.character("/"))
    app.type("another")
    #expect(lab(app)?.shown.map(\.name) == ["e3-another-one"])
    app.press(.enter)
    #expect(app.press(.enter) == .learn("e3-another-one", anew: false))
    app.press(.escape, .character("/"))
    app.type("zzz")
    #expect(text(app).contains("Nothing fits “zzz”"))
    app.press(.escape, .character(":"))
    app.type("learn e3")
    #expect(app.press(.enter) == .learn("e3-another-one", anew: false))
  }

  @Test("Nothing trains from here, whichever key is pressed")
  func isNoPlayground() throws {
    for binding in KeyMap.bindings where binding.mode == .always {
      for key in binding.keys {
        var app = list(try classroom())
        app.press(key)
        #expect(app.session.totalSteps == 0, "\(binding.label)")
        #expect(app.session.log.entries.isEmpty, "\(binding.label)")
      }
    }
  }

  @Test("Sixty exercises scroll on the smallest screen, and the chosen one is seen")
  func scrolls() throws {
    let entries = try (0..<60).map { number in
      ExerciseEntry(
        try exercise("e\(number)-one") { ($0.title, $0.chapter) = ("Number \(number).", "E") })
    }
    var app = list(Classroom(entries: entries, student: "anna"))
    for number in 0..<60 {
      #expect(text(app).contains("▸ ○ E\(number)"), "\(number)")
      app.press(.down)
    }
    app.press(.pageUp)
    #expect(text(app).contains("▸ ○ E49"))
  }

  @Test("Empty, missing and finished sets say so", arguments: [small, wide])
  func edges(_ size: Size) throws {
    var none = list(Classroom(entries: [], student: "anna", remark: "There are none."), size: size)
    #expect(text(none, size).contains("There are none.") && text(none, size).contains("0/0 (0 %)"))
    #expect(none.press(.enter) == nil)
    var all = try classroom()
    all.entries = all.entries.filter { $0.problem == nil }
    for index in all.entries.indices { all.entries[index].state = .passed }
    var done = list(all, size: size)
    #expect(text(done, size).contains("3/3 (100 %)"))
    done.press(.character("V"))
    #expect(done.notice == "All 3/3 (100 %) exercises are passed. Well done: J lists them.")
  }

  @Test("Any size is drawn, and nothing outside")
  func sizes() throws {
    var app = list(try classroom())
    for (width, height) in [(0, 0), (1, 1), (20, 5), (80, 21), (119, 3), (120, 37), (200, 60)] {
      for key in [Key.end, .home] {
        app.press(key)
        let area = Rectangle(x: 2, y: 1, width: width, height: height)
        var canvas = blank(width + 4, height + 2)
        canvas.fill(canvas.bounds, with: Cell("@"))
        app.lab.view(app.session, in: area, on: &canvas)
        for y in 0..<canvas.size.height {
          for x in 0..<canvas.size.width where !area.contains(Point(x: x, y: y)) {
            #expect(canvas[x, y] == Cell("@"), "\(width)×\(height) at \(x), \(y)")
          }
        }
      }
    }
  }
}
