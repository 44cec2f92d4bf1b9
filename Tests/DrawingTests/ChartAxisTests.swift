@testable import Drawing
import TestSupport
import Testing

@Suite("Axes of charts")
struct ChartAxisTests {
  @Test("A number and its place belong together", arguments: [false, true])
  func places(_ isLogarithmic: Bool) {
    let axis = ChartAxis(2...5000, isLogarithmic: isLogarithmic)
    #expect(axis.share(of: 2) == 0)
    for share in [-0.5, 0, 0.1, 0.5, 1, 1.5] {
      expectClose(
        axis.share(of: axis.number(at: share)), share,
        within: Tolerance(relative: 1e-9, absolute: 1e-9))
    }
    #expect(!ChartAxis(1...10, isLogarithmic: true).share(of: 0).isFinite)
  }

  @Test("Zooming leaves a number where it is", arguments: [false, true])
  func scaled(_ isLogarithmic: Bool) {
    let axis = ChartAxis(1...1000, isLogarithmic: isLogarithmic)
    let near = axis.scaled(by: 0.5, around: 100)
    expectClose(
      near.share(of: 100), axis.share(of: 100), within: Tolerance(relative: 1e-9))
    expectClose(
      near.share(of: axis.number(at: 1)) - near.share(of: axis.number(at: 0)), 2,
      within: Tolerance(relative: 1e-9))
  }

  @Test("A range without a length is made longer")
  func narrow() {
    for axis in [ChartAxis(3...3), ChartAxis(0...0), ChartAxis(7...7, isLogarithmic: true)] {
      #expect(axis.range.lowerBound < axis.range.upperBound)
      #expect(axis.share(of: axis.range.lowerBound).isFinite)
    }
  }

  @Test("A logarithmic axis across has powers of ten and no place for 0")
  func chart() {
    let points = (0...1000).map { (x: Double($0), y: 1 / (1 + Double($0))) }
    let chart = LineChart(
      series: [.init(name: "", points: points)], logarithmic: true, logarithmicX: true,
      xLabel: "epoch")
    var canvas = blank(44, 10)
    let layout = canvas.draw(chart, in: canvas.bounds)
    #expect(layout.xAxis.range == 1...1000)
    #expect(layout.column(of: 0) == nil && layout.column(of: 1) == 0)
    #expect(layout.column(of: 1000) == layout.plot.width - 1)
    let lines = picture(canvas).split(separator: "\n")
    #expect(lines.last?.split(separator: " ").map(String.init) == ["1", "100", "epoch"])
    for column in 0..<layout.plot.width {
      let number = layout.number(atColumn: layout.plot.x + column)
      #expect(layout.column(of: number) == column)
    }
  }
}
