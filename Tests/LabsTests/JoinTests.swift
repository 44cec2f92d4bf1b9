import Drawing
import Engine
import Lessons
import Studio
import Testing

@testable import Labs

/// What is right only if several parts of the screen know of each other.
@Suite("Parts of the screen together")
struct JoinTests {
  @Test("A jump in time pauses training, whichever view or key asks for it")
  func pauses() {
    for keys: [Key] in [[.character("<")], [.character("H"), .left], [.home]] {
      var app = app(.character("e"), .character("e"), .character("e"))
      app.press(.character(" "))
      _ = app.update(.tick(steps: 30))
      #expect(app.isRunning)
      app.press(keys)
      #expect(!app.isRunning && app.session.trainer.stepCount <= 100, "\(keys)")
      app.press(.character(" "))
      let step = app.session.trainer.stepCount
      _ = app.update(.tick(steps: 3))
      #expect(app.isRunning && app.session.trainer.stepCount == step + 3)
    }
  }

  @Test("Work that is ended leaves no view waiting, though the next session began alike")
  func endsWork() throws {
    var app = app(.character("U"))
    let command = app.update(.key(.enter))
    guard case .work(var order)? = command else {
      Issue.record("enter begins no work")
      return
    }
    order.work.advance()
    _ = app.update(.worked(order))
    #expect(shown(app).contains("enter stops it"))
    #expect(app.update(.opened(Preset())) == .stopAllWork)
    app.press(.character("U"))
    #expect(!shown(app).contains("enter stops it"))
  }

  @Test("Work that a hidden screen asks for in turn is begun")
  func hiddenWork() throws {
    var app = app()
    let command = app.update(.key(.character("L")))
    guard case .work(var order)? = command else {
      Issue.record("L begins no work")
      return
    }
    app.press(.character("o"), .character("o"), .character("D"))
    while !order.work.isFinished { order.work.advance() }
    let next = app.update(.worked(order))
    app.finishWork(of: next)
    app.press(.character("D"))
    #expect(!shown(app).contains("computing"))
  }

  @Test("Two sessions are compared where they have arrived, not on their way")
  func arrives() {
    var app = app()
    for _ in 0..<3 { app.press(.character("e")) }
    app.press(.character("<"), .character("A"))
    #expect(!app.session.isSeeking && app.rival?.session.isSeeking == false)
    app.press(.character("<"), .character("%"))
    #expect(!app.session.isSeeking && app.rival?.session.isSeeking == false)
  }

  private func shown(_ app: App) -> String {
    app.screen.rows.joined(separator: "\n")
  }
}

extension Canvas {
  fileprivate var rows: [String] {
    (0..<size.height).map { y in
      String((0..<size.width).compactMap { self[$0, y].glyph })
    }
  }
}
