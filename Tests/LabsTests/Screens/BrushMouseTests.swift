import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("Drawing points by mouse")
struct BrushMouseTests {
  @Test("A press puts points where it is, a drag goes on, a release ends it")
  func draws() {
    var app = drawing()
    let before = app.points.count
    app.mouse(.press, app.cell(4, 4))
    app.mouse(.drag, app.cell(-4, 4))
    app.mouse(.drag, app.cell(-4, 4))
    app.mouse(.release, app.cell(-4, 4))
    app.mouse(.hover, app.cell(0, 0))
    #expect(app.points.count == before + 2)
    let fresh = app.session.dataset.training.suffix(2)
    #expect(fresh.allSatisfy { abs(abs($0.x1) - 4) < 0.5 && abs($0.x2 - 4) < 0.5 })
  }

  @Test("The right button and control erase, the middle one gives another class")
  func buttons() {
    var app = drawing()
    let empty = app.points.count
    for _ in 0..<2 { app.mouse(.press, app.cell(5.5, -5.5)) }
    #expect(app.points.count == empty + 2)
    app.mouse(.press, app.cell(5.5, -5.5), button: .middle)
    #expect(app.session.dataset.training.suffix(2).map(\.label) == [0, 0])
    app.mouse(.press, app.cell(5.5, -5.5), button: .right)
    #expect(app.count(near: 5.5, -5.5, within: 0.2) == 0)
    app.mouse(.press, app.cell(5.5, -5.5))
    if let cell = app.cell(5.5, -5.5) {
      var event = MouseEvent(.press, button: .left, at: cell)
      event.control = true
      _ = app.update(.mouse(event))
    }
    #expect(app.count(near: 5.5, -5.5, within: 0.2) == 0)
  }

  @Test("Without the tool a press on the map draws nothing")
  func onlyWithTheTool() {
    var app = drawing()
    app.press(.character("p"))
    let before = app.points
    app.click(app.cell(3, 3))
    #expect(app.points == before)
  }
}
