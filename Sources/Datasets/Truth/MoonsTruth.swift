import Engine

/// The truth of `Moons`: two half circles, each blurred by a round normal distribution.
///
/// The point p lies D(a) away from the half circle's point at angle a; angles are even in 0…π, so the
/// density is the mean of e^(−D²/2s²)/2πs² over them. With ρ, φ for p seen from the middle and the
/// radius R, D² = ρ² + R² − 2ρR·cos(a − φ). No closed form is known; a Gauss sum takes the stretch of
/// angles on which the integrand is within e^−32 of its largest value, so that any noise will do, and
/// has an error below 10⁻⁷. The lower moon is the upper one turned by half a turn about the origin.
///
/// When noise goes to nothing, the nearer half circle is the more probable one, whatever the distance:
/// that is the rule without noise. The least loss is summed on a grid, with an error below 10⁻⁴; up to
/// noise 6 the gap between the moons is more than eight deviations from either, and nothing is lost.
struct MoonsTruth: ClassTruth {
  private static let radius = 3.2
  /// The middle of the upper half circle.
  private static let middle = (x: -1.6, y: -0.8)

  private let deviation: Double
  /// The share of the points of each class.
  private let shares: [Double]

  init(_ settings: RecipeSettings) {
    deviation = settings.noise * 1.6
    let upper = settings.count > 0 ? Double(settings.count / 2) / Double(settings.count) : 0.5
    shares = [1 - upper, upper]
  }

  let classCount = 2
  let noise = NoiseKind.places

  func density(_ x1: Double, _ x2: Double) -> Double {
    guard deviation > 0 else {
      return min(Place(x1, x2).square, Place(-x1, -x2).square) < 1e-12 ? .infinity : 0
    }
    let (mirrored, own) = (logDensity(Place(-x1, -x2)), logDensity(Place(x1, x2)))
    return shares[0] * RealFunction.exponential(mirrored)
      + shares[1] * RealFunction.exponential(own)
  }

  func posterior(_ x1: Double, _ x2: Double) -> [Double] {
    let scores = scores(x1, x2)
    guard deviation > 0 else {
      return scores[1] > scores[0] ? [0, 1] : [1, 0]
    }
    let odds = RealFunction.exponential(min(max(scores[1] - scores[0], -700), 700))
    return [1 / (1 + odds), odds / (1 + odds)]
  }

  /// The logarithm of the density of each class; without noise, how near its half circle is.
  func scores(_ x1: Double, _ x2: Double) -> [Double] {
    let places = [Place(-x1, -x2), Place(x1, x2)]
    guard deviation > 0 else { return places.map { -$0.square } }
    return places.indices.map { index in
      // A class without points is never the best.
      guard shares[index] > 0 else { return -1e300 }
      return Elementary.logarithm(shares[index]) + logDensity(places[index])
    }
  }

  /// A place as the upper half circle sees it.
  private struct Place {
    let radius: Double
    let angle: Double
    /// The largest cosine of the angle to one of its points.
    let nearest: Double
    /// How far its nearest point is, squared.
    let square: Double

    init(_ x1: Double, _ x2: Double) {
      let (x, y) = (x1 - MoonsTruth.middle.x, x2 - MoonsTruth.middle.y)
      radius = (x * x + y * y).squareRoot()
      angle = RealFunction.angle(x, y)
      // Below it, one of its ends is nearest.
      nearest = y >= 0 ? 1 : radius > 0 ? abs(x) / radius : 1
      let r = MoonsTruth.radius
      square = max(0, radius * radius + r * r - 2 * radius * r * nearest)
    }
  }

  private func logDensity(_ place: Place) -> Double {
    let variance = deviation * deviation
    let sharpness = place.radius * Self.radius / variance
    let least = place.nearest - 32 / max(sharpness, 1e-9)
    func integral(_ start: Double, _ end: Double) -> Double {
      GaussLegendre.fine.integral(max(0, start), min(.pi, end)) { angle in
        RealFunction.exponential(
          -sharpness * (place.nearest - Elementary.cosine(angle - place.angle)))
      }
    }
    let half = least <= -1 ? 2 * .pi : RealFunction.angle(least, (1 - least * least).squareRoot())
    let (first, other) = (place.angle + half, place.angle + 2 * .pi - half)
    let sum =
      place.angle >= 0
      ? integral(place.angle - half, first)
      // From below, both ends may count.
      : first >= other ? integral(0, .pi) : integral(0, first) + integral(other, .pi)
    return -place.square / (2 * variance) + Elementary.logarithm(max(sum, 1e-300))
      - Elementary.logarithm(2 * .pi * .pi * variance)
  }

  // MARK: - The least loss

  /// Below this deviation the classes do not meet: 0.8 from each to the middle is eight of it.
  private static let least = 0.1
  private var step: Double { max(deviation / 5, 0.06) }
  private var halfWidth: Double { 4.8 + 7 * deviation }
  private var halfHeight: Double { 2.4 + 7 * deviation }

  var partCount: Int {
    deviation < Self.least ? 1 : Int((halfHeight / step).rounded(.up))
  }

  /// A row of the upper half plane, with what mirrors it at the origin, where the moons change places.
  func part(_ index: Int) -> LeastLoss {
    guard deviation >= Self.least else { return .none }
    var loss = LeastLoss()
    let x2 = (Double(index) + 0.5) * step
    let columns = Int((2 * halfWidth / step).rounded(.up))
    for column in 0..<columns {
      let x1 = -halfWidth + (Double(column) + 0.5) * step
      let (mirrored, own) = (Place(-x1, -x2), Place(x1, x2))
      // Nine deviations away there is nothing to count.
      guard min(mirrored.square, own.square) < 80 * deviation * deviation else { continue }
      let lower = RealFunction.exponential(logDensity(mirrored))
      let upper = RealFunction.exponential(logDensity(own))
      add(lower: lower, upper: upper, to: &loss)
      add(lower: upper, upper: lower, to: &loss)
    }
    return loss
  }

  private func add(lower: Double, upper: Double, to loss: inout LeastLoss) {
    let sum = shares[0] * lower + shares[1] * upper
    guard sum > 1e-18 else { return }
    loss.add(sum * step * step, positive: shares[1] * upper / sum)
  }
}
