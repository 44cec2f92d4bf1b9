@testable import Drawing
import TestSupport
import Testing

@Suite("Heat maps")
struct HeatMapTests {
  @Test("A cell shows two pixels, and equal ones as a space")
  func halfBlocks() {
    var canvas = blank(2, 1)
    let palette = Palette(.full)
    canvas.draw(
      HeatMap(field: Field(width: 2, height: 2, values: [-1, 1, 1, 1])), in: canvas.bounds)
    #expect(
      canvas.cells == [
        Cell("▀", foreground: palette.color(level: 0), background: palette.color(level: 32)),
        Cell(" ", background: palette.color(level: 32)),
      ])
  }

  @Test("Other dimensions are stretched to the nearest pixels")
  func stretched() {
    var exact = blank(4, 2)
    exact.draw(
      HeatMap(field: Field(width: 4, height: 4) { x, y in (x < 2) == (y < 2) ? 1 : -1 }),
      in: exact.bounds)
    var stretched = blank(4, 2)
    stretched.draw(
      HeatMap(field: Field(width: 2, height: 2, values: [1, -1, -1, 1])), in: stretched.bounds)
    #expect(exact == stretched)
  }

  @Test("Without colours the two signs have glyphs of their own")
  func glyphs() {
    var canvas = blank(11, 1, .mono, .ascii)
    let field = Field(width: 11, height: 2) { x, _ in Float(x - 5) / 5 }
    canvas.draw(HeatMap(field: field), in: canvas.bounds)
    #expect(picture(canvas) == "#x+~- .oO0@")
    canvas.draw(HeatMap(field: field, discrete: true), in: canvas.bounds)
    #expect(picture(canvas) == "##### @@@@@")
  }

  @Test("A pixel that is not a number has a glyph and no colour", arguments: allCapabilities)
  func notANumber(_ capabilities: Capabilities) {
    var canvas = Canvas(size: Size(width: 1, height: 1), capabilities: capabilities)
    canvas.draw(
      HeatMap(field: Field(width: 1, height: 2, values: [.nan, 1]), showsContour: true),
      in: canvas.bounds)
    #expect(canvas[0, 0].background == .standard)
    #expect(canvas[0, 0].glyph == "?" || canvas[0, 0].glyph == "╳")
  }

  @Test("The contour of a circle lies within a cell of the circle", arguments: [9, 20, 64])
  func contour(_ side: Int) {
    // A circle of a third of the picture, whose dots are half as wide as they are far apart in y.
    let field = Field(width: side, height: side) { x, y in
      let u = (Float(x) + 0.5) / Float(side) - 0.5
      let v = (Float(y) + 0.5) / Float(side) - 0.5
      return Float(1.0 / 9) - (u * u + v * v)
    }
    let size = Size(width: 40, height: 20)
    let contour = Contour(of: field, in: size)
    var count = 0
    for y in 0..<4 * size.height {
      for x in 0..<2 * size.width {
        let dots = contour.dots[y / 4 * size.width + x / 2]
        guard dots & brailleBit(x % 2, y % 4) != 0 else { continue }
        count += 1
        let u = Double(x) + 0.5 - 40
        let v = Double(y) + 0.5 - 40
        // In dots; a cell is two dots wide and four high.
        #expect(abs((u * u + v * v).squareRoot() - 80.0 / 3) < 2)
      }
    }
    #expect(count > 140 && count < 260)
  }

  @Test("A field of one sign has no contour")
  func noContour() {
    for value in [Float(0), 1, -1, .nan] {
      let field = Field(width: 8, height: 8) { _, _ in value }
      #expect(Contour(of: field, in: Size(width: 4, height: 2)).dots.allSatisfy { $0 == 0 })
    }
  }

  @Test("The contour is drawn in braille over the colour of its cell")
  func drawnContour() {
    var canvas = blank(4, 1)
    let field = Field(width: 4, height: 2) { x, _ in x < 2 ? -1 : 1 }
    canvas.draw(HeatMap(field: field, showsContour: true), in: canvas.bounds)
    #expect(picture(canvas) == "  ⡇")
    #expect(canvas[2, 0].foreground == Palette(.full).contour)
    #expect(canvas[2, 0].background == Palette(.full).color(level: 32))
  }

  @Test("A mark keeps the mean of the halves below it")
  func mark() {
    var canvas = blank(1, 1, .indexed256)
    let palette = Palette(Capabilities(depth: .indexed256, glyphs: .braille))
    canvas.draw(HeatMap(field: Field(width: 1, height: 2, values: [-1, 1])), in: canvas.bounds)
    canvas.drawMark("●", at: Point(x: 0, y: 0), color: palette.positiveMark)
    #expect(canvas[0, 0].background == palette.color(level: 6))
    #expect(canvas[0, 0].glyph == "●")
  }

  @Test("A mark stands out from a map of glyphs by being in reverse")
  func reversedMark() {
    var canvas = blank(1, 1, .mono, .ascii)
    canvas.drawMark("o", at: Point(x: 0, y: 0), color: .standard)
    #expect(canvas[0, 0].style.contains(.reverse))
  }

  @Test("Classes are shown by colour and confidence, or by their marks")
  func classes() {
    let field = ClassField(
      width: 4, height: 2, classes: [0, 1, 2, -1, 0, 1, 2, 0],
      confidences: [1, 1, 0.1, 1, 1, 1, 0.1, 1])
    var canvas = blank(4, 1)
    canvas.draw(field, in: canvas.bounds)
    let palette = Palette(.full)
    #expect(
      canvas.cells.map(\.background) == [
        palette.classColor(0), palette.classColor(1), palette.classColor(2, strength: 0.1),
        .standard,
      ])
    var mono = blank(4, 1, .mono, .ascii)
    mono.draw(field, in: mono.bounds)
    #expect(picture(mono) == "ox'?")
  }
}
