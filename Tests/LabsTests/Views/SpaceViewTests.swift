import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("The view of a layer's space")
struct SpaceViewTests {
  private func press(_ x: Int, _ y: Int) -> MouseEvent {
    MouseEvent(.press, button: .left, at: Point(x: x, y: y))
  }

  /// The title after each of some intents.
  private func titles(_ intents: [Intent], _ session: Session) -> [String] {
    let scene = scene(session)
    var view = SpaceView()
    return intents.map {
      _ = view.handle($0, scene)
      return String(view.title(scene).dropFirst("Space · ".count))
    }
  }

  @Test("Up and down go through the layers, the inputs first; one output has no space")
  func layers() {
    #expect(
      titles([.back, .selectDown, .selectUp, .selectUp, .selectUp], trained(1)) == [
        "layer 2: units 1, 2", "layer 2: units 1, 2", "layer 1: units 1, 2", "inputs: x₁, x₂",
        "inputs: x₁, x₂",
      ])
    let classes = trained(1) {
      $0.data.recipe = "blobs"
      $0.data.classes = 3
      $0.training.loss = .crossEntropy
    }
    #expect(titles([.selectDown, .increase], classes) == ["outputs 1, 2", "outputs 1, 3"])
  }

  @Test("Left and right go through every pair of units, in a circle")
  func pairs() {
    let found = titles(
      [.selectUp, .increase, .increase, .increase, .nextOption, .increase, .increase, .decrease],
      trained(1))
    #expect(
      found.map { $0.suffix(4) } == [
        "1, 2", "1, 3", "1, 4", "2, 3", "2, 4", "3, 4", "1, 2", "3, 4",
      ])
  }

  @Test("A layer of one unit is shown against the place itself, and no inputs are said")
  func oneUnit() {
    let session = trained(1) {
      $0.network.hidden = [3, 1]
      $0.network.fitLayers()
    }
    #expect(
      titles([.back, .increase, .increase], session) == [
        "layer 2: unit 1 against x₂", "layer 2: unit 1 against x₁", "layer 2: unit 1 against x₂",
      ])
    let empty = trained(0) {
      $0.features = []
      $0.network.hidden = []
      $0.network.fitLayers()
    }
    #expect(SpaceView().title(scene(empty)) == "Space")
    #expect(picture(canvas(SpaceView(), scene(empty), 38, 19)).contains("No input is on"))
  }

  @Test("Points lie where the units' values are, on axes of round numbers that hold them all")
  func places() throws {
    let session = trained(20)
    let scene = scene(session)
    let choice = try #require(SpaceChoice(session, level: 0, pair: (2, 0)))
    let size = Size(width: 44, height: 22)
    let space = try #require(
      LayerSpace(scene, choice, size, fitsPoints: false, probe: PlanePoint(x1: 1, x2: -2)))
    for mark in space.marks {
      let place = space.plane[mark.place]
      let layer = session.values(x1: place.x1, x2: place.x2)[0]
      #expect(space.across[mark.place] == layer[2] && space.up[mark.place] == layer[0])
    }
    #expect(space.marks.count == 242)
    let probe = try #require(space.probe)
    #expect(space.across[probe] == session.values(x1: 1, x2: -2)[0][2])
    for place in space.plane.indices {
      #expect(space.frame.across.contains(Double(space.across[place])))
      #expect(space.frame.up.contains(Double(space.up[place])))
    }
  }

  @Test("A layer of two units is shaded with what the network gives there, whole layers only")
  func shade() throws {
    let session = trained(30)
    let plane = PlanePoint(x1: 2, x2: 1)
    for (level, pair) in [(1, (0, 1)), (1, (1, 0)), (-1, (0, 1))] {
      let choice = try #require(SpaceChoice(session, level: level, pair: pair))
      let space = try #require(
        LayerSpace(
          scene(session), choice, Size(width: 40, height: 20), fitsPoints: false,
          probe: plane))
      let cells = Size(width: 400, height: 200)
      let shade = try #require(SpaceShade(session, choice, space.frame, size: cells))
      let probe = try #require(space.probe)
      let dot = space.frame.dot(space.across[probe], space.up[probe], cells)
      let pixel = Int(dot.y / 2) * cells.width + Int(dot.x / 2)
      let output = try #require(session.values(x1: 2, x2: 1).last?[0])
      // A pixel is a hundredth of the picture away at most.
      #expect(abs(shade.outputs[0][pixel] - output) < 0.05)
    }
    let other = try #require(SpaceChoice(session, level: 0, pair: (0, 1)))
    let frame = try #require(SpaceFrame(across: [0, 1], up: [0, 1]))
    #expect(SpaceShade(session, other, frame, size: Size(width: 4, height: 4)) == nil)
  }

  @Test("z fits the axes to the points, Z to the plane")
  func zoom() throws {
    let session = trained(5) { $0.network.activation = PerLayer(.relu) }
    let choice = try #require(SpaceChoice(session, level: -1, pair: (0, 1)))
    let size = Size(width: 40, height: 20)
    let all = try #require(LayerSpace(scene(session), choice, size, fitsPoints: false))
    let fitted = try #require(LayerSpace(scene(session), choice, size, fitsPoints: true))
    #expect(all.frame.across == -6...6)
    #expect(fitted.frame.across == -6...6)
    let layer = try #require(SpaceChoice(session, level: 0, pair: (0, 1)))
    let wide = try #require(LayerSpace(scene(session), layer, size, fitsPoints: false)).frame
    let close = try #require(LayerSpace(scene(session), layer, size, fitsPoints: true)).frame
    #expect(close.across.upperBound < wide.across.upperBound)
    #expect(close.up.upperBound < wide.up.upperBound)
    var view = SpaceView()
    _ = view.handle(.zoomIn, scene(session))
    #expect(view.note(scene(session)).hasSuffix("zoomed"))
    _ = view.handle(.zoomOut, scene(session))
    #expect(!view.note(scene(session)).contains("zoomed"))
  }

  @Test("A press reads the place that lies there, esc forgets it; on a name it takes another unit")
  func mouse() throws {
    let scene = scene(trained(10))
    var view = SpaceView()
    for _ in 0..<2 { _ = view.handle(.selectUp, scene) }
    let drawn = canvas(view, scene, 50, 24)
    let spots = drawn.hotspots.compactMap { $0.target as? SpaceView.Spot }
    let plot = try #require(
      spots.compactMap { spot -> Rectangle? in
        if case .plot(let plot) = spot { plot } else { nil }
      }.first)
    _ = view.point(
      press(plot.x + plot.width / 2, plot.y + plot.height / 2), SpaceView.Spot.plot(plot), scene)
    let probe = try #require(view.probe)
    #expect(abs(probe.x1) < 0.5 && abs(probe.x2) < 0.5)
    #expect(view.describe(scene).hasPrefix("x₁ "))
    #expect(canvas(view, scene, 50, 24).cursor != nil)
    _ = view.handle(.back, scene)
    #expect(view.probe == nil)
    _ = view.handle(.selectDown, scene)
    _ = view.point(press(0, 0), SpaceView.Spot.axis(isUp: false), scene)
    #expect(view.title(scene).hasSuffix("units 3, 2"))
    _ = view.point(press(0, 0), SpaceView.Spot.axis(isUp: true), scene)
    #expect(view.title(scene).hasSuffix("units 3, 4"))
    #expect(view.point(press(0, 0), LinesView.Spot.layer(0), scene) == nil)
  }

  @Test("Divergence is said, and numbers that are not finite are left out of the axes")
  func divergence() throws {
    let diverged = try #require(specialSessions.first { $0.name == "diverged" }).session
    #expect(picture(canvas(SpaceView(), scene(diverged), 44, 22)).contains("Diverged"))
    #expect(SpaceFrame(across: [.nan, .infinity], up: [1, 2]) == nil)
    let frame = try #require(SpaceFrame(across: [.nan, 1, 2], up: [5, 5]))
    #expect(frame.across == 1...2 && frame.up == 0...10)
    #expect(frame.cell(.nan, 5, in: Rectangle(x: 0, y: 0, width: 9, height: 9)) == nil)
  }
}
