extension PlaneDirections {
  /// The two directions in which the weights of a run moved most, at right angles; nil where they did
  /// not move.
  ///
  /// With the weights of each moment, less their mean, as rows of X, they are the eigenvectors of XᵀX
  /// with the largest eigenvalues, which are what share of the spread each holds. There are far fewer
  /// moments than weights, so they come from the eigenvectors u of the small XXᵀ, as Xᵀu/√λ.
  /// A run along a line has no second one: there a random direction at right angles stands in, which
  /// holds nothing.
  ///
  /// Both are as long as the run goes from its last moment, and a quarter more, the shorter at least
  /// a quarter of the longer; the run came from the side of smaller a and b.
  ///
  /// Source: H. Li et al., *Visualizing the Loss Landscape of Neural Nets* (2018), §7, who took them
  /// from K. Pearson, *On Lines and Planes of Closest Fit to Systems of Points in Space* (1901).
  ///
  /// - Parameters:
  ///   - path: the weights of each moment, equally many; the plane goes through the last.
  ///   - seed: where the random direction comes from.
  public init?(principalOf path: [[Float]], seed: UInt64 = 0) {
    guard path.count >= 2, let now = path.last, !now.isEmpty else { return nil }
    precondition(path.allSatisfy { $0.count == now.count }, "each moment has the same weights")
    let rows = Self.centred(path)
    let gram = rows.indices.map { row in
      rows.indices.map { $0 < row ? 0 : product(rows[row], rows[$0]) }
    }
    let total = gram.indices.reduce(0) { $0 + gram[$1][$1] }
    guard total > 0, total.isFinite else { return nil }
    let eigen = SymmetricEigen(gram)
    var units = (0..<2).compactMap { index -> [Double]? in
      // Below this, what is left is the rounding of the weights.
      guard eigen.values[index] > 1e-9 * eigen.values[0] else { return nil }
      var direction = [Double](repeating: 0, count: now.count)
      for (row, share) in zip(rows, eigen.vectors[index]) {
        for place in direction.indices { direction[place] += share * row[place] }
      }
      return Self.unit(direction)
    }
    guard let leading = units.first else { return nil }
    let hasSecond = units.count == 2
    if !hasSecond { units.append(Self.random(rightAngledTo: leading, seed: seed)) }
    var lengths: [Double] = []
    for index in units.indices {
      let places = path.map { moment in
        units[index].indices.reduce(0.0) {
          $0 + units[index][$1] * (Double(moment[$1]) - Double(now[$1]))
        }
      }
      if places[0] > 0 { units[index] = units[index].map { -$0 } }
      lengths.append(1.25 * (places.map(abs).max() ?? 0))
    }
    let longest = max(lengths[0], lengths[1])
    let scaled = zip(units, lengths).map { unit, length in
      unit.map { Float($0 * max(length, longest / 4)) }
    }
    self.init(
      first: scaled[0], second: scaled[1],
      variance: Variance(
        first: max(0, eigen.values[0]) / total,
        second: hasSecond ? max(0, eigen.values[1]) / total : 0))
  }

  /// The moments less their mean.
  private static func centred(_ path: [[Float]]) -> [[Double]] {
    var mean = [Double](repeating: 0, count: path[0].count)
    for moment in path {
      for place in mean.indices { mean[place] += Double(moment[place]) }
    }
    for place in mean.indices { mean[place] /= Double(path.count) }
    return path.map { moment in mean.indices.map { Double(moment[$0]) - mean[$0] } }
  }

  private static func unit(_ direction: [Double]) -> [Double] {
    let length = product(direction, direction).squareRoot()
    return length > 0 ? direction.map { $0 / length } : direction
  }

  /// A random direction of length 1 at right angles to one of length 1; 0 where there is none.
  private static func random(rightAngledTo other: [Double], seed: UInt64) -> [Double] {
    guard other.count > 1 else { return other.map { _ in 0 } }
    var random = Random(seed: seed, stream: .landscape)
    let drawn = other.map { _ in random.normal() }
    let share = product(drawn, other)
    return unit(zip(drawn, other).map { $0 - share * $1 })
  }
}

/// Σ xᵢ yᵢ.
func product(_ x: [Double], _ y: [Double]) -> Double {
  var sum = 0.0
  let (x, y) = (x.span, y.span)
  for index in 0..<min(x.count, y.count) { sum += x[index] * y[index] }
  return sum
}
