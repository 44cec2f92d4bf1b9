import Engine

/// What is lost where equal squares of two classes lie on each other: exact but for rounding.
///
/// A point is in one of n squares, each as probable, and anywhere in it. Between two neighbouring
/// edges in the height the same squares cover a row; in the row, between neighbouring edges, the same
/// ones cover a rectangle, in which the best rule loses the class of the fewer squares. All those
/// rectangles are gone through.
struct SquaresOverlap: Sendable {
  private typealias Place = SpiralTruth.Place

  /// In rising order of the first coordinate.
  private let places: [Place]
  private let half: Double
  /// The lower and upper edges in rising order.
  private let edges: [Double]
  /// k·log k for every count there can be, 0 for 0.
  private let logarithms: [Double]

  init(_ places: [SpiralTruth.Place], half: Double) {
    // Places that are level keep their order, so that sums have the same order everywhere.
    self.places = places.indices.sorted {
      (places[$0].x1, $0) < (places[$1].x1, $1)
    }.map { places[$0] }
    self.half = half
    edges = places.flatMap { [$0.x2 - half, $0.x2 + half] }.sorted()
    logarithms = (0...places.count).map { count in
      count == 0 ? 0 : Double(count) * Elementary.logarithm(Double(count))
    }
  }

  /// Many, for 20 000 squares take two seconds in all, and a part should take milliseconds.
  var partCount: Int { half > 0 ? max(256, edges.count / 32) : 1 }

  func part(_ index: Int) -> LeastLoss {
    guard half > 0 else { return coinciding }
    let rows = max(0, edges.count - 1)
    var loss = LeastLoss()
    for row in rows * index / partCount..<rows * (index + 1) / partCount
    where edges[row + 1] > edges[row] {
      addRow(from: edges[row], to: edges[row + 1], to: &loss)
    }
    return loss
  }

  private func addRow(from low: Double, to high: Double, to loss: inout LeastLoss) {
    let middle = (low + high) / 2
    var row: [Place] = []
    for place in places where abs(place.x2 - middle) < half { row.append(place) }
    let unit = (high - low) / (4 * half * half * Double(places.count))
    // Squares begin and end in the same order, for they are equally wide.
    var (begun, ended) = (0, 0)
    var counts = (0, 0)
    var x = 0.0
    while ended < row.count {
      let isBegin = begun < row.count && row[begun].x1 - half <= row[ended].x1 + half
      let next = isBegin ? row[begun].x1 - half : row[ended].x1 + half
      let sum = counts.0 + counts.1
      let area = (next - x) * unit
      loss.mass += Double(sum) * area
      if counts.0 > 0 && counts.1 > 0 {
        loss.error += Double(min(counts.0, counts.1)) * area
        // −Σ k·log(k/s) = s·log s − Σ k·log k.
        loss.crossEntropy +=
          (logarithms[sum] - logarithms[counts.0] - logarithms[counts.1]) * area
        loss.squaredError += Double(4 * counts.0 * counts.1) / Double(sum) * area
      }
      x = next
      let step = isBegin ? 1 : -1
      if row[isBegin ? begun : ended].label == 0 { counts.0 += step } else { counts.1 += step }
      if isBegin { begun += 1 } else { ended += 1 }
    }
  }

  /// Without noise only points of both classes at one place are lost: those at the origin.
  private var coinciding: LeastLoss {
    var loss = LeastLoss.none
    let shared = places.filter { $0.x1 == 0 && $0.x2 == 0 }
    guard shared.count == 2, shared[0].label != shared[1].label else { return loss }
    let mass = 2 / Double(places.count)
    loss.mass -= mass
    loss.add(mass, positive: 0.5)
    return loss
  }
}
