import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

extension LandscapeView {
  /// Does the work that a reply asks for, and what its end asks for in turn.
  mutating func finish(_ reply: ViewReply?, _ scene: Scene) {
    var reply = reply
    while var work = reply?.work {
      while !work.isFinished { work.advance() }
      reply = receive(work, scene)
    }
  }

  /// Carries out a wish and all work that comes of it.
  mutating func press(_ intent: Intent, _ scene: Scene) {
    finish(handle(intent, scene), scene)
  }

  /// A view that has just been chosen, with its first picture.
  static func shown(_ scene: Scene) -> LandscapeView {
    var view = LandscapeView()
    view.settle(scene.session)
    view.finish(view.appear(scene), scene)
    return view
  }
}

@Suite("The view of the landscape")
struct LandscapeViewTests {
  @Test("It computes when it is chosen, a coarse picture first, and says how far it is")
  func appears() throws {
    let scene = scene(trained(5))
    var view = LandscapeView()
    view.settle(scene.session)
    #expect(view.beat != nil)
    #expect(picture(canvas(view, scene, 80, 20)).contains("Enter computes it"))
    var work = try #require(view.appear(scene)?.work)
    #expect(view.beat == nil && view.note(scene) == "computing 0 %")
    #expect(picture(canvas(view, scene, 80, 20)).contains("Computing"))
    var sawCoarse = false
    while !work.isFinished {
      work.advance()
      _ = view.receive(work, scene)
      if !work.isFinished, view.landscape != nil {
        sawCoarse = true
        #expect(view.note(scene).hasPrefix("computing"))
        #expect(picture(canvas(view, scene, 80, 20)).contains("middle"))
      }
    }
    #expect(sawCoarse && view.progress == nil)
    #expect(view.note(scene) == "training loss of step \(scene.session.trainer.stepCount)")
    #expect(view.appear(scene) == nil)
  }

  @Test("Beside the map stand the session's own loss, the curvature and the limit of its rate")
  func numbers() throws {
    let session = trained(20) {
      $0.training.optimizer = "sgd"
      $0.training.learningRate = 0.03
    }
    let scene = scene(session)
    let view = LandscapeView.shown(scene)
    let text = picture(canvas(view, scene, 110, 30))
    let landscape = try #require(view.landscape)
    for (name, value) in [
      ("middle", session.trainingEvaluation.loss), ("sharpness", landscape.curvature.largest),
      ("2/η", 2 / Double(Float(0.03))),
    ] {
      let line = name + String(repeating: " ", count: 12 - name.count)
      #expect(text.contains(line + format(value, significantDigits: 3)), "\(name)")
    }
    #expect(text.contains("of step \(session.trainer.stepCount), which is now"))
    #expect(text.contains("○ start  ● now") && text.contains("stable"))
    #expect(!text.contains("◆ middle"))
  }

