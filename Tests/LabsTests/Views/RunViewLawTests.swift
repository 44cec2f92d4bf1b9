import Drawing
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("Views of the run, wherever they stand")
struct RunViewLawTests {
  private static let views: [any RunView] = [
    SpaceView(), LinesView(), LossView(), LayersView(), CurveView(), MicroView(), HealthView(),
    CodeView<KerasWords>(), CodeView<PyTorchWords>(),
  ]

  @Test("Nothing is drawn outside, nor is a letter lost in ASCII, on any page at any size")
  func places() {
    for (name, session) in specialSessions {
      let scene = scene(session)
      for view in Self.views {
        var view = view
        for _ in 0..<3 {
          check(view, scene, name)
          _ = view.handle(.nextOption, scene)
          for intent in [Intent.increase, .selectDown, .switchAxis, .zoomIn] {
            _ = view.handle(intent, scene)
          }
          #expect(columnWidth(view.describe(scene)) <= 78, "\(view.describe(scene))")
        }
      }
    }
  }

  private func check(_ view: some RunView, _ scene: Scene, _ name: String) {
    for width in [0, 1, 3, 9, 20, 38, 50, 78, 110] {
      for height in [0, 1, 2, 4, 7, 19, 30] {
        var canvas = blank(width + 4, height + 2, .mono, .ascii)
        let area = Rectangle(x: 2, y: 1, width: width, height: height)
        canvas.fill(canvas.bounds, with: Cell("@"))
        canvas.fill(area, with: .blank)
        view.draw(scene, in: area, on: &canvas)
        let place = "\(name), \(view) at \(width)×\(height)"
        for y in 0..<canvas.size.height {
          for x in 0..<canvas.size.width {
            let isInside = area.contains(Point(x: x, y: y))
            if !isInside, canvas[x, y].glyph != "@" {
              Issue.record("\(place): drawn outside at \(x), \(y)")
              return
            }
            if isInside, canvas[x, y].glyph == "?" {
              Issue.record("\(place): no stand-in at \(x), \(y)")
              return
            }
          }
        }
      }
    }
  }
}
