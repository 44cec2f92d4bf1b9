import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("The view of the lines where units set in")
struct LinesViewTests {
  private func relu(_ epochs: Int = 20, _ hidden: [Int] = [4]) -> Session {
    trained(epochs) {
      $0.network.hidden = hidden
      $0.network.activation = PerLayer(.relu)
      $0.network.fitLayers()
    }
  }

  private func sentence(_ view: LinesView, _ scene: Scene) -> String {
    picture(canvas(view, scene, 60, 24))
  }

  @Test("Right and left go through the units of the layers shown, and the output as a whole")
  func units() {
    let session = relu(1, [2, 1])
    var scene = scene(session)
    var view = LinesView()
    var seen: [NetworkPart?] = []
    for _ in 0..<5 {
      let reply = view.handle(.increase, scene)
      seen.append(reply?.part)
      scene.part = reply?.part.flatMap { $0.isOutput(session) ? nil : $0 }
    }
    let units: [NetworkPart] = [
      .unit(level: 0, unit: 0), .unit(level: 0, unit: 1), .unit(level: 1, unit: 0),
      .unit(level: 2, unit: 0),
    ]
    #expect(seen == units + [units[0]])
    scene.part = nil
    #expect(view.handle(.decrease, scene)?.part == units[2])
    _ = view.handle(.selectDown, scene)
    _ = view.handle(.selectDown, scene)
    #expect(view.title(scene) == "Lines · layer 2")
    #expect(view.handle(.increase, scene)?.part == units[2])
    for _ in 0..<3 { _ = view.handle(.selectUp, scene) }
    #expect(view.layer == nil && view.title(scene) == "Lines")
  }

