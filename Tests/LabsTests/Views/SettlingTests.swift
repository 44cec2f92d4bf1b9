import Datasets
import Drawing
import Engine
import Lessons
import Studio
import Testing

@testable import Labs

@Suite("Views forget what is gone")
struct SettlingTests {
  @Test("The chosen parameter of the table stays itself, or is forgotten")
  func table() throws {
    var session = Session(Preset())
    var view = TableView()
    let press = MouseEvent(.press, button: .left, at: Point(x: 0, y: 0))
    // The second unit of the first layer: another input moves its weights on.
    _ = view.point(press, TableSpot.parameter(2), scene(session))
    let before = session.trainer.network.place(ofParameter: 2)
    _ = session.apply(.toggleFeature(.x1Squared))
    let shown = try #require(view.shown(scene(session)))
    let after = session.trainer.network.place(ofParameter: shown)
    #expect(after?.unit == before?.unit)
    #expect(after?.part == before?.part)
    view.settle(session)
    #expect(view.chosen == shown)
    // The last layer is taken away, with what was chosen in it.
    let last = session.trainer.network.parameterCount - 1
    _ = view.point(press, TableSpot.parameter(last), scene(session))
    _ = session.apply(.removeLayer)
    view.settle(session)
    #expect(view.chosen == nil)
  }

  @Test("A removed layer no longer stands out")
  func layers() {
    var session = Session(Preset())
    var view = LayersView()
    view.emphasised = session.trainer.network.levels.count - 1
    view.level = 9
    _ = session.apply(.removeLayer)
    view.settle(session)
    #expect(view.emphasised == nil)
    #expect(view.level == session.trainer.network.levels.count - 1)
  }

  @Test("After a start anew the loss has no window and no cursor in epochs that are gone")
  func loss() {
    var session = trained(20)
    var view = LossView()
    view.cursor = 12
    view.window = .fixed(8...16)
    view.settle(session)
    #expect(view.cursor == 12)
    #expect(view.window == .fixed(8...16))
    _ = session.apply(.reset)
    view.settle(session)
    #expect(view.cursor == nil)
    #expect(view.window == .all)
  }

  @Test("Points at the very edge of the plane have a cell")
  func edges() {
    let map = Rectangle(x: 3, y: 2, width: 20, height: 10)
    let plane = Plane(map: map)
    #expect(plane.cell(PlanePoint(x1: 6, x2: -6)) == Point(x: 22, y: 11))
    #expect(plane.cell(PlanePoint(x1: -6, x2: 6)) == Point(x: 3, y: 2))
    #expect(plane.cell(PlanePoint(x1: 6.1, x2: 0)) == nil)
    #expect(plane.cell(PlanePoint(x1: .nan, x2: 0)) == nil)
    #expect(
      Plane(map: .init(x: 0, y: 0, width: 0, height: 3)).cell(PlanePoint(x1: 0, x2: 0)) == nil)
  }

  @Test("A square is no index in ASCII")
  func squares() {
    let ascii = Capabilities(depth: .mono, glyphs: .ascii)
    var canvas = Canvas(size: Size(width: 10, height: 1), capabilities: ascii)
    let width = canvas.write("x₁² x₂²", at: Point(x: 0, y: 0))
    #expect(width == 9)
    #expect((0..<9).compactMap { canvas[$0, 0].glyph }.map(String.init).joined() == "x1^2 x2^2")
  }
}
