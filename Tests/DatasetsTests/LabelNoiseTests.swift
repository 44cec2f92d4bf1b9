import Datasets
import Testing

/// The recipes whose noise is read with the label and leaves the points where they are.
///
/// The expected shares were measured with TensorFlow Playground's own generators on 20 000 points.
@Suite("Data sets with noise in their labels")
struct LabelNoiseTests {
  /// The share of the points whose label noise changes.
  private func flipped(_ recipe: any Recipe.Type, noise: Double) -> Double {
    let clean = points(recipe, count: 20_000)
    let noisy = points(recipe, count: 20_000, noise: noise)
    return Double(zip(clean, noisy).count { $0.label != $1.label }) / 20_000
  }

  /// Both sides were drawn: twice three standard deviations at 25 % of 20 000, and some rounding.
  private let tolerance = 0.015

  @Test("Circle: a disc below 2.5 and a ring from 3.5 to 5")
  func circle() {
    for point in points(Circle.self, count: 2001) {
      let radius = (point.x1 * point.x1 + point.x2 * point.x2).squareRoot()
      // One rounding to single precision of each coordinate.
      #expect((point.label == 1 ? 0...2.500_001 : 3.499_999...5.000_001).contains(radius))
    }
    #expect(points(Circle.self, count: 2001).count { $0.label == 1 } == 1000)
  }

  @Test("Circle: radius and angle are evenly spread, so the disc is denser in its middle")
  func circleDensity() {
    let disc = points(Circle.self, count: 20_000).filter { $0.label == 1 }
    let inner = disc.count { $0.x1 * $0.x1 + $0.x2 * $0.x2 < 1.25 * 1.25 }
    #expect(abs(Double(inner) / Double(disc.count) - 0.5) < 0.03)
    #expect(abs(Double(disc.count { $0.x1 > 0 }) / Double(disc.count) - 0.5) < 0.03)
  }

  @Test(
    "Circle: noise flips the labels of known shares, more of the disc than of the ring",
    arguments: [(0.0, 0.0, 0.5), (0.1, 0.026, 0.474), (0.25, 0.08, 0.431), (0.5, 0.251, 0.351)])
  func circleNoise(_ noise: Double, _ flips: Double, _ positive: Double) {
    #expect(abs(flipped(Circle.self, noise: noise) - flips) < tolerance)
    let noisy = points(Circle.self, count: 20_000, noise: noise)
    #expect(abs(Double(noisy.count { $0.label == 1 }) / 20_000 - positive) < tolerance)
  }

  @Test("Exclusive or: from 0.3 to 5.3 off both axes, opposite quadrants alike")
  func exclusiveOr() {
    let all = points(ExclusiveOr.self, count: 2001)
    for point in all {
      for size in [abs(point.x1), abs(point.x2)] {
        #expect((0.3...5.3).contains(size))
      }
      #expect(point.label == (point.x1 * point.x2 > 0 ? 1 : 0))
    }
    #expect(Set(all.map { "\($0.x1 > 0) \($0.x2 > 0)" }).count == 4)
  }

  @Test(
    "Exclusive or: noise flips the labels of known shares",
    arguments: [(0.0, 0.0), (0.1, 0.008), (0.25, 0.068), (0.5, 0.171)])
  func exclusiveOrNoise(_ noise: Double, _ flips: Double) {
    #expect(abs(flipped(ExclusiveOr.self, noise: noise) - flips) < tolerance)
  }

  @Test("Checkerboard: sixteen squares, alternately labelled, with free margins")
  func checkerboard() {
    let all = points(Checkerboard.self, count: 4000)
    for point in all {
      let column = (point.x1 / 3).rounded(.down)
      let row = (point.x2 / 3).rounded(.down)
      let isEven = Int(column + row).isMultiple(of: 2)
      #expect(point.label == (isEven ? 1 : 0))
      for inside in [point.x1 - 3 * column, point.x2 - 3 * row] {
        // One rounding to single precision of a number up to 6.
        #expect((0.149_999...2.850_001).contains(inside))
      }
    }
    let squares = Set(all.map { "\(($0.x1 / 3).rounded(.down)) \(($0.x2 / 3).rounded(.down))" })
    #expect(squares.count == 16)
  }

  @Test("Checkerboard: more noise flips more labels, at most about half")
  func checkerboardNoise() {
    let shares = [0, 0.1, 0.25, 0.5].map { flipped(Checkerboard.self, noise: $0) }
    #expect(shares == shares.sorted())
    #expect(shares[0] == 0 && shares[1] > 0 && shares[3] < 0.5)
  }

  @Test("Plane: a tenth of the sum, up to 1.2, not clamped, up to 1.8 with noise")
  func plane() {
    for point in points(Plane.self, count: 1200) {
      // Three roundings of numbers up to 12, divided by 10.
      #expect(abs(point.label - (point.x1 + point.x2) / 10) < 1e-6)
    }
    let sizes = points(Plane.self, count: 20_000).map { abs($0.label) }
    #expect((1.1...1.2).contains(sizes.max() ?? 0))
    let noisy = points(Plane.self, count: 20_000, noise: 0.5).map { abs($0.label) }
    #expect((1.5...1.8).contains(noisy.max() ?? 0))
  }

  @Test("Multi gaussian: six cones of radius 2, alternately up and down")
  func multiGaussian() {
    let centres: [(x: Float, y: Float, sign: Float)] = [
      (-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1),
    ]
    for point in points(MultiGaussian.self, count: 4000) {
      // The cones do not overlap: their centres are 4 and more apart.
      let expected = centres.reduce(Float(0)) { sum, centre in
        let (dx, dy) = (point.x1 - centre.x, point.x2 - centre.y)
        return sum + centre.sign * max(0, 1 - (dx * dx + dy * dy).squareRoot() / 2)
      }
      #expect(abs(point.label - expected) < 1e-6)
    }
  }

  @Test(
    "Predicting 0 everywhere has the known half squared error",
    arguments: [("plane", 0.119, 0.004), ("multi-gauss", 0.0435, 0.003)])
  func predictZero(_ name: String, _ loss: Double, _ tolerance: Double) throws {
    let recipe = try #require(RecipeCatalogue.named(name))
    let squares = points(recipe, count: 20_000).map { Double($0.label * $0.label) }
    #expect(abs(squares.reduce(0, +) / 40_000 - loss) < tolerance)
  }
}
