@testable import Drawing
import TestSupport
import Testing

@Suite("The line where a field changes its sign")
struct ContourLineTests {
  private func drawn(
    _ width: Int, _ height: Int, cells: Size, pattern: LinePattern = .solid, covers: Bool = false,
    _ value: (Int, Int) -> Float
  ) -> String {
    var grid = BrailleGrid(size: cells)
    grid.contour(
      of: Field(width: width, height: height, value), color: .standard, pattern: pattern,
      covers: covers)
    var canvas = blank(cells.width, cells.height, .mono)
    canvas.draw(grid, at: Point(x: 0, y: 0))
    return picture(canvas)
  }

  @Test("A straight line lies where the numbers between pixels are 0")
  func straight() {
    // 0 between the columns 1 and 2 of four, in the middle of four cells.
    let upright = drawn(4, 4, cells: Size(width: 4, height: 2)) { x, _ in Float(x) - 1.5 }
    #expect(upright == "  ⡆\n  ⡇")
    let level = drawn(4, 4, cells: Size(width: 4, height: 2)) { _, y in Float(y) - 2 }
    #expect(level == "\n⠐⠒⠒⠒")
  }

  @Test("A circle's line lies within a dot of the circle", arguments: [16, 40, 96])
  func circle(side: Int) {
    let cells = Size(width: 20, height: 10)
    var grid = BrailleGrid(size: cells)
    let middle = Float(side) / 2
    grid.contour(
      of: Field(width: side, height: side) { x, y in
        let (dx, dy) = (Float(x) + 0.5 - middle, Float(y) + 0.5 - middle)
        return (dx * dx + dy * dy).squareRoot() / middle - 0.7
      }, color: .standard)
    var count = 0
    for y in 0..<40 {
      for x in 0..<40 {
        guard let cell = grid.cell(x / 2, y / 4), cell.dots & brailleBit(x % 2, y % 4) != 0 else {
          continue
        }
        count += 1
        let (dx, dy) = (Double(x) - 19.5, Double(y) - 19.5)
        #expect(abs((dx * dx + dy * dy).squareRoot() - 14) < 1.1)
      }
    }
    #expect(count > 70)
  }

  @Test("Of a saddle the mean tells which corners belong together")
  func saddle() {
    let values: [Float] = [-1, 3, 3, -1]
    let joined = drawn(2, 2, cells: Size(width: 8, height: 4)) { x, y in values[y * 2 + x] }
    let others: [Float] = [-3, 1, 1, -3]
    let parted = drawn(2, 2, cells: Size(width: 8, height: 4)) { x, y in others[y * 2 + x] }
    #expect(joined != parted && !joined.isEmpty)
  }

  @Test("There is none next to what is not finite, in one sign, or in a field without squares")
  func none() {
    let cells = Size(width: 3, height: 2)
    #expect(drawn(4, 4, cells: cells) { x, y in x == 1 ? .nan : Float(x) - 1 } == "\n")
    #expect(drawn(4, 4, cells: cells) { x, _ in x > 1 ? .infinity : -1 } == "\n")
    #expect(drawn(4, 4, cells: cells) { _, _ in 0 } == "\n")
    #expect(drawn(1, 4, cells: cells) { _, y in Float(y) - 2 } == "\n")
    #expect(drawn(0, 0, cells: cells) { _, _ in 0 } == "\n")
    #expect(drawn(4, 4, cells: Size(width: 0, height: 0)) { x, _ in Float(x) - 1 } == "")
  }

  @Test("Dashes leave gaps that stand still while the line moves")
  func dashes() {
    let cells = Size(width: 8, height: 1)
    func row(_ zero: Float) -> String {
      drawn(64, 8, cells: cells, pattern: .dashed) { _, y in Float(y) - zero }
    }
    let (one, other) = (row(3), row(3.5))
    #expect(one.contains("  ") && one.filter { $0 == " " }.count == 2)
    #expect(one.map { $0 == " " } == other.map { $0 == " " })
  }
}
