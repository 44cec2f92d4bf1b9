import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("The view of the curve")
struct CurveViewTests {
  private func regression() -> Session { trained(5) { $0.data.recipe = "plane" } }

  @Test("The curve of the output is what the network gives along the cut")
  func output() throws {
    let session = regression()
    var view = CurveView()
    for _ in 0..<4 { _ = view.handle(.selectUp, scene(session)) }
    #expect(view.x2 == 1)
    let parts = CurveParts(session, view: view, places: 12)
    let values = try #require(parts.parts.first).values
    for (place, value) in values.enumerated() {
      let x1 = -6 + 12 * (Float(place) + 0.5) / 12
      expectClose(
        value, Double(session.values(x1: x1, x2: 1).last?[0] ?? .nan), within: .oneOperation)
    }
  }

  @Test("What the units add, and the bias, is the output before its activation")
  func contributions() throws {
    let session = regression()
    var view = CurveView()
    _ = view.handle(.previousOption, scene(session))
    #expect(view.page == .contributions)
    let parts = CurveParts(session, view: view, places: 7)
    let sum = try #require(parts.sum).values
    for place in sum.indices {
      let added = parts.parts.reduce(0) { $0 + $1.values[place] }
      expectClose(added, sum[place], within: .oneOperation)
      let output = session.curve(count: 7).levels.last?[0][place] ?? .nan
      expectClose(output, sum[place], within: .oneOperation)
    }
    #expect(parts.parts.last?.name == "bias")
  }

  @Test("Probabilities of several classes add up to 1")
  func probabilities() throws {
    let session = try #require(specialSessions.first { $0.name == "six classes" }).session
    let parts = CurveParts(session, view: CurveView(), places: 9)
    #expect(parts.parts.count == 6)
    for place in 0..<9 {
      expectClose(parts.parts.reduce(0) { $0 + $1.values[place] }, 1, within: .oneOperation)
    }
  }

  @Test("Arrows choose a layer and a unit, all of them before the first")
  func units() {
    let scene = scene(regression())
    var view = CurveView()
    _ = view.handle(.nextOption, scene)
    _ = view.handle(.selectDown, scene)
    #expect(picture(canvas(view, scene, 60, 16)).contains("layer 2: 2 tanh"))
    var seen: [Int?] = []
    for _ in 0..<3 {
      _ = view.handle(.increase, scene)
      seen.append(view.unit)
    }
    #expect(seen == [0, 1, nil])
    _ = view.handle(.decrease, scene)
    #expect(view.unit == 1)
  }

  @Test("A place along the curve is read, by keys and by the mouse")
  func reading() throws {
    let session = regression()
    let scene = scene(session)
    var view = CurveView()
    _ = view.handle(.increase, scene)
    #expect(view.cursor == 0)
    let value = Double(session.values(x1: 0.0125, x2: 0).last?[0] ?? .nan)
    #expect(view.describe(scene) == "x₁ = 0: ŷ \(format(value, significantDigits: 3))")
    let spots = canvas(view, scene, 60, 16).hotspots.compactMap { $0.target as? CurveView.Spot }
    let layout = try #require(spots.first).layout
    let event = MouseEvent(
      .hover, button: .none, at: Point(x: layout.plot.maxX - 1, y: layout.plot.y))
    _ = view.point(event, CurveView.Spot(layout: layout), scene)
    #expect(view.describe(scene).hasPrefix("x₁ = 5.89: "))
    view.leave()
    #expect(view.describe(scene).hasPrefix("x₁ = 0:"))
  }

  @Test("The points near the cut stand where their labels are")
  func points() {
    let session = regression()
    let points = CurvePoints(scene(session), x2: 0).places
    let near = session.dataset.training.filter { abs($0.x2) <= CurvePoints.reach }
    #expect(points.map(\.x) == near.map { Double($0.x1) })
    #expect(points.map(\.y) == near.map { Double($0.label) })
  }
}
