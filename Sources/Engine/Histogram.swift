/// How often numbers fall into each of some equal parts of their range.
public struct Histogram: Equatable, Sendable {
  /// The lowest and the highest number that is finite; 0…0 if there is none.
  public let range: ClosedRange<Float>
  /// How many numbers each part of the range holds, from the lowest part on; the highest number is
  /// in the last. If all are the same, the part in the middle holds them.
  public let counts: [Int]
  /// How many numbers were infinite or NaN; `counts` leaves them out.
  public let notFiniteCount: Int

  /// Counts numbers.
  ///
  /// - Parameters:
  ///   - numbers: any, in any order.
  ///   - bins: how many parts, at least 1.
  public init(of numbers: [Float], bins: Int) {
    precondition(bins >= 1, "a histogram needs a part")
    var lowest = Float.infinity
    var highest = -Float.infinity
    var finite = 0
    for number in numbers where number.isFinite {
      if number < lowest { lowest = number }
      if number > highest { highest = number }
      finite += 1
    }
    var counts = Array(repeating: 0, count: bins)
    notFiniteCount = numbers.count - finite
    guard finite > 0 else {
      range = 0...0
      self.counts = counts
      return
    }
    range = lowest...highest
    if lowest == highest {
      counts[bins / 2] = finite
    } else {
      // In double, the width of the range of `Float` itself is finite.
      let scale = Double(bins) / (Double(highest) - Double(lowest))
      for number in numbers where number.isFinite {
        let place = Int((Double(number) - Double(lowest)) * scale)
        counts[min(place, bins - 1)] += 1
      }
    }
    self.counts = counts
  }
}
