import Drawing
import TestSupport
import Testing

@Suite("Text on a canvas")
struct TextTests {
  @Test("Text is written from left to right and its columns are counted")
  func plain() {
    var canvas = blank(8, 1)
    #expect(canvas.write("abc", at: Point(x: 1, y: 0)) == 3)
    #expect(picture(canvas) == " abc")
  }

  @Test("A text that is too long ends in an ellipsis")
  func ellipsis() {
    var canvas = blank(8, 2)
    #expect(canvas.write("perceptron", at: Point(x: 0, y: 0), maxWidth: 5) == 5)
    canvas.write("exact", at: Point(x: 0, y: 1), maxWidth: 5)
    #expect(picture(canvas) == "perc…\nexact")
    var ascii = blank(8, 1, .mono, .ascii)
    ascii.write("perceptron", at: Point(x: 0, y: 0), maxWidth: 5)
    #expect(picture(ascii) == "perc~")
    #expect(ascii.write("perceptron", at: Point(x: 0, y: 0), maxWidth: 0) == 0)
  }

  @Test("A wide character takes two cells, the second without a glyph")
  func wide() {
    var canvas = blank(6, 1)
    #expect(canvas.write("a日b", at: Point(x: 0, y: 0)) == 4)
    #expect(canvas[1, 0].glyph == "日")
    #expect(canvas[2, 0].glyph == nil)
    #expect(canvas[3, 0].glyph == "b")
  }

  @Test("A wide character that a border cuts becomes a space")
  func wideAtBorders() {
    var canvas = blank(3, 1)
    canvas.fill(canvas.bounds, with: Cell("."))
    canvas.write("日", at: Point(x: 2, y: 0))
    canvas.write("日", at: Point(x: -1, y: 0))
    #expect(canvas.cells.map(\.glyph) == [" ", ".", " "])
  }

  @Test("Overwriting either half of a wide character blanks the other half", arguments: [0, 1])
  func halves(_ column: Int) {
    var canvas = blank(3, 1)
    canvas.write("日", at: Point(x: 0, y: 0))
    canvas.write("x", at: Point(x: column, y: 0))
    #expect(canvas.cells.map(\.glyph) == (column == 0 ? ["x", " ", " "] : [" ", "x", " "]))
  }

  @Test("A wide character over two others leaves no halves")
  func wideOverWide() {
    var canvas = blank(4, 1)
    canvas.write("日本", at: Point(x: 0, y: 0))
    canvas.write("語", at: Point(x: 1, y: 0))
    #expect(canvas.cells.map(\.glyph) == [" ", "語", nil, " "])
  }

  @Test("Recolouring a wide character keeps both of its halves")
  func recolour() {
    var canvas = blank(2, 1)
    canvas.write("日", at: Point(x: 0, y: 0))
    canvas[0, 0].background = .indexed(3)
    canvas[1, 0].background = .indexed(3)
    #expect(canvas.cells.map(\.glyph) == ["日", nil])
    #expect(canvas.cells.allSatisfy { $0.background == .indexed(3) })
  }

  @Test("A cell without a glyph that follows no wide character is a space")
  func loneHalf() {
    var canvas = blank(2, 1)
    canvas[1, 0] = Cell(nil)
    #expect(canvas.cells.map(\.glyph) == [" ", " "])
  }

  @Test("Combining marks stay with their base and control characters are dropped")
  func marks() {
    var canvas = blank(6, 1)
    #expect(canvas.write("e\u{301}\u{7}x\n\u{200B}!", at: Point(x: 0, y: 0)) == 3)
    #expect(canvas[0, 0].glyph == "e\u{301}")
    #expect(picture(canvas) == "e\u{301}x!")
  }

  @Test("A background is kept unless another is given")
  func background() {
    var canvas = blank(2, 1)
    canvas.fill(canvas.bounds, with: Cell(" ", background: .indexed(4)))
    canvas.write("a", at: Point(x: 0, y: 0))
    canvas.write("b", at: Point(x: 1, y: 0), background: .indexed(2))
    #expect(canvas.cells.map(\.background) == [.indexed(4), .indexed(2)])
  }

  @Test("Without Unicode only ASCII is ever in the cells")
  func asciiOnly() {
    var canvas = blank(80, 3, .direct, .ascii)
    canvas.write("╭─╮ ━┃ ● ○ ▀█ … ←→↑↓ · × x₁ x² ŷ η ⣿ é 日本 ❚❚ − ∂", at: Point(x: 0, y: 0))
    canvas[0, 1].glyph = "╬"
    canvas[1, 1].glyph = "\u{1F600}"
    #expect(canvas.cells.allSatisfy { $0.glyph?.isASCII ?? false })
    #expect(
      picture(canvas)
        == "+-+ =| * o ## ~ <>^v . x x1 x2 y n . e ? ?  || - d\n+?\n")
  }

  @Test("Paragraphs are broken at spaces, and words that are too long anywhere")
  func wrapping() {
    #expect(wrap("a bc def ghij", width: 6) == ["a bc", "def", "ghij"])
    #expect(wrap("ab cd", width: 4) == ["ab", "cd"])
    // A table keeps its columns where it fits, and flows where not.
    #expect(wrap("a\n   .1  .3\n 4  .2", width: 9) == ["a", "   .1  .3", "4 .2"])
    #expect(wrap("    ab  cd", width: 5) == ["ab cd"])
    #expect(wrap("one\n\ntwo", width: 9) == ["one", "", "two"])
    #expect(wrap("perceptron", width: 4) == ["perc", "eptr", "on"])
    #expect(wrap("日本語", width: 5) == ["日本", "語"])
    #expect(wrap("anything", width: 0) == [])
  }

  @Test(
    "Characters have the width that terminals give them",
    arguments: [("a", 1), ("é", 1), ("─", 1), ("⣿", 1), ("日", 2), ("😀", 2), ("\t", 0), ("한", 2)])
  func widths(_ text: String, _ width: Int) {
    #expect(columnWidth(text) == width)
  }
}
