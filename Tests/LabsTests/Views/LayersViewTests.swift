import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("The view of the layers")
struct LayersViewTests {
  @Test("Each layer has the size of its gradient and weights, and its pace", arguments: [38, 78])
  func now(_ width: Int) {
    let scene = scene(trained(5))
    let text = picture(canvas(LayersView(), scene, width, 17))
    for level in scene.session.diagnosis.levels {
      for number in [level.gradientNorm, level.weightNorm, level.updateRatio] {
        #expect(text.contains(format(number, scientificDigits: 2)))
      }
    }
  }

  @Test("The slowest and the fastest layer are named")
  func pace() throws {
    let session = trained(5)
    let levels = session.diagnosis.levels
    let text = LayerPace(session: session, levels: levels).text
    let slowest = try #require(
      levels.indices.min { levels[$0].updateRatio < levels[$1].updateRatio })
    let name = LayerNames(session).long(slowest)
    #expect(text.lowercased().hasPrefix("\(name) learns slowest"))
    let diverged = try #require(specialSessions.first { $0.name == "diverged" }).session
    #expect(
      LayerPace(session: diverged, levels: diverged.diagnosis.levels).text.contains("diverged"))
    let stopped = try #require(specialSessions.first { $0.name == "stopped early" }).session
    #expect(
      LayerPace(session: stopped, levels: stopped.diagnosis.levels).text.contains("no next step"))
  }

  @Test("Over time each layer has a curve with the noted numbers, and one can stand out")
  func overTime() {
    let scene = scene(trained(20))
    var view = LayersView()
    _ = view.handle(.nextOption, scene)
    _ = view.handle(.increase, scene)
    #expect(view.page == .overTime && view.measure == .update)
    #expect(picture(canvas(view, scene, 60, 16)).contains("update / weights"))
    view.hovered = 10
    let entry = scene.session.diagnoses.entries.min { abs($0.epoch - 10) < abs($1.epoch - 10) }
    let last = entry?.diagnosis.levels.last?.updateRatio ?? .nan
    #expect(view.describe(scene).contains("out \(format(last, scientificDigits: 2))"))
    let count = scene.session.trainer.network.levels.count
    var seen: [Int?] = []
    for _ in 0...count {
      _ = view.handle(.selectDown, scene)
      seen.append(view.emphasised)
    }
    #expect(seen == (0..<count).map { $0 } + [nil])
    _ = view.handle(.selectUp, scene)
    #expect(view.emphasised == count - 1)
  }

  @Test("Histograms go through layers and quantities")
  func histograms() {
    let scene = scene(trained(20))
    var view = LayersView()
    _ = view.handle(.previousOption, scene)
    #expect(picture(canvas(view, scene, 78, 17)).contains("Weights of layer 1 · 4 tanh"))
    for _ in 0..<9 { _ = view.handle(.selectDown, scene) }
    _ = view.handle(.increase, scene)
    #expect(picture(canvas(view, scene, 78, 17)).contains("Activations of the output · 1 tanh"))
    #expect(view.describe(scene).hasPrefix("Activations of the output"))
  }

  @Test("A histogram over other parts keeps its numbers and their signs")
  func spread() {
    let histogram = Histogram(of: [-1, -0.9, 0.5, 1], bins: 4)
    let spread = HistogramSpread(histogram, over: ChartAxis(-2...2), parts: 8)
    // Two numbers in −1…−0.5, one in 0.5…1 with the one at its end; the rest is empty.
    #expect(spread.shares == [0, 0, 1, 0, 0, 1, 0, 0].map { Double($0) })
    #expect(spread.isNegative == [true, true, true, true, false, false, false, false])
    let single = HistogramSpread(
      Histogram(of: [0.5, 0.5], bins: 3), over: ChartAxis(0...1), parts: 3)
    #expect(single.shares == [0, 1, 0])
  }
}
