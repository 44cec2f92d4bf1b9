@testable import Engine

/// The largest errors of a function over every 1021st `Float` of a range.
struct FunctionErrors: CustomStringConvertible {
  private(set) var ulps = 0.0
  private(set) var relative = 0.0
  private(set) var absolute = 0.0
  private(set) var largest: Float = 0
  private var place: Float = 0

  var description: String {
    "\(ulps) ulp, \(relative) relative, \(absolute) absolute, worst at \(place)"
  }

  init(
    over range: ClosedRange<Float>, _ function: (Lanes) -> Lanes,
    expected: (Double) -> Double
  ) {
    var lanes = Lanes()
    var filled = 0
    // A prime stride meets every exponent and, over the exponents, every kind of fraction.
    for pattern in stride(from: UInt32(0), to: .max - 1021, by: 1021) {
      let x = Float(bitPattern: pattern)
      guard range.contains(x) else { continue }
      lanes[filled] = x
      filled += 1
      guard filled == laneCount else { continue }
      filled = 0
      let results = function(lanes)
      for lane in 0..<laneCount { note(lanes[lane], results[lane], expected(Double(lanes[lane]))) }
    }
  }

  private mutating func note(_ x: Float, _ result: Float, _ expected: Double) {
    let distance = abs(Double(result) - expected)
    let unit = Double(max(Float(expected).ulp, .leastNonzeroMagnitude))
    // Written so that a NaN counts as the worst of all.
    if !(distance / unit <= ulps) {
      ulps = distance / unit
      place = x
    }
    if distance > 0, !(distance / abs(expected) <= relative) { relative = distance / abs(expected) }
    if !(distance <= absolute) { absolute = distance }
    largest = max(largest, result.magnitude)
  }
}
