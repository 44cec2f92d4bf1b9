import Testing

@testable import Engine

@Suite("Histograms")
struct HistogramTests {
  @Test("Each number falls into its part, the highest into the last")
  func parts() {
    let histogram = Histogram(of: [0, 0.9, 1, 1.5, 3.9, 4, 2, 2], bins: 4)
    #expect(histogram.range == 0...4)
    #expect(histogram.counts == [2, 2, 2, 2])
    #expect(histogram.notFiniteCount == 0)
  }

  @Test("Nothing is lost, whatever the numbers", arguments: [1, 2, 7, 24])
  func sums(bins: Int) {
    let far = Float.greatestFiniteMagnitude
    for numbers in [
      [], [1], [-0.0, 0], [far, -far, 0], [1, 1 + .ulpOfOne], [.leastNonzeroMagnitude, 0],
      [.nan], [.nan, 1, .infinity, -.infinity, 2, 2], (0..<1000).map { Float($0 % 37) },
    ] as [[Float]] {
      let histogram = Histogram(of: numbers, bins: bins)
      #expect(histogram.counts.count == bins)
      #expect(histogram.counts.reduce(histogram.notFiniteCount, +) == numbers.count)
      #expect(histogram.notFiniteCount == numbers.count { !$0.isFinite })
    }
  }

  @Test("Equal numbers stand in the middle")
  func equal() {
    let histogram = Histogram(of: [3, 3, .nan], bins: 5)
    #expect(histogram.range == 3...3)
    #expect(histogram.counts == [0, 0, 2, 0, 0] && histogram.notFiniteCount == 1)
  }
}
