import Engine

/// The truth of `Spiral`: each point stands at a fixed place of its arm, moved by U(−h, h) in both
/// directions, h the noise.
///
/// So the density is that of n squares with sides 2h, and a class is as probable at a place as squares
/// of its arm cover it: a count. Where none does, the arm whose square would be the first to come there
/// as noise grows is taken: the nearest one by the larger of both coordinates. Both arms begin at the
/// origin, with a point each, so even without noise one of n points is lost.
struct SpiralTruth: ClassTruth {
  /// A place of an arm.
  struct Place: Sendable {
    let x1: Double
    let x2: Double
    let label: Int
  }

  /// The places of each class, from the origin on.
  private let arms: [[Place]]
  private let reach: Double
  let squares: SquaresOverlap

  /// Points are rounded to single precision after they were moved.
  private static let rounding = 1e-6

  init(_ settings: RecipeSettings) {
    reach = settings.noise
    let count = max(0, settings.count)
    let lengths = [count - count / 2, count / 2]
    arms = lengths.enumerated().map { label, length in
      (0..<length).map { index in
        let share = Double(index) / Double(length)
        let angle = 1.75 * share * 2 * .pi + (label == 1 ? 0 : .pi)
        return Place(
          x1: 5 * share * Elementary.sine(angle), x2: 5 * share * Elementary.cosine(angle),
          label: label)
      }
    }
    squares = SquaresOverlap(arms.flatMap { $0 }, half: reach)
  }

  let classCount = 2
  let noise = NoiseKind.places

  /// The places of an arm that can be so far from a place at some distance from the origin.
  private func range(_ label: Int, radius: Double, within distance: Double) -> Range<Int> {
    let length = Double(arms[label].count)
    func index(_ radius: Double) -> Int {
      Int(min(max((radius / 5 * length).rounded(.down), 0), length))
    }
    // Both coordinates within h are at most √2·h away.
    let far = distance * 2.0.squareRoot()
    let start = index(radius - far)
    return start..<max(start, min(arms[label].count, index(radius + far) + 2))
  }

  /// How many squares of an arm cover a place.
  private func count(_ label: Int, _ x1: Double, _ x2: Double) -> Int {
    let half = reach + Self.rounding
    let radius = (x1 * x1 + x2 * x2).squareRoot()
    var count = 0
    for index in range(label, radius: radius, within: half) {
      let place = arms[label][index]
      if abs(place.x1 - x1) <= half && abs(place.x2 - x2) <= half { count += 1 }
    }
    return count
  }

  /// How far the nearest place of an arm is, by the larger coordinate; infinite without one.
  private func distance(_ label: Int, _ x1: Double, _ x2: Double) -> Double {
    let radius = (x1 * x1 + x2 * x2).squareRoot()
    // 1.5 is further than the next turn is; outside of the arm's end all of it is looked at.
    let near = range(label, radius: radius, within: 1.5)
    func least(_ range: Range<Int>) -> Double {
      range.reduce(Double.infinity) { least, index in
        let place = arms[label][index]
        return min(least, max(abs(place.x1 - x1), abs(place.x2 - x2)))
      }
    }
    let found = least(near)
    return found <= 1.5 ? found : least(0..<arms[label].count)
  }

  func density(_ x1: Double, _ x2: Double) -> Double {
    let count = count(0, x1, x2) + count(1, x1, x2)
    let all = Double(arms[0].count + arms[1].count)
    return count == 0 ? 0 : Double(count) / (4 * reach * reach * all)
  }

  func posterior(_ x1: Double, _ x2: Double) -> [Double] {
    let counts = [count(0, x1, x2), count(1, x1, x2)]
    let sum = counts[0] + counts[1]
    guard sum > 0 else { return bestClass(x1, x2) == 1 ? [0, 1] : [1, 0] }
    return counts.map { Double($0) / Double(sum) }
  }

  func scores(_ x1: Double, _ x2: Double) -> [Double] {
    let counts = [count(0, x1, x2), count(1, x1, x2)]
    guard counts[0] == counts[1] else {
      let lead = Double(counts[1] - counts[0]) / Double(counts[0] + counts[1])
      return [-lead, lead]
    }
    let (first, second) = (distance(0, x1, x2), distance(1, x1, x2))
    guard first < .infinity, second < .infinity else {
      return first < second ? [1, -1] : [-1, 1]
    }
    let lead = first + second > 0 ? (first - second) / (first + second) : 0
    return [-lead, lead]
  }

  var partCount: Int { squares.partCount }

  func part(_ index: Int) -> LeastLoss { squares.part(index) }
}
