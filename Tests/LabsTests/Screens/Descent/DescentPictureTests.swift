import Drawing
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

  @Test("Nothing is drawn outside, nor is a letter lost in ASCII, in any panel at any size")
  func places() {
    for (index, surface) in SurfaceCatalogue.all.enumerated() {
      var lab = lab(surface, steps: 37)
      let isFirst = index == 0
      for panel in DescentPanel.allCases {
        lab.panel = panel
        // Adam has the longest words.
        lab.chosen = panel == .words ? 5 : index % 6
        lab.cursor = panel == .words ? surface.start : nil
        for width in isFirst ? [0, 1, 3, 12, 39, 80, 110] : [17, 110] {
          for height in isFirst ? [0, 1, 2, 5, 11, 21, 32] : [8, 37] {
            check(lab, Size(width: width, height: height))
          }
        }
      }
    }
  }

  private func check(_ lab: DescentLab, _ size: Size) {
    var canvas = blank(size.width + 4, size.height + 2, .mono, .ascii)
    let area = Rectangle(x: 2, y: 1, width: size.width, height: size.height)
    canvas.fill(canvas.bounds, with: Cell("@"))
    canvas.fill(area, with: .blank)
    lab.view(Session(Preset()), in: area, on: &canvas)
    let place = "\(lab.race.spec.surface.name), \(lab.panel) at \(size.width)×\(size.height)"
    for y in 0..<canvas.size.height {
      for x in 0..<canvas.size.width {
        let isInside = area.contains(Point(x: x, y: y))
        if !isInside, canvas[x, y].glyph != "@" {
          Issue.record("\(place): drawn outside at \(x), \(y)")
          return
        }
        if isInside, canvas[x, y].glyph == "?" {
          Issue.record("\(place): no stand-in at \(x), \(y)\n\(picture(canvas))")
          return
        }
      }
    }
  }

  @Test("Every racer's mark stands on the map and in the table, in any glyphs and colours")
  func marks() {
    var lab = lab(Bowl(), steps: 0)
    lab.race = Race(RaceSpec(on: Bowl(), racers: (1...8).map { spec(rate: 0.05 * Double($0)) }))
    lab.race.advance(steps: 3)
    for glyphs in GlyphSet.allCases {
      for depth in [ColorDepth.mono, .sixteen, .direct] {
        let canvas = canvas(
          lab, Size(width: 200, height: 57), Capabilities(depth: depth, glyphs: glyphs))
        for index in 0..<8 {
          let mark = Palette.mark(forClass: index, glyphs: glyphs)
          let count = canvas.cells.count { $0.glyph == mark }
          #expect(count >= 3, "\(mark) in \(glyphs): map, chart and table")
        }
      }
    }
  }

  private func spec(rate: Double) -> RacerSpec {
    var training = Preset().training
    training.learningRate = rate
    return RacerSpec(training)
  }

  @Test("Signs and states are told without colour: the table names them")
  func states() {
    var lab = lab(Bowl(), steps: 0)
    lab.race = Race(
      RaceSpec(on: Bowl(), racers: [spec(rate: 0.5), spec(rate: 0.001), spec(rate: 2.5)]))
    lab.race.advance(steps: 60)
    let shown = picture(
      canvas(lab, Size(width: 120, height: 37), Capabilities(depth: .mono, glyphs: .ascii)))
    #expect(shown.contains("arrived 7") && shown.contains("running") && shown.contains("diverged "))
  }

  @Test("A racer off the map stands at its edge")
  func edge() throws {
    var lab = lab(Bowl(), steps: 0)
    lab.race = Race(RaceSpec(on: Bowl(), start: SIMD2(40, 0), racers: [spec(rate: 0.001)]))
    let canvas = canvas(lab, Size(width: 120, height: 37))
    let map = try #require(
      canvas.hotspots.compactMap { hotspot -> Rectangle? in
        if case .map(let map) = hotspot.target as? DescentTarget { return map }
        return nil
      }.first)
    let column = (map.y..<map.maxY).map { canvas[map.maxX - 1, $0].glyph }
    #expect(column.contains(Palette.mark(forClass: 0, glyphs: .braille)))
    #expect(picture(canvas).contains("off the map"))
  }
}
