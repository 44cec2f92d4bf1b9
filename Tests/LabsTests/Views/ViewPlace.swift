import Drawing
import TestSupport
import Testing

@testable import Labs

/// Whether a view keeps to its place and its letters, at any size.
func expectInside(_ view: some RunView, _ scene: Scene, _ name: String) {
  for width in [0, 1, 9, 38, 57, 78, 110] {
    for height in [0, 1, 3, 7, 19, 30] {
      var canvas = blank(width + 4, height + 2, .mono, .ascii)
      let area = Rectangle(x: 2, y: 1, width: width, height: height)
      canvas.fill(canvas.bounds, with: Cell("@"))
      canvas.fill(area, with: .blank)
      view.draw(scene, in: area, on: &canvas)
      for y in 0..<canvas.size.height {
        for x in 0..<canvas.size.width {
          let isInside = area.contains(Point(x: x, y: y))
          let glyph = canvas[x, y].glyph
          guard isInside ? glyph == "?" : glyph != "@" else { continue }
          Issue.record("\(name), \(view) at \(width)×\(height): \(x), \(y)\n\(picture(canvas))")
          return
        }
      }
    }
  }
}