  @Test("Pieces are the engine's patterns, and lines make no more than they can")
  func pieces() throws {
    let session = relu()
    let pieces = try #require(session.linearPieces(width: 96, height: 96))
    #expect(PiecesText.most(lines: 4) == 11 && PiecesText.most(lines: 0) == 1)
    #expect(pieces.patternCount <= 11)
    #expect(
      sentence(LinesView(), scene(session)).contains(
        "\(pieces.patternCount) linear pieces here of the 11 that 4 lines can make"))
    let deep = relu(5, [4, 3])
    let count = try #require(deep.linearPieces(width: 96, height: 96)).patternCount
    #expect(PiecesText(deep, ZeroLines(deep).pieces).sentences == ["\(count) linear pieces here"])
    let text = PiecesText(session, nil).sentences[0]
    #expect(text == "pieces are counted for relu, leaky-relu and linear units")
    #expect(sentence(LinesView(), scene(trained(1))).contains(text))
  }

  @Test("Neighbouring pieces never have one colour")
  func tints() throws {
    let lines = ZeroLines(relu(5, [6, 4]))
    let pieces = try #require(lines.pieces)
    var canvas = blank(96, 48)
    PiecesGround(pieces: pieces).draw(in: canvas.bounds, on: &canvas)
    var borders = 0
    for y in 0..<48 {
      for x in 1..<96 {
        let (one, other) = (
          pieces.patterns[2 * y * 96 + x - 1], pieces.patterns[2 * y * 96 + x]
        )
        // Where several lines meet in a pixel, pieces that are not neighbours touch.
        guard (pieces.onCounts[one] - pieces.onCounts[other]).magnitude == 1 else { continue }
        borders += 1
        func top(_ x: Int) -> Color {
          canvas[x, y].glyph == "▀" ? canvas[x, y].foreground : canvas[x, y].background
        }
        #expect(top(x - 1) != top(x))
      }
    }
    #expect(borders > 50)
  }

  @Test("The chosen unit is named with its equation and its share of the plane")
  func chosen() throws {
    var session = trained(0) {
      $0.network.hidden = [2]
      $0.network.fitLayers()
    }
    // Its sum is x₁ − 3: above 0 on a quarter of the plane.
    for (index, value) in [(0, 1), (1, 0), (4, -3)] {
      session.apply(.setParameter(index: index, value: Float(value)))
    }
    var scene = scene(session)
    scene.part = .unit(level: 0, unit: 0)
    let view = LinesView()
    #expect(view.describe(scene) == "Layer 1 unit 1: 1·x₁ + 0·x₂ - 3 = 0")
    let text = sentence(view, scene)
    #expect(text.contains("layer 1 unit 1: its sum is above 0 on 25 % of the plane"))
    // Its number stands in its line, three quarters across.
    let drawn = canvas(view, scene, 60, 24)
    let labels = drawn.cells.indices.filter {
      drawn.cells[$0].glyph == "1" && drawn.cells[$0].style.contains(.reverse)
    }
    let x = try #require(labels.first) % 60
    #expect(labels.count == 1 && abs(x - (11 + 42 * 3 / 4)) <= 1)
    session.apply(.killUnit(level: 0, unit: 0))
    scene = Scene(
      session: session, evaluations: Evaluations(session), part: .unit(level: 0, unit: 0))
    #expect(view.describe(scene).contains("killed"))
    #expect(ZeroLines(session).units(of: 0..<1) == [UnitPlace(level: 0, unit: 1)])
  }

  @Test("A line near the pointer is the chosen one")
  func pointer() {
    var session = trained(0) {
      $0.network.hidden = [2]; $0.network.fitLayers()
    }
    for (index, value) in [(0, 1), (1, 0), (2, 0), (3, 1), (4, -3), (5, 3)] {
      session.apply(.setParameter(index: index, value: Float(value)))
    }
    let lines = ZeroLines(session)
    let units = lines.units(of: 0..<1)
    func near(_ x1: Float, _ x2: Float) -> UnitPlace? {
      lines.unit(near: PlanePoint(x1: x1, x2: x2), within: 2, of: units)
    }
    #expect(near(3.1, 4) == UnitPlace(level: 0, unit: 0))
    #expect(near(-5, -2.9) == UnitPlace(level: 0, unit: 1))
    #expect(near(0, 0) == nil && near(.nan, 0) == nil)
    #expect(near(6, 6) == nil && near(-6, -6) == nil && near(99, -99) == nil)
  }

  @Test("n changes what is behind: pieces where there are any, the output, nothing")
  func grounds() {
    var view = LinesView()
    let straight = scene(relu(1))
    var notes: [String] = []
    for _ in 0..<4 {
      notes.append(view.note(straight))
      _ = view.handle(.nextOption, straight)
    }
    #expect(notes == ["behind: pieces", "behind: the output", "", "behind: pieces"])
    view = LinesView()
    let bent = scene(trained(1))
    #expect(view.note(bent) == "")
    let notice = view.handle(.previousOption, bent)?.notice ?? ""
    #expect(view.note(bent) == "behind: the output")
    #expect(notice.contains("relu, leaky-relu or linear"))
  }

  @Test("A press in the legend shows a layer alone, and all again")
  func legend() {
    let scene = scene(relu(1, [3, 2]))
    var view = LinesView()
    let spots = canvas(view, scene, 50, 24).hotspots.compactMap { $0.target as? LinesView.Spot }
    #expect(spots == [.layer(0), .layer(1)])
    let press = MouseEvent(.press, button: .left, at: Point(x: 0, y: 0))
    _ = view.point(press, LinesView.Spot.layer(1), scene)
    #expect(view.layers(scene.session) == 1..<2)
    _ = view.point(press, LinesView.Spot.layer(1), scene)
    #expect(view.layers(scene.session) == 0..<2)
  }

  @Test("Without a hidden layer the output's line stands alone, and divergence is said")
  func special() throws {
    func session(_ name: String) throws -> Session {
      try #require(specialSessions.first { $0.name == name }).session
    }
    let flat = scene(try session("no hidden layer"))
    var view = LinesView()
    #expect(view.describe(flat).hasPrefix("There is no hidden layer yet"))
    #expect(view.handle(.increase, flat)?.notice == "There is no hidden layer yet; ] adds one.")
    #expect(sentence(view, flat).contains("1 linear piece here"))
    #expect(sentence(view, scene(try session("diverged"))).contains("Diverged"))
    #expect(UnitLineText(try session("six layers"), level: 3, unit: 2).text.contains("…"))
  }
}
