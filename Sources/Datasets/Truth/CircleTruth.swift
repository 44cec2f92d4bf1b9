import Engine

/// The truth of `Circle`.
///
/// A point (x, y) is of class 1 if (x, y) moved by U(−h, h) in both directions, h = 5·noise, is
/// nearer than 2.5 to the origin: p(1 | x, y) is the part of the square around the point that lies in
/// that disc. Radii are even in 0…2.5 and 3.5…5, so the density at radius r is their share by 2πr.
/// Above noise 0.627 no place has p(1) > ½: always saying 0 is best then.
///
/// The least loss is summed over radii and angles by the midpoint rule, with an error below 10⁻⁵.
struct CircleTruth: ClassTruth {
  /// The share of the points in the disc.
  private let inner: Double
  /// How far a label is read from its point.
  private let reach: Double

  private static let disc = DiscArea(radius: 2.5)
  private static let rows = 160
  private static let angles = 64

  init(_ settings: RecipeSettings) {
    inner = settings.count > 0 ? Double(settings.count / 2) / Double(settings.count) : 0.5
    reach = 5 * settings.noise
  }

  let classCount = 2
  let noise = NoiseKind.labels

  func density(_ x1: Double, _ x2: Double) -> Double {
    let radius = (x1 * x1 + x2 * x2).squareRoot()
    let share =
      radius < 2.5 ? inner / 2.5 : radius >= 3.5 && radius < 5 ? (1 - inner) / 1.5 : 0
    return share / (2 * .pi * radius)
  }

  func positive(_ x1: Double, _ x2: Double) -> Double {
    guard reach > 0 else { return x1 * x1 + x2 * x2 < 6.25 ? 1 : 0 }
    let area = Self.disc.common(x: x1, y: x2, half: reach)
    return min(max(area / (4 * reach * reach), 0), 1)
  }

  func posterior(_ x1: Double, _ x2: Double) -> [Double] {
    let positive = positive(x1, x2)
    return [1 - positive, positive]
  }

  /// Without noise the radius decides; it is a steady number, too.
  func scores(_ x1: Double, _ x2: Double) -> [Double] {
    guard reach == 0 else { return posterior(x1, x2) }
    let lead = 2.5 - (x1 * x1 + x2 * x2).squareRoot()
    return [-lead, lead]
  }

  /// A rounded point of the disc's edge is still of the disc: nothing lies between 2.5 and 3.5.
  func cleanClass(_ x1: Double, _ x2: Double) -> Int { x1 * x1 + x2 * x2 < 9 ? 1 : 0 }

  var partCount: Int { reach == 0 ? 1 : 2 * Self.rows }

  /// A ring; only where the square meets the circle is anything in doubt, so only there are rings.
  func part(_ index: Int) -> LeastLoss {
    guard reach > 0 else { return .none }
    let isInner = index < Self.rows
    let diagonal = reach * 2.0.squareRoot()
    let start = isInner ? max(0, 2.5 - diagonal) : 3.5
    let end = isInner ? 2.5 : min(max(3.5, 2.5 + diagonal), 5)
    let share = isInner ? inner / 2.5 : (1 - inner) / 1.5
    let row = Double(index % Self.rows) + 0.5
    let radius = start + (end - start) * row / Double(Self.rows)
    var loss = LeastLoss()
    if index % Self.rows == 0 {
      // The rest, which is surely of its class.
      loss.mass = (isInner ? start : 5 - end) * share
    }
    let mass = (end - start) * share / Double(Self.rows * Self.angles)
    guard mass > 0 else { return loss }
    for index in 0..<Self.angles {
      // The square has eight directions that are alike.
      let angle = .pi / 4 * (Double(index) + 0.5) / Double(Self.angles)
      loss.add(
        mass,
        positive: positive(radius * Elementary.cosine(angle), radius * Elementary.sine(angle)))
    }
    return loss
  }
}
