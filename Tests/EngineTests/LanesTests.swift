import Testing

@testable import Engine

@Suite("Sixteen samples at once")
struct LanesTests {
  @Test("A batch has as many blocks as it needs")
  func blocks() {
    #expect([0, 1, 15, 16, 17, 32, 33].map { blockCount(for: $0) } == [0, 1, 1, 1, 2, 2, 3])
  }

  @Test("The total adds in its tree: halves, quarters, pairs")
  func total() {
    // In `Float`, 2²⁴ + 1 is 2²⁴: only a sum in the stated order gives these digits.
    var random = Random(seed: 3, stream: .data)
    for _ in 0..<100 {
      var lanes = Lanes()
      for lane in 0..<laneCount { lanes[lane] = Float(random.uniform(-1e8, 1e8)) }
      var level = (0..<laneCount).map { lanes[$0] }
      while level.count > 1 {
        let half = level.count / 2
        level = (0..<half).map { level[$0] + level[$0 + half] }
      }
      #expect(lanes.total.bitPattern == level[0].bitPattern)
    }
    #expect(Lanes(repeating: 0.1).total.bitPattern == Float(1.6).bitPattern)
  }

  @Test("Keeping the first lanes sets the others to 0, NaN and infinity too", arguments: 1...16)
  func keeping(count: Int) {
    for rubbish in [Float.nan, .infinity, -1] {
      let kept = Lanes(repeating: rubbish).keepingFirst(count)
      for lane in 0..<laneCount {
        let expected = lane < count ? rubbish : 0
        #expect(kept[lane].bitPattern == expected.bitPattern)
      }
    }
  }

  @Test("One lane that is not finite makes the whole not finite", arguments: 0..<16)
  func finite(lane: Int) {
    for bad in [Float.nan, .infinity, -.infinity] {
      var lanes = Lanes(repeating: .greatestFiniteMagnitude)
      #expect(lanes.isFinite)
      lanes[lane] = bad
      #expect(!lanes.isFinite)
    }
  }

  @Test("Powers of two are exact", arguments: -126...127)
  func powers(exponent: Int) {
    let power = Lanes.powerOfTwo(Lanes(repeating: Float(exponent)))
    #expect(power == Lanes(repeating: Float(sign: .plus, exponent: exponent, significand: 1)))
  }

  @Test("A size has no sign and is otherwise the number")
  func magnitude() {
    for x: Float in [0, -0.5, 3, -.infinity, .infinity, .leastNonzeroMagnitude] {
      #expect(Lanes(repeating: x).magnitude == Lanes(repeating: abs(x)))
    }
    #expect(Lanes(repeating: .nan).magnitude[0].isNaN)
  }
}
