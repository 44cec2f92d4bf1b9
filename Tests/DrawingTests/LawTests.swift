@testable import Drawing
import TestSupport
import Testing

/// What every drawing function promises: it stays in its rectangle, at every size, on every
/// terminal, and draws only glyphs and colours that the terminal has.
@Suite("Laws of drawing")
struct LawTests {
  @Test(
    "Nothing is drawn outside its rectangle, nor anything a terminal cannot show",
    arguments: Drawer.all)
  func bounded(_ drawer: Drawer) {
    for capabilities in allCapabilities {
      for width in 0...12 {
        for height in 0...6 { check(drawer, width, height, capabilities) }
      }
      check(drawer, 28, 4, capabilities)
      check(drawer, 200, 60, capabilities)
    }
  }

  @Test("Drawing beyond the edges of the canvas is clipped", arguments: Drawer.all)
  func clipped(_ drawer: Drawer) {
    for capabilities in allCapabilities {
      for place in [Point(x: -5, y: -3), Point(x: 6, y: 3), Point(x: -40, y: 90)] {
        var canvas = Canvas(size: Size(width: 9, height: 5), capabilities: capabilities)
        drawer.draw(&canvas, Rectangle(x: place.x, y: place.y, width: 12, height: 7))
        #expect(canvas.cells.count == 45)
      }
    }
  }

  private func check(_ drawer: Drawer, _ width: Int, _ height: Int, _ capabilities: Capabilities) {
    var canvas = Canvas(
      size: Size(width: width + 4, height: height + 4), capabilities: capabilities)
    let untouched = Cell("~", style: .underline)
    canvas.fill(canvas.bounds, with: untouched)
    let area = Rectangle(x: 2, y: 2, width: width, height: height)
    drawer.draw(&canvas, area)
    var (outside, unshown, halves) = (0, 0, 0)
    for y in 0..<canvas.size.height {
      for x in 0..<canvas.size.width {
        let cell = canvas[x, y]
        if !area.contains(Point(x: x, y: y)) { outside += cell == untouched ? 0 : 1 }
        if cell != untouched { unshown += isShown(cell, capabilities) ? 0 : 1 }
        if cell.glyph == nil { halves += canvas[x - 1, y].glyph.map(columnWidth) == 2 ? 0 : 1 }
      }
    }
    #expect(outside == 0, "\(drawer) at \(width)×\(height), \(capabilities)")
    #expect(unshown == 0, "\(drawer) at \(width)×\(height), \(capabilities)")
    #expect(halves == 0, "\(drawer) at \(width)×\(height), \(capabilities)")
  }

  private func isShown(_ cell: Cell, _ capabilities: Capabilities) -> Bool {
    for color in [cell.foreground, cell.background] {
      switch color {
      case .standard: continue
      case .indexed(let entry):
        if entry > limit(capabilities.depth) { return false }
      case .rgb: if capabilities.depth != .direct { return false }
      }
    }
    guard let glyph = cell.glyph else { return true }
    return glyph.fitted(to: capabilities.glyphs) == glyph && columnWidth(glyph) > 0
  }
}

/// The last entry of a terminal's palette that pictures may use; in monochrome there is none.
private func limit(_ depth: ColorDepth) -> Int {
  switch depth {
  case .mono, .direct: -1
  case .eight: 7
  case .sixteen: 15
  case .indexed256: 255
  }
}

