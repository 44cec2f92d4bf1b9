import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("The lasso")
struct LassoTests {
  @Test("Closed at its first corner, it takes the place of the brush")
  func byKeys() {
    var app = drawing()
    app.moveBrush(-8, -8)
    app.press(.character("y"))
    app.moveBrush(16, 0)
    app.press(.character("y"))
    app.moveBrush(0, 16)
    app.press(.character("y"))
    app.moveBrush(-16, 0)
    app.press(.character("y"))
    #expect(app.brush?.corners.count == 4 && app.brush?.isClosed == false)
    app.moveBrush(0, -16)
    app.press(.character("y"))
    #expect(app.brush?.isClosed == true && app.notice.hasPrefix("The lasso is closed"))
    let inside = app.count(near: 0, 0, within: 2)
    let before = app.points.count
    #expect(inside > 10)
    app.press(.character("f"))
    let labels = Set(
      app.points.filter { abs($0.x1) < 2 && abs($0.x2) < 2 }.map(\.label))
    #expect(labels.count == 1)
    app.press(.backspace)
    #expect(app.points.count == before - inside)
    #expect(app.count(near: 0, 0, within: 1.99) == 0)
  }

  @Test("Traced by the mouse, it is what was traced, wherever the brush was before")
  func byMouse() {
    var app = drawing()
    app.press(.character("y"))
    let corners: [(Float, Float)] = [(2, 2), (5.5, 2), (5.5, 5.5), (2, 5.5)]
    app.mouse(.press, app.cell(corners[0].0, corners[0].1))
    for corner in corners.dropFirst() { app.mouse(.drag, app.cell(corner.0, corner.1)) }
    app.mouse(.release, app.cell(2, 5.5))
    #expect(app.brush?.isClosed == true)
    #expect(app.brush?.corners.allSatisfy { $0.x1 > 1.5 && $0.x2 > 1.5 } == true)
    let outside = app.count(near: 0, 0, within: 1.5)
    let before = app.points.count
    app.press(.backspace)
    #expect(app.points.count < before)
    #expect(app.count(near: 0, 0, within: 1.5) == outside)
  }

  @Test("A closed lasso is not changed by the mouse: a press draws again")
  func mouseAfterKeys() {
    var app = drawing()
    app.press(.character("y"))
    for (right, up) in [(8, 0), (0, 8), (-8, 0), (0, -8)] {
      app.moveBrush(right, up)
      app.press(.character("y"))
    }
    let corners = app.brush?.corners
    #expect(app.brush?.isClosed == true)
    let before = app.points.count
    app.click(app.cell(-4, -4))
    #expect(app.brush?.corners == corners)
    #expect(app.points.count == before + 1)
  }

  @Test("A click while a lasso is begun leaves no lasso of a point or two")
  func tooShort() {
    var app = drawing()
    app.press(.character("y"))
    app.click(app.cell(3, 3))
    #expect(app.brush?.isClosed == false && app.brush?.corners.isEmpty == true)
  }
}
