import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

/// What a view sees of a session.
func scene(_ session: Session, isFocused: Bool = true) -> Scene {
  var scene = Scene(session: session, evaluations: Evaluations(session))
  scene.isFocused = isFocused
  return scene
}

/// A session after some epochs.
func trained(_ epochs: Int, _ change: (inout Preset) -> Void = { _ in }) -> Session {
  var preset = Preset()
  change(&preset)
  var session = Session(preset)
  session.advance(steps: epochs * session.trainer.stepsPerEpoch)
  return session
}

/// A view's picture, with what answers to the mouse.
func canvas(_ view: some RunView, _ scene: Scene, _ width: Int, _ height: Int) -> Canvas {
  var canvas = Canvas(
    size: Size(width: width, height: height), capabilities: .full, collectsHotspots: true)
  view.draw(scene, in: canvas.bounds, on: &canvas)
  return canvas
}

@Suite("The view of the loss")
struct LossViewTests {
  @Test("The arrows read noted epochs, with the engine's numbers")
  func reading() throws {
    let scene = scene(trained(40))
    var view = LossView()
    _ = view.handle(.increase, scene)
    #expect(view.cursor == 40)
    for _ in 0..<10 { _ = view.handle(.decrease, scene) }
    let epoch = try #require(view.cursor)
    let entry = try #require(scene.session.history.entries.first { Double($0.epoch) == epoch })
    let text = view.describe(scene)
    #expect(
      text.hasPrefix("epoch \(entry.epoch): train \(format(entry.training, significantDigits: 3))"))
    #expect(text.contains("test \(format(entry.test, significantDigits: 3))"))
    #expect(text.contains("\(format(100 * (entry.accuracy.test ?? .nan), significantDigits: 3)) %"))
    #expect(columnWidth(text) <= 78)
    for _ in 0..<200 { _ = view.handle(.decrease, scene) }
    #expect(view.cursor == 0)
    for _ in 0..<200 { _ = view.handle(.increase, scene) }
    #expect(view.cursor == 40)
  }

  @Test("Down goes to the epoch with the lowest test loss, up to the newest")
  func best() throws {
    let scene = scene(trained(60) { $0.data.noise = 40 })
    var view = LossView()
    _ = view.handle(.selectDown, scene)
    let lowest = try #require(scene.session.history.entries.min { $0.test < $1.test })
    #expect(view.cursor == Double(lowest.epoch))
    #expect(view.note(scene).contains("best test \(format(lowest.test, significantDigits: 3))"))
    #expect(view.note(scene).hasSuffix("at epoch \(lowest.epoch)"))
    _ = view.handle(.selectUp, scene)
    #expect(view.cursor == 60)
  }

  @Test("Validation points, where there are any, say which epoch is the best")
  func bestByValidation() throws {
    let scene = scene(trained(30) { $0.data.validation = 20 })
    let lowest = try #require(
      scene.session.history.entries.min { ($0.validation ?? 9) < ($1.validation ?? 9) })
    let best = try #require(LossView().curves(scene).best(.loss))
    #expect(best.share == "validation" && best.epoch == lowest.epoch)
  }

  @Test("Zooming halves the epochs around the newest, and around the cursor where there is one")
  func zoom() {
    let scene = scene(trained(80))
    var view = LossView()
    _ = view.handle(.zoomIn, scene)
    #expect(view.window == .newest(share: 0.5))
    _ = view.handle(.zoomOut, scene)
    #expect(view.window == .all)
    #expect(view.handle(.zoomOut, scene)?.notice != nil)
    _ = view.handle(.increase, scene)
    for _ in 0..<30 { _ = view.handle(.decrease, scene) }
    let cursor = view.cursor ?? -1
    for _ in 0..<20 { _ = view.handle(.zoomIn, scene) }
    let axis = view.window.axis(of: view.whole(view.curves(scene)))
    #expect(axis.range.contains(cursor) && axis.range.upperBound - axis.range.lowerBound < 5)
    #expect(
      view.handle(.zoomIn, scene)?.notice == "Closer than two epochs there is nothing to see.")
    // The window goes along with the cursor.
    for _ in 0..<60 { _ = view.handle(.decrease, scene) }
    #expect(view.window.axis(of: view.whole(view.curves(scene))).range.contains(view.cursor ?? -1))
  }

  @Test("y goes through the four pairs of axes, and the chart follows")
  func axes() {
    let scene = scene(trained(20))
    var view = LossView()
    var titles: [String] = []
    for _ in 0..<5 {
      titles.append(view.title(scene))
      _ = view.handle(.switchAxis, scene)
    }
    #expect(
      titles == [
        "Loss", "Loss · log loss", "Loss · log epochs", "Loss · log loss · log epochs", "Loss",
      ])
    view = LossView()
    _ = view.handle(.switchAxis, scene)
    _ = view.handle(.switchAxis, scene)
    let layout = chart(canvas(view, scene, 60, 14))
    #expect(layout?.xAxis.isLogarithmic == true && layout?.xAxis.range.lowerBound == 1)
  }

  @Test("The wheel zooms where the pointer is, a drag pans, and hovering reads")
  func mouse() throws {
    let scene = scene(trained(100))
    var view = LossView()
    let layout = try #require(chart(canvas(view, scene, 78, 17)))
    let x = layout.plot.x + layout.plot.width / 4
    let y = layout.plot.y + 2
    let spot = LossView.Spot(layout: layout)
    func event(_ kind: MouseEvent.Kind, _ x: Int) -> MouseEvent {
      MouseEvent(kind, button: .left, at: Point(x: x, y: y))
    }
    let before = layout.number(atColumn: x)
    _ = view.point(event(.hover, x), spot, scene)
    #expect(view.describe(scene).hasPrefix("epoch \(Int(before.rounded())):"))
    for _ in 0..<5 { _ = view.point(event(.wheelUp, x), spot, scene) }
    let axis = view.window.axis(of: view.whole(view.curves(scene)))
    #expect(axis.range.contains(before) && axis.range.upperBound < 100)
    view.leave()
    #expect(view.hovered == nil)
    _ = view.point(event(.press, x), spot, scene)
    _ = view.point(event(.drag, x - 10), spot, scene)
    let panned = view.window.axis(of: view.whole(view.curves(scene)))
    #expect(panned.range.lowerBound > axis.range.lowerBound)
    #expect(view.point(event(.press, x), 3, scene) == nil)
  }

  @Test("Two charts stand side by side where there is room, or one above the other")
  func pages() {
    let scene = scene(trained(10))
    let view = LossView()
    #expect(picture(canvas(view, scene, 110, 20)).contains("accuracy, %"))
    #expect(picture(canvas(view, scene, 60, 30)).contains("accuracy, %"))
    #expect(!picture(canvas(view, scene, 60, 17)).contains("accuracy"))
    var accuracy = view
    _ = accuracy.handle(.previousOption, scene)
    #expect(picture(canvas(accuracy, scene, 60, 17)).contains("accuracy, %"))
  }

  @Test("The penalty is added to the training loss, and is a curve of its own")
  func penalty() throws {
    let scene = scene(trained(10) { $0.training.l2 = 0.01 })
    let curves = LossCurves(session: scene.session, now: scene.now)
    let series = curves.series(.objective, Palette(.full))
    let sums = try #require(series.first { $0.name == "train + penalty" }).points
    for (entry, point) in zip(scene.session.history.entries, sums) {
      #expect(point.y == entry.training + (entry.penalty ?? .nan))
    }
    #expect(sums.last?.y == scene.now.training.loss + scene.session.penalty)
    var view = LossView()
    _ = view.handle(.nextOption, scene)
    #expect(picture(canvas(view, scene, 78, 17)).contains("train + penalty"))
  }

  @Test("Diverged training says so, and regression has no accuracy")
  func special() throws {
    let diverged = try #require(specialSessions.first { $0.name == "diverged" }).session
    #expect(picture(canvas(LossView(), scene(diverged), 78, 17)).contains("Diverged in epoch"))
    let regression = try #require(specialSessions.first { $0.name == "regression" }).session
    var view = LossView()
    _ = view.handle(.previousOption, scene(regression))
    #expect(
      picture(canvas(view, scene(regression), 40, 12)).contains("There is no accuracy where"))
  }

  private func chart(_ canvas: Canvas) -> LineChartLayout? {
    canvas.hotspots.compactMap { ($0.target as? LossView.Spot)?.layout }.first
  }
}
