@testable import Drawing
import TestSupport
import Testing

@Suite("Braille lines")
struct BrailleTests {
  @Test("Every dot has its own braille bit")
  func bits() {
    let bits = (0..<2).flatMap { column in (0..<4).map { brailleBit(column, $0) } }
    #expect(bits == [1, 2, 4, 64, 8, 16, 32, 128])
    #expect(brailleGlyph(0b0100_0111) == "⡇")
  }

  @Test(
    "A line is drawn in each set of glyphs",
    arguments: [
      (GlyphSet.braille, "⠑⢄\n  ⠑⢄"), (.blocks, "\\\\\n  \\\\"), (.ascii, "\\\\\n  \\\\"),
    ])
  func diagonal(_ glyphs: GlyphSet, _ expected: String) {
    var grid = BrailleGrid(size: Size(width: 4, height: 2))
    grid.line(from: (0, 0), to: (7, 7), color: .standard)
    var canvas = blank(4, 2, .mono, glyphs)
    canvas.draw(grid, at: Point(x: 0, y: 0))
    #expect(picture(canvas) == expected)
  }

  @Test("Single characters tell level, steep and thick lines apart in ASCII")
  func ascii() {
    var grid = BrailleGrid(size: Size(width: 6, height: 4))
    grid.line(from: (0, 1), to: (7, 1), color: .standard)
    grid.line(from: (0, 5), to: (7, 5), color: .standard, thickness: 2)
    grid.line(from: (0, 10), to: (7, 10), color: .standard, thickness: 3)
    grid.line(from: (0, 13), to: (11, 13), color: .standard, pattern: .dashed)
    grid.line(from: (11, 0), to: (11, 11), color: .standard)
    var canvas = blank(6, 4, .mono, .ascii)
    canvas.draw(grid, at: Point(x: 0, y: 0))
    #expect(picture(canvas) == "---- |\n==== |\n#### |\n--  --")
  }

  @Test("The stroke of the highest priority colours a cell, the last among equals")
  func priority() {
    var grid = BrailleGrid(size: Size(width: 1, height: 1))
    grid.set(x: 0, y: 0, color: .indexed(1), priority: 2)
    grid.set(x: 0, y: 1, color: .indexed(2), priority: 1)
    #expect(grid.cell(0, 0)?.color == .indexed(1))
    grid.set(x: 0, y: 2, color: .indexed(3), priority: 2)
    #expect(grid.cell(0, 0)?.color == .indexed(3))
    #expect(grid.cell(0, 0)?.dots == 0b111)
  }

  @Test("A covering stroke wipes weaker ones and is not touched by them")
  func covering() {
    var grid = BrailleGrid(size: Size(width: 2, height: 1))
    grid.set(x: 0, y: 0, color: .indexed(1), priority: 1)
    grid.line(
      from: (0, 3), to: (3, 3), color: .indexed(2), priority: 2, pattern: .dotted, covers: true)
    grid.set(x: 2, y: 0, color: .indexed(1), priority: 1, covers: true)
    #expect(grid.cell(0, 0)?.dots == 64)
    #expect(grid.cell(1, 0) == nil)
  }

  @Test("Lines keep the colours behind them")
  func background() {
    var canvas = blank(1, 1)
    canvas.fill(canvas.bounds, with: Cell(" ", background: .indexed(4)))
    var grid = BrailleGrid(size: Size(width: 1, height: 1))
    grid.set(x: 0, y: 0, color: .indexed(1))
    canvas.draw(grid, at: Point(x: 0, y: 0))
    #expect(canvas[0, 0] == Cell("⠁", foreground: .indexed(1), background: .indexed(4)))
  }

  @Test("A dashed line goes on with its pattern in the next piece")
  func distance() {
    var whole = BrailleGrid(size: Size(width: 10, height: 1))
    whole.line(from: (0, 0), to: (19, 0), color: .standard, pattern: .dashed)
    var pieces = BrailleGrid(size: Size(width: 10, height: 1))
    let distance = pieces.line(from: (0, 0), to: (6, 0), color: .standard, pattern: .dashed)
    pieces.line(
      from: (6, 0), to: (19, 0), color: .standard, pattern: .dashed, distance: distance)
    #expect(pieces == whole)
  }
}
