/// The truth of recipes whose label says on which side of straight lines a displaced point lies, along
/// both axes: `ExclusiveOr` and `Checkerboard`.
///
/// Along one axis, let g be how much more than half of the numbers up to h away from x lie on the
/// even side, half the difference of both shares. Both directions are displaced by themselves, so
/// p(1 | x, y) = ½ + 2·g(x)·g(y): lines of the noise-free rule are those of the best rule. If t is how
/// far the nearest line is, |g| = min(t, h)/2h; where lines are d apart and h > d/2 the window reaches
/// over the next ones and |g| = min(t, h, d − h)/2h. As t is even in low…high, the Bayes error is
/// ½ − 2·m² with m the mean of |g|, a closed form; so is the squared error, 1 − 16·(mean of g²)².
/// The cross-entropy is a Gauss sum over both directions, with an error below 10⁻⁴.
struct SidesTruth: ClassTruth {
  /// How far a label is read from its point.
  private let reach: Double
  /// Between which distances from the nearest line points lie, evenly.
  private let distances: ClosedRange<Double>
  /// How far lines are apart; infinite for one line.
  private let pitch: Double
  /// Beyond this there are no points.
  private let edge: Double

  private init(
    reach: Double, distances: ClosedRange<Double>, pitch: Double, edge: Double
  ) {
    self.reach = reach
    self.distances = distances
    self.pitch = pitch
    self.edge = edge
  }

  /// Lines at 0, points from 0.3 to 5.3 off both.
  static func exclusiveOr(_ settings: RecipeSettings) -> SidesTruth {
    SidesTruth(reach: 5 * settings.noise, distances: 0.3...5.3, pitch: .infinity, edge: 5.3)
  }

  /// Lines 3 apart, points at least 0.15 off all.
  static func checkerboard(_ settings: RecipeSettings) -> SidesTruth {
    SidesTruth(reach: 3 * settings.noise, distances: 0.15...1.5, pitch: 3, edge: 6)
  }

  let classCount = 2
  let noise = NoiseKind.labels

  /// How far the nearest line is, negative on the odd side.
  private func distance(_ x: Double) -> Double {
    guard pitch < .infinity else { return x }
    let place = x / pitch
    let column = place.rounded(.down)
    let inside = (place - column) * pitch
    let isEven = column / 2 == (column / 2).rounded(.down)
    return min(inside, pitch - inside) * (isEven ? 1 : -1)
  }

  /// What |g| is at most, times 2h.
  private var limit: Double { min(reach, pitch - reach) }

  /// g, from −½ to ½.
  private func lean(_ distance: Double) -> Double {
    guard reach > 0 else { return distance == 0 ? 0 : distance > 0 ? 0.5 : -0.5 }
    return min(max(distance, -limit), limit) / (2 * reach)
  }

  func density(_ x1: Double, _ x2: Double) -> Double {
    let isInside = [x1, x2].allSatisfy { abs($0) < edge && distances.contains(abs(distance($0))) }
    // Twice the margins are left out of each pitch.
    let width =
      pitch < .infinity
      ? 2 * edge * (distances.upperBound - distances.lowerBound) / distances.upperBound
      : 2 * (distances.upperBound - distances.lowerBound)
    return isInside ? 1 / (width * width) : 0
  }

  func posterior(_ x1: Double, _ x2: Double) -> [Double] {
    let lead = 2 * lean(distance(x1)) * lean(distance(x2))
    return [0.5 - lead, 0.5 + lead]
  }

  func scores(_ x1: Double, _ x2: Double) -> [Double] {
    let lead = distance(x1) * distance(x2)
    return [-lead, lead]
  }

  func cleanClass(_ x1: Double, _ x2: Double) -> Int { distance(x1) * distance(x2) >= 0 ? 1 : 0 }

  let partCount = 1

  func part(_ index: Int) -> LeastLoss {
    guard reach > 0 else { return .none }
    let (low, high) = (distances.lowerBound, distances.upperBound)
    // Up to the limit |g| grows evenly; what lies beyond has the same |g|.
    let bend = min(max(limit, low), high)
    let top = lean(high)
    let beyond = (high - bend) / (high - low)
    func mean(_ value: (Double) -> Double) -> Double {
      let rising = GaussLegendre.fine.integral(low, bend) { value(self.lean($0)) }
      return rising / (high - low) + beyond * value(top)
    }
    let size = mean { $0 }
    let square = mean { $0 * $0 }
    var loss = LeastLoss.none
    loss.error = max(0, 0.5 - 2 * size * size)
    loss.squaredError = max(0, 1 - 16 * square * square)
    loss.crossEntropy = mean { first in
      mean { second in
        let lead = 2 * first * second
        return surprise(max(0, 0.5 - lead)) + surprise(0.5 + lead)
      }
    }
    return loss
  }
}
