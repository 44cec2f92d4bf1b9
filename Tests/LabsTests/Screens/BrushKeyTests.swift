import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("Drawing points by keys")
struct BrushKeyTests {
  @Test("enter puts a point where the brush is, in its class, into the training points")
  func puts() throws {
    var app = drawing()
    let before = app.session.dataset.training.count
    app.moveBrush(20, -18)
    app.press(.enter)
    #expect(app.session.dataset.training.count == before + 1)
    let point = try #require(app.session.dataset.training.last)
    #expect(point.x1 == 5 && point.x2 == -4.5 && point.label == 1)
    app.press(.character("u"))
    #expect(app.session.dataset.training.count == before)
  }

  @Test("The brush stays on the plane, however long an arrow is held")
  func stays() {
    var app = drawing()
    for (key, x1, x2) in [
      (Key.right, 6, 0), (.up, 6, 6), (.left, -6, 6), (.down, -6, -6),
    ] as [(Key, Float, Float)] {
      for _ in 0..<60 { app.press(key) }
      #expect(app.brush?.place == PlanePoint(x1: x1, x2: x2))
    }
    app.press(.character("b"), .character("b"), .enter)
    #expect(app.notice.contains("16 points"))
  }

  @Test("Each size puts so many points within its reach", arguments: Brush.Reach.allCases)
  func sizes(_ reach: Brush.Reach) {
    var app = drawing()
    for _ in 0..<reach.rawValue { app.press(.character("b")) }
    #expect(app.brush?.reach == reach)
    let before = app.points.count
    app.press(.enter)
    #expect(app.points.count == before + reach.count)
    let fresh = app.session.dataset.training.suffix(reach.count)
    #expect(fresh.allSatisfy { $0.x1 * $0.x1 + $0.x2 * $0.x2 <= reach.radius * reach.radius })
    #expect(Set(fresh.map { PlanePoint(x1: $0.x1, x2: $0.x2) }).count == reach.count)
    app.press(.character("b"), .character("b"), .character("b"))
    #expect(app.brush?.reach == reach)
  }

  @Test("backspace erases what is under the brush, and nothing else")
  func erases() {
    var app = drawing()
    app.press(.character("b"), .character("b"))
    let radius = Brush.Reach.large.radius
    let inside = app.points.count { $0.x1 * $0.x1 + $0.x2 * $0.x2 <= radius * radius }
    let before = app.points.count
    #expect(inside > 0)
    app.press(.backspace)
    #expect(app.points.count == before - inside)
    app.press(.delete)
    #expect(app.notice == "There is no point under the brush.")
    #expect(app.points.count == before - inside)
  }

  @Test("f gives the points under the brush one other class")
  func flips() {
    var app = drawing()
    app.moveBrush(20, 18)
    app.press(.enter, .character("f"))
    #expect(app.session.dataset.training.last?.label == 0)
    app.press(.character("f"))
    #expect(app.session.dataset.training.last?.label == 1)
    let places = app.points.map { PlanePoint(x1: $0.x1, x2: $0.x2) }
    app.moveBrush(-120, 0)
    app.press(.character("f"))
    #expect(app.notice == "There is no point under the brush.")
    #expect(app.points.map { PlanePoint(x1: $0.x1, x2: $0.x2) } == places)
  }

  @Test("c goes through the classes and one more, which a point makes a class of its own")
  func classes() {
    var app = drawing("blobs")
    let count = app.classCount
    var labels: [Float] = []
    for _ in 0...count {
      labels.append(app.brush?.label ?? -1)
      app.press(.character("c"))
    }
    #expect(Set(labels) == Set((0...count).map(Float.init)))
    while app.brush?.label != Float(count) { app.press(.character("c")) }
    app.press(.enter)
    #expect(app.classCount == count + 1)
    #expect(app.session.trainer.network.levels.last?.units == count + 1)
    app.press(.character("u"))
    #expect(app.classCount == count)
  }

  @Test("Where numbers are predicted, c goes through five values")
  func regression() {
    var app = drawing("plane")
    var labels: [Float] = []
    for _ in 0..<5 {
      app.press(.enter)
      labels.append(app.session.dataset.training.last?.label ?? .nan)
      app.press(.character("c"))
    }
    #expect(labels == [1, -1, -0.5, 0, 0.5])
    #expect(app.brush?.label == 1)
  }

  @Test("On a curve over x₁ points have no second direction")
  func oneDimension() {
    var app = drawing("wave", features: [.x1])
    app.moveBrush(4, 8)
    app.press(.enter)
    #expect(app.session.dataset.isOneDimensional)
    #expect(app.session.dataset.training.last.map { $0.x1 == 1 && $0.x2 == 0 } == true)
  }

  @Test("esc drops a lasso first, then ends drawing; p ends it at once")
  func ends() {
    var app = drawing()
    app.press(.character("y"), .escape)
    #expect(app.brush?.corners.isEmpty == true)
    app.press(.escape)
    #expect(app.brush == nil)
    app.press(.character("p"), .character("y"), .character("p"))
    #expect(app.brush == nil)
  }

  @Test("The key line says what keys do now, and training goes on as it was")
  func keyLine() {
    var app = drawing()
    let line = picture(app.screen).split(separator: "\n").last ?? ""
    for words in ["enter put", "backspace erase", "f flip", "c class", "b brush", "y lasso"] {
      #expect(line.contains(words))
    }
    app.press(.character(" "))
    #expect(app.isRunning && app.brush != nil)
    app.press(.enter)
    #expect(app.isRunning)
  }

  @Test("The last training point stays, and the reason is given")
  func keepsOne() {
    var app = drawing()
    app.press(.character("y"))
    for (right, up) in [(24, 24), (-48, 0), (0, -48), (48, 0), (0, 48)] {
      app.moveBrush(right, up)
      app.press(.character("y"))
    }
    app.press(.escape)
    app.press(.character("y"))
    for (right, up) in [(-48, 0), (0, -48), (48, 0), (0, 48)] {
      app.moveBrush(right, up)
      app.press(.character("y"))
    }
    #expect(app.brush?.isClosed == true)
    let before = app.points.count
    app.press(.backspace)
    #expect(app.notice == "Training needs at least one point; the last one stays.")
    #expect(app.points.count == before)
  }
}
