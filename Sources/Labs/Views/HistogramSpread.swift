import Drawing
import Engine

/// A histogram over equal parts of another range: where its own parts are cut, their numbers count
/// as spread evenly.
struct HistogramSpread {
  /// How many numbers each part of the range holds, as a share of the fullest part, 0…1.
  let shares: [Double]
  /// Whether the middle of a part is below 0.
  let isNegative: [Bool]

  init(_ histogram: Histogram, over axis: ChartAxis, parts: Int) {
    let edges = (0...max(1, parts)).map { axis.number(at: Double($0) / Double(max(1, parts))) }
    let sums = Sums(histogram)
    let below = edges.map { sums.count(below: $0) }
    let counts = (0..<parts).map { below[$0 + 1] - below[$0] }
    let most = counts.max() ?? 0
    shares = counts.map { most > 0 ? $0 / most : 0 }
    isNegative = (0..<parts).map { edges[$0] + edges[$0 + 1] < 0 }
  }

  /// Numbers for a heat map: how full a part is, with the sign of its values. The root lets sparse
  /// parts be seen beside full ones.
  var strengths: [Float] {
    zip(shares, isNegative).map { share, isNegative in
      Float(share.squareRoot()) * (isNegative ? -1 : 1)
    }
  }

  /// The running sum of a histogram's counts.
  private struct Sums {
    private let low: Double
    private let width: Double
    private let running: [Int]

    init(_ histogram: Histogram) {
      low = Double(histogram.range.lowerBound)
      width = (Double(histogram.range.upperBound) - low) / Double(max(1, histogram.counts.count))
      var sum = 0
      running =
        [0]
        + histogram.counts.map { count in
          sum += count
          return sum
        }
    }

    /// How many numbers lie below one.
    func count(below value: Double) -> Double {
      let all = Double(running.last ?? 0)
      guard width > 0 else { return value > low ? all : 0 }
      let place = (value - low) / width
      guard place > 0 else { return 0 }
      guard place < Double(running.count - 1) else { return all }
      let part = Int(place)
      let share = place - Double(part)
      return Double(running[part]) * (1 - share) + Double(running[part + 1]) * share
    }
  }
}
