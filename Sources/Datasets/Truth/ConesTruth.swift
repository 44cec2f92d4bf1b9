import Engine

/// The truth of `MultiGaussian`: six cones, read at a place moved by U(−h, h) in both directions,
/// h = 6·noise.
///
/// So the label to expect is the mean height over a square around the place, and its variance the
/// mean squared height less the square of that. Cones do not overlap, so squares are cut with each by
/// itself. At u beside a cone's middle, with r = √(u² + v²),
///
///     ∫ (1 − r/2) dv  = v − (v·r + u²·log(v + r))/4
///     ∫ (1 − r/2)² dv = v − (v·r + u²·log(v + r))/2 + (u²·v + v³/3)/4
///
/// and over u goes a Gauss sum, with an error below 10⁻⁵ of a cone. The variance is averaged over the
/// domain on a grid, with an error below 10⁻³ of its value.
struct ConesTruth: NumberTruth {
  /// A cone: 1 (or −1) at its middle, 0 from 2 on.
  struct Cone: Sendable {
    let x1: Double
    let x2: Double
    let sign: Double
  }

  private let cones: [Cone]
  private let reach: Double

  init(_ cones: [Cone], _ settings: RecipeSettings) {
    self.cones = cones
    reach = 6 * settings.noise
  }

  func mean(_ x1: Double, _ x2: Double) -> Double { moments(x1, x2).mean }

  func variance(_ x1: Double, _ x2: Double) -> Double {
    let moments = moments(x1, x2)
    return max(0, moments.square - moments.mean * moments.mean)
  }

  /// The mean of the height and of its square over the square around a place.
  private func moments(_ x1: Double, _ x2: Double) -> (mean: Double, square: Double) {
    var sum = (height: 0.0, square: 0.0)
    guard reach > 0 else {
      for cone in cones {
        let (dx, dy) = (x1 - cone.x1, x2 - cone.x2)
        sum.height += cone.sign * max(0, 1 - (dx * dx + dy * dy).squareRoot() / 2)
      }
      return (sum.height, sum.height * sum.height)
    }
    for cone in cones {
      let (left, right) = (x1 - cone.x1 - reach, x1 - cone.x1 + reach)
      let (bottom, top) = (x2 - cone.x2 - reach, x2 - cone.x2 + reach)
      guard left < 2, right > -2, bottom < 2, top > -2 else { continue }
      if left <= -2 && right >= 2 && bottom <= -2 && top >= 2 {
        // The whole cone: a third of its base, and a sixth for the square.
        sum.height += cone.sign * 4 * .pi / 3
        sum.square += 2 * .pi / 3
        continue
      }
      // The tip is a bend, so both sides are taken by themselves.
      for (start, end) in [(max(left, -2), min(right, 0)), (max(left, 0), min(right, 2))]
      where end > start {
        let (middle, half) = ((start + end) / 2, (end - start) / 2)
        for node in GaussLegendre.half.nodes {
          let column = Self.column(middle + half * node.place, bottom, top)
          sum.height += cone.sign * node.weight * half * column.height
          sum.square += node.weight * half * column.square
        }
      }
    }
    let area = 4 * reach * reach
    return (sum.height / area, sum.square / area)
  }

  /// The integrals of height and squared height along v, at u, from one v to another.
  private static func column(
    _ u: Double, _ bottom: Double, _ top: Double
  ) -> (height: Double, square: Double) {
    let rim = max(0, 4 - u * u).squareRoot()
    let (low, high) = (max(bottom, -rim), min(top, rim))
    guard high > low else { return (0, 0) }
    let (first, second) = (curves(u, high), curves(u, low))
    return (first.height - second.height, first.square - second.square)
  }

  private static func curves(_ u: Double, _ v: Double) -> (height: Double, square: Double) {
    let r = (u * u + v * v).squareRoot()
    // Odd in v: from a negative v, log(v + r) would lose its digits.
    let logarithm = abs(u) > 1e-12 ? Elementary.logarithm((abs(v) + r) / abs(u)) : 0
    let bent = v * r + u * u * (v < 0 ? -logarithm : logarithm)
    return (v - bent / 4, v - bent / 2 + (u * u * v + v * v * v / 3) / 4)
  }

  private static let side = 72

  var partCount: Int { reach == 0 ? 1 : Self.side / 2 }

  /// A row of a quarter of the domain: the rest has the same variances.
  func part(_ index: Int) -> LeastLoss {
    guard reach > 0 else { return .none }
    let step = 12 / Double(Self.side)
    let count = Self.side / 2
    var loss = LeastLoss()
    loss.mass = 1 / Double(count)
    for column in 0..<count {
      let (x1, x2) = ((Double(column) + 0.5) * step, (Double(index) + 0.5) * step)
      loss.squaredError += variance(x1, x2) / Double(count * count)
    }
    return loss
  }
}