/// One of the drawing functions, with something for it to draw.
struct Drawer: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let draw: @Sendable (inout Canvas, Rectangle) -> Void

  init(_ name: String, _ draw: @escaping @Sendable (inout Canvas, Rectangle) -> Void) {
    testDescription = name
    self.draw = draw
  }

  static let all: [Drawer] = [
    Drawer("text") { canvas, area in
      for y in area.y..<area.maxY {
        canvas.write(
          "a日本e\u{301}…₂", at: Point(x: area.x, y: y), maxWidth: area.width)
      }
    },
    Drawer("fill") { canvas, area in canvas.fill(area, with: Cell("日")) },
    Drawer("box") { canvas, area in
      canvas.drawBox(area, title: "A title 日本", accent: .standard, footer: "footer")
    },
    Drawer("focused box") { canvas, area in
      let accent = Palette(canvas.capabilities).accent
      canvas.drawBox(area, title: "日本 title", focused: true, accent: accent, footer: "日本語")
    },
    Drawer("rules and slider") { canvas, area in
      guard area.height > 0, area.width > 0 else { return }
      let corner = Point(x: area.x, y: area.y)
      canvas.drawHorizontalRule(at: corner, width: area.width)
      canvas.drawVerticalRule(at: corner, height: area.height)
      canvas.drawSlider(value: 0.7, at: corner, width: area.width, focused: true)
    },
    Drawer("heat map") { canvas, area in
      let field = Field(width: 7, height: 5) { x, y in
        x == y ? .nan : Float(x * x - 3 * y) / 9
      }
      canvas.draw(HeatMap(field: field, showsContour: true), in: area)
    },
    Drawer("heat map of signs") { canvas, area in
      let field = Field(width: area.width, height: 2 * area.height) { x, y in Float(x - y) }
      canvas.draw(HeatMap(field: field, discrete: true, showsContour: true), in: area)
    },
    Drawer("heat map of nothing") { canvas, area in
      canvas.draw(
        HeatMap(field: Field(width: 0, height: 3, values: []), showsContour: true), in: area)
    },
    Drawer("class map") { canvas, area in
      let classes = ClassField(
        width: 3, height: 3, classes: [0, 1, 2, 3, 4, 5, 6, -1, 0],
        confidences: [0, 0.2, 0.4, 0.6, 0.8, 1, .nan, 1])
      canvas.draw(classes, in: area)
    },
    Drawer("marks") { canvas, area in
      let palette = Palette(canvas.capabilities)
      for y in area.y..<area.maxY {
        for x in area.x..<area.maxX {
          canvas.drawMark(
            Palette.mark(forClass: x + y, glyphs: canvas.capabilities.glyphs),
            at: Point(x: x, y: y), color: palette.classMarkColor(x))
        }
      }
    },
    Drawer("braille") { canvas, area in
      var grid = BrailleGrid(size: area.size)
      for (x, y) in [(-9.0, 1e300), (40.0, -7.0), (3.0, 3.0), (.nan, 1.0), (.infinity, 2.0)] {
        grid.line(from: (2, 1), to: (x, y), color: .standard, thickness: 3)
      }
      canvas.draw(grid, at: Point(x: area.x, y: area.y))
    },
    Drawer("chart") { canvas, area in canvas.draw(sample, in: area) },
    Drawer("logarithmic chart") { canvas, area in
      var chart = sample
      chart.logarithmic = true
      canvas.draw(chart, in: area)
    },
    Drawer("chart with ranges") { canvas, area in
      var chart = sample
      chart.xRange = 5...5
      chart.yRange = -1e9...1e-9
      canvas.draw(chart, in: area)
    },
    Drawer("chart of nothing") { canvas, area in canvas.draw(LineChart(series: []), in: area) },
    Drawer("connections") { canvas, area in
      let palette = Palette(canvas.capabilities)
      let weights: [Float] = [1, -1, 0.4, -0.4, 0.01, 0, .nan, -.infinity]
      guard area.height > 0 else { return }
      let connections = weights.enumerated().map { index, weight in
        Connection(
          from: Point(x: area.x - 1, y: area.y + index % area.height),
          to: Point(x: area.maxX, y: area.maxY - 1 - index / 2 % area.height), weight: weight,
          isHighlighted: index == 2)
      }
      canvas.drawConnections(connections, scale: 1, palette: palette)
    },
  ]

  private static let sample = LineChart(
    series: [
      .init(
        name: "train",
        points: [(0, 1), (1, .nan), (2, -3), (3, 1e300), (4, 0.5), (4, -.infinity), (90, 2)]),
      .init(name: "test", points: (0..<300).map { (Double($0), 1 / Double($0)) }, pattern: .dashed),
    ], xLabel: "epoch", yLabel: "loss")
}
