import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("What is chosen for a race")
struct DescentChoiceTests {
  @Test("p chooses the start by arrows; enter takes it, esc leaves it")
  func start() throws {
    var app = openDescent(.character("p"), .right, .right, .up)
    #expect(try #require(app.descent).cursor == SIMD2(-1.25 + 0.2, 1.1))
    #expect(app.lab.describe(app.session).hasPrefix("Start at (-1.05, 1.1), L = "))
    app.press(.escape)
    #expect(try #require(app.descent).race.spec.start == Rosenbrock().start)
    app.press(.character("p"), .down, .enter)
    #expect(try #require(app.descent).race.spec.start == SIMD2(-1.25, 0.9))
    #expect(app.notice == "All start at (-1.25, 0.9).")
    // It stays on the map.
    app.press(.character("p"))
    for _ in 0..<200 { app.press(.left, .down) }
    app.press(.enter)
    #expect(try #require(app.descent).race.spec.start == SIMD2(-2, -1))
  }

  @Test("Noise begins with its strength; w draws other noise")
  func noise() throws {
    var app = openDescent(.character("w"))
    #expect(app.notice == "There is no noise yet: its strength stands in the panel Surface.")
    app.press(.backTab)
    #expect(try #require(app.descent).panel == .surface)
    app.press(.down, .down, .down, .enter)
    app.type("0,5")
    app.press(.enter)
    #expect(try #require(app.descent).race.spec.normalNoise == NormalNoise(strength: 0.5, seed: 42))
    app.press(.character("w"))
    #expect(try #require(app.descent).race.spec.normalNoise == NormalNoise(strength: 0.5, seed: 43))
  }

  @Test("] adds a racer up to eight, [ removes the chosen one down to one, enter switches one off")
  func racers() throws {
    var app = openDescent(.character("]"), .character("]"), .character("]"))
    #expect(app.notice == "8 racers are enough; [ removes the chosen one.")
    #expect(
      try #require(app.descent).race.spec.racers.suffix(2).map(\.title) == [
        "averaged-momentum", "adadelta",
      ])
    app.press(.enter)
    #expect(try #require(app.descent).race.takesPart(7) == false)
    app.press(.enter)
    for _ in 0..<9 { app.press(.character("[")) }
    #expect(try #require(app.descent).race.racers.count == 1)
    #expect(app.notice == "One racer has to stay; ] adds another.")
    app.press(.character("u"))
    #expect(try #require(app.descent).race.racers.count == 2)
  }

  @Test("A click on the map starts there, one on a line chooses the racer, the next switches it")
  func mouse() throws {
    var app = openDescent()
    let canvas = app.view(size: wide, capabilities: .full, answersToMouse: true)
    func area(_ wanted: DescentTarget) throws -> Rectangle {
      try #require(canvas.hotspots.first { $0.target as? DescentTarget == wanted }).area
    }
    let map = try #require(
      canvas.hotspots.compactMap { hotspot -> Rectangle? in
        if case .map(let map) = hotspot.target as? DescentTarget { return map }
        return nil
      }.first)
    let frame = try #require(SurfaceFrame(Rosenbrock().window, in: map))
    let cell = Point(x: map.x + map.width / 3, y: map.y + map.height / 4)
    let place = frame.weights(at: cell)
    _ = app.update(.mouse(MouseEvent(.hover, button: .none, at: cell)))
    #expect(app.lab.describe(app.session).hasPrefix("w = "))
    _ = app.update(.mouse(MouseEvent(.press, button: .left, at: cell)))
    #expect(try #require(app.descent).race.spec.start == SIMD2(place))
    // A drag goes on with it, and is undone at once.
    _ = app.update(
      .mouse(MouseEvent(.drag, button: .left, at: Point(x: cell.x + 2, y: cell.y))))
    #expect(try #require(app.descent).race.spec.start.x > Float(place.x))
    app.press(.character("u"))
    #expect(try #require(app.descent).race.spec.start == Rosenbrock().start)
    _ = app.update(.mouse(MouseEvent(.release, button: .left, at: cell)))
    let row = try area(.racer(3))
    let press = MouseEvent(.press, button: .left, at: Point(x: row.x + 3, y: row.y))
    _ = app.update(.mouse(press))
    #expect(try #require(app.descent).chosen == 3)
    #expect(try #require(app.descent).race.takesPart(3))
    _ = app.update(.mouse(press))
    #expect(try #require(app.descent).race.takesPart(3) == false)
    let changed = app.view(size: wide, capabilities: .full, answersToMouse: true)
    let rate = try #require(
      changed.hotspots.first {
        $0.target as? DescentTarget == .control(.setting("training.learning-rate"))
      }
    ).area
    let wheel = MouseEvent(.wheelUp, button: .none, at: Point(x: rate.x + 2, y: rate.y))
    let before = try #require(app.descent).race.spec.racers[3].preset.training.learningRate
    _ = app.update(.mouse(wheel))
    #expect(try #require(app.descent).race.spec.racers[3].preset.training.learningRate > before)
  }

  @Test("The frame of the map brings weights to cells and back, with one scale for both")
  func frame() throws {
    for size in [Size(width: 40, height: 20), Size(width: 60, height: 9)] {
      let map = Rectangle(x: 3, y: 2, width: size.width, height: size.height)
      for surface in SurfaceCatalogue.all {
        let frame = try #require(SurfaceFrame(surface.window, in: map))
        for minimum in surface.minima { #expect(frame.cell(SIMD2(minimum.place)) != nil) }
        for x in map.x..<map.maxX {
          let cell = Point(x: x, y: map.y + (x * 7) % map.height)
          #expect(frame.cell(SIMD2(frame.weights(at: cell))) == cell)
        }
        let right = frame.weights(at: Point(x: 4, y: 2)) - frame.weights(at: Point(x: 3, y: 2))
        let down = frame.weights(at: Point(x: 3, y: 3)) - frame.weights(at: Point(x: 3, y: 2))
        expectClose(right.x * 2, -down.y, within: .oneOperation)
        #expect(frame.cell(SIMD2(.nan, 0)) == nil && frame.cell(SIMD2(1e30, 0)) == nil)
        #expect(frame.nearestCell(SIMD2(1e30, 0))?.x == map.maxX - 1)
      }
    }
  }
}
