import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("Views of networks with many layers")
struct DeepNetworkViewTests {
  private static let deep: Preset = {
    var preset = Preset()
    preset.network.hidden = Array(repeating: 6, count: SettingCatalogue.layerLimit)
    preset.network.activation = PerLayer(.sigmoid)
    preset.network.fitLayers()
    return preset
  }()

  private func text(_ view: some RunView, _ size: Size = Size(width: 78, height: 17)) -> String {
    picture(canvas(view, scene(Session(Self.deep)), size.width, size.height))
  }

  @Test("Rows of layers hold the one that is meant, the output, and count the others")
  func rows() {
    for count in 1...21 {
      for limit in 0...22 {
        for level in 0..<count {
          let rows = LayerRows(of: count, limit: limit, holding: level).rows
          #expect(rows.count <= limit)
          let all = rows.flatMap { row -> [Int] in
            switch row {
            case .level(let level): [level]
            case .rest(let range): Array(range)
            }
          }
          guard limit >= 4 || limit >= count else { continue }
          #expect(all == Array(0..<count), "\(count), \(limit)")
          #expect(rows.contains(.level(level)) && rows.last == .level(count - 1))
        }
      }
    }
  }

  @Test("Up and down go through the layers of the next step, and each is seen")
  func nextStep() {
    var view = LayersView()
    let scene = scene(Session(Self.deep))
    #expect(text(view).contains("… layers "))
    for layer in 1...SettingCatalogue.layerLimit {
      _ = view.handle(.selectDown, scene)
      #expect(text(view).contains("layer \(layer) "), "layer \(layer)")
    }
    _ = view.handle(.selectDown, scene)
    #expect(view.emphasised == SettingCatalogue.layerLimit)
    _ = view.handle(.selectDown, scene)
    #expect(view.emphasised == nil)
  }

  @Test("The ribbon of the microscope shows where the walk is, at any width")
  func ribbon() throws {
    let session = Session(Self.deep)
    let trace = try #require(StepTrace(of: session.trainer))
    let levels = session.trainer.network.levels.indices
    let phases =
      [MicroWalk.Phase.input] + levels.map { .forward($0) } + [.loss]
      + levels.map { .backward($0) } + [.mean, .shaping, .update]
    for phase in phases {
      var walk = MicroWalk()
      walk.phase = phase
      let ribbon = MicroRibbon(script: MicroScript(session: session, trace: trace, walk: walk))
      for width in [50, 60, 78, 118, 300] {
        var canvas = blank(width, 1)
        ribbon.draw(in: canvas.bounds, on: &canvas)
        let lit = (0..<width).filter { canvas[$0, 0].style.contains(.reverse) }
        #expect(!lit.isEmpty, "\(phase) at \(width)")
        let text = picture(canvas)
        #expect(text.contains("C") && text.contains("update"), "\(phase) at \(width)")
        #expect(text.contains("…") == (width < 300))
      }
    }
  }

  @Test("The legend of lines names the layer that is shown alone")
  func legend() {
    var view = LinesView()
    let scene = scene(Session(Self.deep))
    for layer in 1...SettingCatalogue.layerLimit {
      _ = view.handle(.selectDown, scene)
      let size = Size(width: 50, height: 26)
      let spots = canvas(view, scene, size.width, size.height).hotspots
      #expect(
        spots.contains { $0.target as? LinesView.Spot == .layer(layer - 1) && $0.area.width > 1 },
        "layer \(layer)")
      #expect(text(view, size).contains(" out"))
    }
  }
}
