@testable import Drawing
import TestSupport
import Testing

@Suite("Line charts")
struct ChartTests {
  private let decay: [(x: Double, y: Double)] = (0...100).map {
    (Double($0), 0.5 / (1 + Double($0) / 8))
  }

  @Test("A chart has round numbers on its axes and its names on top")
  func chart() {
    var canvas = blank(40, 9)
    canvas.draw(
      LineChart(
        series: [
          .init(name: "train", points: decay),
          .init(name: "test", points: decay.map { ($0.x, $0.y + 0.08) }, pattern: .dashed),
        ], xLabel: "epoch", yLabel: "loss"), in: canvas.bounds)
    #expect(
      picture(canvas) == """
           │⢢          loss  train ───  test ─ ─
        0.5┤⢺⠄
           │⠘⡄
           │ ⠈⢆⠓⢤
           │   ⠑⠤⣀ ⠒⠦  ⣀⣀
           │     ⠈⠉⠒⠒⠤⠤⢄⣀⣀⣀⣉⠉  ⠑⠒  ⠒⠒  ⠒⠒  ⠤⠤  ⠤
        0.0┤               ⠈⠉⠉⠉⠉⠉⠉⠙⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒
           └┴─────────────────┴────────────────┴
            0                50        100 epoch
        """)
  }

  @Test("In few cells the numbers of the lower axis stand in its line")
  func small() {
    var canvas = blank(28, 4, .mono, .ascii)
    canvas.draw(
      LineChart(series: [.init(name: "train", points: decay)], xLabel: "epoch"), in: canvas.bounds)
    #expect(
      picture(canvas) == """
        0.5+\\              train ---
           | \\-_.
        0.0+    --------------------
           +0--------------100 epoch
        """)
  }

  @Test("However many points share a column, none of the extremes is lost")
  func extremes() {
    var points: [(x: Double, y: Double)] = (0..<100_000).map { (Double($0), 0.5) }
    points[31_415].y = 1
    points[77_777].y = 0
    let chart = LineChart(series: [.init(name: "", points: points)], yRange: 0...1)
    let layout = LineChartLayout(chart, in: Rectangle(x: 0, y: 0, width: 60, height: 10))
    var grid = BrailleGrid(size: layout.plot.size)
    grid.plot(chart.series[0], layout)
    let top = (0..<grid.size.width).filter { grid.cell($0, 0) != nil }
    let bottom = (0..<grid.size.width).filter { grid.cell($0, grid.size.height - 1) != nil }
    #expect(top == [layout.column(of: 31_415)])
    #expect(bottom == [layout.column(of: 77_777)])
  }

  @Test("Numbers that are not finite break the line, and so does 0 on a logarithmic axis")
  func breaks() {
    for (gap, logarithmic) in [(Double.nan, false), (.infinity, false), (0, true), (-1, true)] {
      let points = [(x: 0.0, y: 1.0), (4, 1), (5, gap), (6, 1), (10, 1)]
      let chart = LineChart(
        series: [.init(name: "", points: points)], yRange: 0.1...10, logarithmic: logarithmic)
      let layout = LineChartLayout(chart, in: Rectangle(x: 0, y: 0, width: 50, height: 2))
      var grid = BrailleGrid(size: layout.plot.size)
      grid.plot(chart.series[0], layout)
      let drawn = (0..<grid.size.width).map { x in
        (0..<grid.size.height).contains { grid.cell(x, $0) != nil }
      }
      let middle = drawn.count / 2
      #expect(drawn[2] && drawn[drawn.count - 2] && !drawn[middle])
    }
  }

  @Test("A gap narrower than a column of dots hides none of the points around it")
  func narrowGaps() {
    let points = (0..<1000).map { (x: Double($0), y: $0 % 7 == 3 ? Double.nan : 1) }
    let chart = LineChart(series: [.init(name: "", points: points)], yRange: 0...1)
    let layout = LineChartLayout(chart, in: Rectangle(x: 0, y: 0, width: 20, height: 2))
    var grid = BrailleGrid(size: layout.plot.size)
    grid.plot(chart.series[0], layout)
    #expect((0..<grid.size.width).allSatisfy { grid.cell($0, 0)?.dots.nonzeroBitCount == 2 })
  }

  @Test("A solid, a dashed and a dotted curve differ without colour")
  func dashes() {
    let points = [(x: 0.0, y: 1.0), (9, 1)]
    var pictures: [String] = []
    for pattern in [LinePattern.solid, .dashed, .dotted] {
      var canvas = blank(30, 2, .mono, .ascii)
      canvas.draw(
        LineChart(series: [.init(name: "", points: points, pattern: pattern)], yRange: 0...1),
        in: canvas.bounds)
      pictures.append(picture(canvas))
    }
    #expect(
      pictures == [
        "1+----------------------------\n0+", "1+--  --  --  --  --  --  --\n0+",
        "1+' ' ' ' ' ' ' ' ' ' ' ' ' '\n0+",
      ])
  }

  @Test("A logarithmic axis has powers of ten")
  func logarithmic() {
    let points = (1...200).map { (x: Double($0), y: 1 / (Double($0) * Double($0))) }
    var canvas = blank(40, 10, .mono, .ascii)
    canvas.draw(
      LineChart(series: [.init(name: "", points: points)], logarithmic: true), in: canvas.bounds)
    #expect(
      picture(canvas) == """
             1+|
              |\\
              |'.
          0.01+ \\.
              |  '-_
              |     ---__
        0.0001+          -------___
              |                    -------------
              +----------------+---------------+
                              100            200
        """)
  }
}
