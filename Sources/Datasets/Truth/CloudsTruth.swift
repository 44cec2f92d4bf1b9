import Engine

/// The truth of round normal clouds of one width, a class each: `Gaussians` and `Blobs`.
///
/// With centres mₖ, deviation s and shares πₖ the density is Σ πₖ·e^(−|x − mₖ|²/2s²)/2πs², and what
/// tells classes apart is linear: log πₖ + (x·mₖ − |mₖ|²/2)/s². So every boundary is a straight line,
/// noise or not, and the clouds overlap a little even without noise: two of them err by Φ(−d/2s),
/// where d is how far their centres are apart.
///
/// The least loss is summed row by row. In a row each class is the best one on one stretch, of which
/// the normal distribution gives the probability exactly; a Gauss sum goes over the rows, with an
/// error below 10⁻⁵. Cross-entropy and squared error, which are smooth, are sums over places of the
/// row as well, a twelfth of s apart, with an error below 10⁻⁶.
struct CloudsTruth: ClassTruth {
  /// A cloud.
  struct Cloud: Sendable {
    let x1: Double
    let x2: Double
    /// The share of all points.
    let share: Double
  }

  private let clouds: [Cloud]
  private let deviation: Double
  /// log πₖ − |mₖ|²/2s².
  private let offsets: [Double]

  init(_ clouds: [Cloud], deviation: Double) {
    self.clouds = clouds
    self.deviation = deviation
    offsets = clouds.map { cloud in
      // A class without points is never the best.
      guard cloud.share > 0 else { return -1e300 }
      return Elementary.logarithm(cloud.share)
        - (cloud.x1 * cloud.x1 + cloud.x2 * cloud.x2) / (2 * deviation * deviation)
    }
  }

  var classCount: Int { clouds.count }
  let noise = NoiseKind.places

  func density(_ x1: Double, _ x2: Double) -> Double {
    let variance = deviation * deviation
    let sum = clouds.reduce(0.0) { sum, cloud in
      let (dx, dy) = (x1 - cloud.x1, x2 - cloud.x2)
      return sum + cloud.share * RealFunction.exponential(-(dx * dx + dy * dy) / (2 * variance))
    }
    return sum / (2 * .pi * variance)
  }

  func scores(_ x1: Double, _ x2: Double) -> [Double] {
    clouds.indices.map { score($0, x1, x2) }
  }

  private func score(_ index: Int, _ x1: Double, _ x2: Double) -> Double {
    offsets[index] + (x1 * clouds[index].x1 + x2 * clouds[index].x2) / (deviation * deviation)
  }

  func posterior(_ x1: Double, _ x2: Double) -> [Double] {
    let scores = scores(x1, x2)
    let highest = scores.max() ?? 0
    let parts = scores.map { RealFunction.exponential($0 - highest) }
    let sum = parts.reduce(0, +)
    return parts.map { $0 / sum }
  }

  // MARK: - The least loss

  /// How many deviations beyond the outermost centres are looked at.
  private static let margin = 7.0
  /// Rows of a strip half a deviation high.
  private static let rows = GaussLegendre(count: 6)

  private var height: Double { deviation / 2 }
  /// Strips above 0, and as many below: a boundary that is level with the rows is one at 0.
  private var strips: Int {
    let farthest = clouds.reduce(0) { max($0, abs($1.x1), abs($1.x2)) }
    return Int(((farthest + Self.margin * deviation) / height).rounded(.up))
  }

  var partCount: Int { 2 * strips * Self.rows.nodes.count }

  /// A row of the plane.
  func part(_ index: Int) -> LeastLoss {
    let node = Self.rows.nodes[index % Self.rows.nodes.count]
    let strip = Double(index / Self.rows.nodes.count - strips)
    let x2 = (strip + (1 + node.place) / 2) * height
    let weight = node.weight / 2 * height
    var loss = LeastLoss()
    addSmooth(x2, weight, to: &loss)
    let row = clouds.map { cloud in
      let z = (x2 - cloud.x2) / deviation
      return weight * cloud.share * NormalDistribution.density(z) / deviation
    }
    loss.mass = row.reduce(0, +)
    loss.error = max(0, loss.mass - rightShare(row, x2))
    return loss
  }

  private func addSmooth(_ x2: Double, _ weight: Double, to loss: inout LeastLoss) {
    let step = height / Double(Self.rows.nodes.count)
    let half = strips * Self.rows.nodes.count
    for place in -half..<half {
      let x1 = (Double(place) + 0.5) * step
      let mass = density(x1, x2) * step * weight
      guard mass > 1e-18 else { continue }
      let shares = posterior(x1, x2)
      // One output tells two classes apart, so it counts once.
      let outputs = shares.count == 2 ? shares.prefix(1) : shares[...]
      for share in shares { loss.crossEntropy += mass * surprise(share) }
      for share in outputs { loss.squaredError += mass * 4 * share * (1 - share) }
    }
  }

  /// The probability of a point in this row that is of the best class at its place.
  ///
  /// - Parameter row: the probability of a point of each class in the row.
  private func rightShare(_ row: [Double], _ x2: Double) -> Double {
    var right = 0.0
    for index in clouds.indices where row[index] > 0 {
      // Where the class's score is above each other one: a stretch, for scores are linear.
      var (start, end) = (-Double.infinity, Double.infinity)
      for other in clouds.indices where other != index {
        let slope = (clouds[index].x1 - clouds[other].x1) / (deviation * deviation)
        let lead = score(index, 0, x2) - score(other, 0, x2)
        if abs(slope) < 1e-12 {
          // Of two that are equal all along, the first counts.
          if lead < 0 || (lead == 0 && other < index) { end = -.infinity }
        } else if slope > 0 {
          start = max(start, -lead / slope)
        } else {
          end = min(end, -lead / slope)
        }
      }
      guard end > start else { continue }
      let centre = clouds[index].x1
      right +=
        row[index]
        * (NormalDistribution.below((end - centre) / deviation)
          - NormalDistribution.below((start - centre) / deviation))
    }
    return right
  }
}
