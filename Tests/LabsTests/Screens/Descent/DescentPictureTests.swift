import Drawing
import Foundation
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("The picture of a race")
struct DescentPictureTests {
  private func canvas(
    _ lab: DescentLab, _ size: Size, _ capabilities: Capabilities = .full
  ) -> Canvas {
    var canvas = Canvas(size: size, capabilities: capabilities, collectsHotspots: true)
    lab.view(Session(Preset()), in: canvas.bounds, on: &canvas)
    return canvas
  }

  /// A lab on a surface, after so many steps.
  private func lab(_ surface: any Surface, steps: Int) -> DescentLab {
    var lab = DescentLab()
    lab.race = Race(RaceSpec(on: surface))
    lab.race.advance(steps: steps)
    return lab
  }

  @Test("look") func look() throws {
    guard let folder = ProcessInfo.processInfo.environment["DESCENT_LOOK"] else { return }
    for surface in SurfaceCatalogue.all {
      var one = lab(surface, steps: 60)
      one.panel = surface.name.count % 2 == 0 ? .words : .racers
      one.chosen = 5
      for (size, name) in [(Size(width: 120, height: 37), "w"), (Size(width: 80, height: 21), "s")] {
        let text = ANSIText(canvas(one, size))
        try text.write(
          toFile: "\(folder)/\(surface.name)-\(name).ansi", atomically: true, encoding: .utf8)
      }
    }
  }
}

func ANSIText(_ canvas: Canvas) -> String {
  var text = ""
  for y in 0..<canvas.size.height {
    for x in 0..<canvas.size.width {
      let cell = canvas[x, y]
      text += "\u{1B}[0"
      if cell.style.contains(.bold) { text += ";1" }
      if cell.style.contains(.dim) { text += ";2" }
      if cell.style.contains(.reverse) { text += ";7" }
      if case .rgb(let r, let g, let b) = cell.foreground { text += ";38;2;\(r);\(g);\(b)" }
      if case .rgb(let r, let g, let b) = cell.background { text += ";48;2;\(r);\(g);\(b)" }
      text += "m" + String(cell.glyph ?? " ")
    }
    text += "\u{1B}[0m\n"
  }
  return text
}
