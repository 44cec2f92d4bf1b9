import Testing

@testable import Benchmark

@Suite("The benchmark's points")
struct BenchmarkPointTests {
  @Test("The generator gives the same numbers again, all from 0 to below 1")
  func generator() {
    var one = Mulberry32(seed: 42)
    var two = Mulberry32(seed: 42)
    for _ in 0..<1000 {
      let value = one.unit()
      #expect(value == two.unit() && value >= 0 && value < 1)
    }
  }

  @Test("The first numbers are those of the generator's author")
  func reference() {
    var random = Mulberry32(seed: 42)
    let found = (0..<3).map { _ in UInt32(random.unit() * 0x1p32) }
    #expect(found == [2_581_720_956, 1_925_393_290, 3_661_312_704])
  }

  @Test("The spiral has both classes in equal numbers, within its radius, out of order")
  func spiral() {
    var random = Mulberry32(seed: 42)
    let points = BenchmarkPoint.spiral(500, using: &random)
    #expect(points.count == 500)
    #expect(points.filter { $0.label == 1 }.count == 250)
    #expect(points.allSatisfy { $0.x * $0.x + $0.y * $0.y < 25 })
    #expect(points.prefix(250).contains { $0.label == -1 })
  }

  @Test("Inputs are the playground's seven")
  func inputs() {
    let point = BenchmarkPoint(x: 2, y: -3, label: 0)
    #expect(point.inputs(2) == [2, -3])
    let all = point.inputs(7)
    #expect(Array(all.prefix(5)) == [2, -3, 4, 9, -6])
    #expect((all[5] - 0.909_297_4).magnitude < 1e-6 && (all[6] + 0.141_120_0).magnitude < 1e-6)
  }

  @Test("The picture runs from corner to corner")
  func grid() {
    let points = BenchmarkPoint.grid
    #expect(points.count == 10_000)
    #expect(points.first.map { [$0.x, $0.y] } == [-6, -6])
    #expect(points.last.map { [$0.x, $0.y] } == [6, 6])
    #expect(points[1].y == -6)
  }
}