  @Test("When training has gone on, it says so, shows where the run is, and enter computes it anew")
  func staleness() throws {
    var session = trained(10)
    var view = LandscapeView.shown(scene(session))
    let then = session.trainer.stepCount
    #expect(
      view.handle(.activate, scene(session))?.notice == "Nothing has changed since it was computed."
    )
    session.advance(steps: 7)
    view.settle(session)
    var text = picture(canvas(view, scene(session), 110, 30))
    #expect(text.contains("of step \(then), now \(then + 7): enter anew"))
    #expect(text.contains("◆ middle"))
    view.press(.activate, scene(session))
    text = picture(canvas(view, scene(session), 110, 30))
    #expect(text.contains("of step \(then + 7), which is now") && !text.contains("◆"))
    session.apply(.set(key: "training.loss", value: "huber"))
    view.settle(session)
    #expect(picture(canvas(view, scene(session), 110, 30)).contains("settings changed since"))
  }

  @Test("n goes through directions, t through losses, z and Z zoom, o through pages")
  func keys() throws {
    let session = trained(10) { $0.training.l2 = 0.01 }
    let scene = scene(session)
    var view = LandscapeView.shown(scene)
    var titles: [String] = []
    for _ in 0..<5 {
      titles.append(view.title(scene))
      view.press(.nextOption, scene)
      #expect(view.landscape?.settings == view.settings && view.landscape?.isFinished == true)
    }
    #expect(
      titles
        == ["random 1", "random 2", "random 3", "principal", "random 1"].map { "Landscape · \($0)" }
    )
    view.press(.previousOption, scene)
    var losses: [String] = []
    for _ in 0..<4 {
      losses.append(view.note(scene))
      view.press(.showPoints, scene)
    }
    let step = " of step \(session.trainer.stepCount)"
    #expect(
      losses
        == ["training loss", "test loss", "training loss + penalty", "training loss"].map {
          $0 + step
        })
    view.press(.zoomIn, scene)
    #expect(view.landscape?.surface?.extent == 0.5)
    for _ in 0..<30 { view.press(.zoomOut, scene) }
    #expect(view.landscape?.surface?.extent == 16)
    #expect(view.handle(.zoomOut, scene)?.notice == "The plane gets no larger than this.")
    view.press(.nextStyle, scene)
    #expect(view.page == .slices && view.title(scene).hasSuffix("slices"))
    #expect(picture(canvas(view, scene, 90, 24)).contains("along direction 2"))
    view.press(.nextStyle, scene)
    #expect(view.page == .sharpness && view.sharpness?.isFinished == true)
    #expect(picture(canvas(view, scene, 90, 24)).contains("sharpness"))
    view.press(.nextStyle, scene)
    #expect(view.page == .map)
  }

  @Test("Arrows and the mouse read the loss of a place")
  func reading() throws {
    let scene = scene(trained(10))
    var view = LandscapeView.shown(scene)
    let surface = try #require(view.landscape?.surface)
    _ = view.handle(.increase, scene)
    #expect(view.cursor == LandscapeView.Cursor(across: 0, up: 0))
    #expect(view.describe(scene).contains("as in the middle"))
    for _ in 0..<30 { _ = view.handle(.increase, scene) }
    for _ in 0..<10 { _ = view.handle(.selectUp, scene) }
    let loss = surface.loss(a: 1, b: 0.5)
    #expect(loss == surface.losses[surface.side * (surface.side / 4) + surface.side - 1])
    #expect(
      view.describe(scene).hasPrefix("Loss \(format(loss, significantDigits: 3)), "))
    #expect(view.describe(scene).hasSuffix("at 1 across and 0.5 up."))
    _ = view.handle(.back, scene)
    #expect(view.cursor == nil && view.handle(.back, scene) == nil)
    // The middle cell of the map is the middle of the plane.
    let map = try #require(LandscapeLayout(in: Rectangle(x: 0, y: 0, width: 90, height: 24)).map)
    let plane = LandscapePlane(map: map, extent: 1)
    let middle = Point(x: map.x + map.width / 2, y: map.y + map.height / 2)
    #expect(plane.place(middle) == (0, 0) && plane.cell(a: 0, b: 0) == middle)
    #expect(plane.cell(a: 1, b: 1) == Point(x: map.maxX - 1, y: map.y))
    #expect(plane.cell(a: 0, b: 1.01) == nil && plane.cell(a: .nan, b: 0) == nil)
    for cell in [Point(x: map.x + 3, y: map.y + 1), Point(x: map.maxX - 2, y: map.maxY - 3)] {
      let place = plane.place(cell)
      #expect(plane.cell(a: place.a, b: place.b) == cell)
      let dot = plane.dot(a: place.a, b: place.b)
      #expect(abs(dot.x - Double(2 * (cell.x - map.x)) - 0.5) < 1e-9)
      #expect(abs(dot.y - Double(4 * (cell.y - map.y)) - 1.5) < 1e-9)
    }
    for event in [
      MouseEvent(.hover, button: .none, at: middle), MouseEvent(.press, button: .left, at: middle),
    ] {
      _ = view.point(event, LandscapeView.Spot(plane: plane), scene)
      #expect(view.describe(scene).contains("as in the middle, at 0 across and 0 up"))
      if event.kind == .hover { view.leave() }
    }
    #expect(view.cursor == LandscapeView.Cursor(across: 0, up: 0))
  }

  @Test("Another shape, another session and divergence leave nothing behind")
  func forgets() throws {
    var session = trained(10)
    var view = LandscapeView.shown(scene(session))
    session.apply(.addLayer)
    view.settle(session)
    #expect(view.landscape == nil && view.beat != nil)
    view.finish(view.beat(1, scene(session)), scene(session))
    #expect(view.landscape?.fits(session) == true && view.beat == nil)
    // News of a network of another shape comes too late.
    let late = try #require(LandscapeView().landscapeWork(trained(1)))
    _ = view.receive(late, scene(session))
    #expect(view.landscape?.fits(session) == true)
    var other = Preset()
    other.title = "Another"
    view.progress = 0.5
    view.workEnded()
    view.settle(Session(other))
    #expect(view.landscape == nil && view.progress == nil)
    let broken = specialSessions.first { $0.session.trainer.divergence != nil }
    let diverged = try #require(broken?.session)
    view.settle(diverged)
    #expect(view.beat == nil && view.appear(scene(diverged))?.work == nil)
    #expect(picture(canvas(view, scene(diverged), 80, 24)).contains("Diverged"))
  }

  @Test("Before the run has moved there are no principal directions, which is said")
  func still() {
    let scene = scene(trained(0))
    var view = LandscapeView.shown(scene)
    view.press(.previousOption, scene)
    #expect(view.title(scene) == "Landscape · principal" && view.progress == nil)
    #expect(picture(canvas(view, scene, 80, 24)).contains("has not moved yet"))
  }
}

extension LandscapeView {
  /// Finished work of a session, as it may come in late.
  fileprivate func landscapeWork(_ session: Session) -> Landscape? {
    var work = Landscape(session)
    while !work.isFinished { work.advance() }
    return work
  }
}
