import Testing

@testable import Engine

@Suite("Calibration")
struct CalibrationTests {
  @Test("By hand: two of four bins hold samples")
  func byHand() throws {
    let calibration = try #require(
      Calibration(
        probabilities: [0.25, 0.2, 0.8, 0.9, 1], isTrue: [false, true, true, true, false], bins: 4))
    #expect(calibration.bins.map(\.count) == [2, 0, 0, 3])
    #expect(calibration.bins.map(\.frequency) == [0.5, nil, nil, 2.0 / 3])
    #expect(calibration.bins[0].confidence == 0.225)
    #expect(calibration.bins[1].confidence == nil)
    // 2/5 · |0.5 − 0.225| + 3/5 · |2/3 − 0.9|
    #expect(abs(calibration.expectedError - 0.25) < 1e-12)
    #expect(abs(calibration.largestError - 0.275) < 1e-12)
    // 0.0625 + 0.64 + 0.04 + 0.01 + 1, by 5
    #expect(abs(calibration.brierScore - 0.3505) < 1e-12)
  }

  @Test("Sure and right is 0, sure and wrong is 1, never sure is a quarter")
  func extremes() {
    let right = Calibration(probabilities: [0, 1], isTrue: [false, true])
    #expect(right?.expectedError == 0 && right?.brierScore == 0)
    let wrong = Calibration(probabilities: [0, 1], isTrue: [true, false])
    #expect(wrong?.expectedError == 1 && wrong?.brierScore == 1 && wrong?.largestError == 1)
    let unsure = Calibration(probabilities: [0.5, 0.5], isTrue: [true, false])
    #expect(unsure?.expectedError == 0 && unsure?.brierScore == 0.25)
  }

  @Test("Every probability is in one bin, whose ends hold it")
  func bins() throws {
    for bins in [1, 3, 10, 15] {
      for step in 0...300 {
        let p = Double(step) / 300
        let calibration = try #require(
          Calibration(probabilities: [p], isTrue: [true], bins: bins))
        let bin = try #require(calibration.bins.firstIndex { $0.count == 1 })
        #expect(calibration.bins.map(\.count).reduce(0, +) == 1)
        #expect(p >= Double(bin) / Double(bins) - 1e-12)
        #expect(p <= Double(bin + 1) / Double(bins) + 1e-12)
      }
    }
  }

  @Test("Of no samples, and of what is no probability, there is none")
  func undefined() {
    #expect(Calibration(probabilities: [], isTrue: []) == nil)
    for number in [Double.nan, .infinity, -0.1, 1.1] {
      #expect(Calibration(probabilities: [number], isTrue: [true]) == nil)
    }
  }
}
