@testable import Drawing
import Testing

@Suite("Lines where a field changes its sign")
struct FigureContourTests {
  @Test("A disc has one closed line at its radius")
  func disc() {
    let field = Field(width: 60, height: 60) { x, y in
      let (dx, dy) = (Float(x) + 0.5 - 31, Float(y) + 0.5 - 28)
      return 18 - (dx * dx + dy * dy).squareRoot()
    }
    let lines = field.contours(tolerance: 0)
    #expect(lines.count == 1)
    let line = lines.first ?? []
    #expect(line.first == line.last && line.count > 60)
    for place in line {
      let (dx, dy) = (place.x - 31, place.y - 28)
      #expect(abs((dx * dx + dy * dy).squareRoot() - 18) < 0.05)
    }
  }

  @Test("A straight edge goes from border to border, in two places if it is thinned")
  func edge() {
    let field = Field(width: 9, height: 6) { x, _ in Float(x) - 3.25 }
    #expect(field.contours() == [[PixelPlace(3.75, 0.5), PixelPlace(3.75, 5.5)]].map { $0 })
  }

  @Test("A saddle has two lines that do not cross")
  func saddle() {
    let field = Field(width: 2, height: 2, values: [1, -1, -1, 1])
    let lines = field.contours(tolerance: 0)
    #expect(lines.count == 2 && lines.allSatisfy { $0.count == 2 })
  }

  @Test("There is no line beside NaN, in an even field, and in one without pixels")
  func none() {
    #expect(Field(width: 2, height: 2, values: [1, .nan, -1, -1]).contours().isEmpty)
    #expect(Field(width: 5, height: 5) { _, _ in 0 }.contours().isEmpty)
    #expect(Field(width: 0, height: 0, values: []).contours().isEmpty)
    #expect(Field(width: 3, height: 3, values: [1]).contours().isEmpty)
    #expect(Field(width: 2, height: 2, values: [.infinity, -.infinity, 1, 1]).contours().isEmpty)
  }
}
