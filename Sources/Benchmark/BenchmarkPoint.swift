import Engine

/// A point of the benchmark, in double precision: features are rounded once.
struct BenchmarkPoint {
  /// Its place, −6…6 in each direction.
  var x: Double
  var y: Double
  /// Its class, 1 or −1; 0 where there is none.
  var label: Float

  /// The inputs of a network, two or all seven: x, y, x², y², xy, sin x, sin y.
  func inputs(_ count: Int) -> [Float] {
    let two = [Float(x), Float(y)]
    if count == 2 { return two }
    return two
      + [x * x, y * y, x * y, Elementary.sine(x), Elementary.sine(y)].map { Float($0) }
  }

  /// Two arms without noise, in the order of a shuffle.
  ///
  /// Source: TensorFlow Playground's spiral, which draws two numbers a point for the noise even if
  /// there is none, and its shuffle, from the last place to the first.
  static func spiral(_ count: Int, using random: inout Mulberry32) -> [BenchmarkPoint] {
    let arm = count / 2
    var points: [BenchmarkPoint] = []
    for (start, label) in [(0.0, Float(1)), (Double.pi, -1)] {
      for index in 0..<arm {
        let radius = Double(index) / Double(arm) * 5
        let angle = 1.75 * Double(index) / Double(arm) * 2 * Double.pi + start
        _ = random.unit()
        _ = random.unit()
        points.append(
          BenchmarkPoint(
            x: radius * Elementary.sine(angle), y: radius * Elementary.cosine(angle), label: label)
        )
      }
    }
    var left = points.count
    while left > 0 {
      let chosen = Int(random.unit() * Double(left))
      left -= 1
      points.swapAt(left, chosen)
    }
    return points
  }

  /// The points of a picture, 100 × 100 from −6 to 6, row by row.
  static let grid: [BenchmarkPoint] = {
    var points: [BenchmarkPoint] = []
    for row in 0..<100 {
      for column in 0..<100 {
        points.append(
          BenchmarkPoint(
            x: -6 + 12 * Double(column) / 99, y: -6 + 12 * Double(row) / 99, label: 0))
      }
    }
    return points
  }()
}
