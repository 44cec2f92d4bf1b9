import RealModule
import Testing

@testable import Datasets

@Suite("The mathematics below truths")
struct TruthToolTests {
  @Test("Angles are those of the platform")
  func angles() {
    for x in stride(from: -30.0, through: 30, by: 0.037) {
      #expect(abs(RealFunction.arctangent(x) - Double.atan(x)) < 1e-15 * 2)
      for y in [-2, -0.1, 0, 0.3, 7] {
        #expect(abs(RealFunction.angle(x, y) - Double.atan2(y: y, x: x)) < 1e-15 * 4)
      }
    }
    for x in stride(from: -1.0, through: 1, by: 0.01) {
      #expect(abs(RealFunction.arcsine(x) - Double.asin(x)) < 1e-15 * 8)
    }
    #expect(RealFunction.arcsine(2) == RealFunction.arcsine(1))
    #expect(RealFunction.angle(0, 0) == 0 && RealFunction.arctangent(.nan).isNaN)
  }

  @Test("The normal distribution is that of the platform, and keeps the digits of its tail")
  func normal() {
    for z in stride(from: -37.0, through: 6, by: 0.11) {
      let expected = Double.erfc(-z / 2.0.squareRoot()) / 2
      #expect(abs(NormalDistribution.below(z) - expected) < 1e-15)
      // erfc itself is good to about so many digits of e^(−z²/2).
      #expect(abs(NormalDistribution.below(z) / expected - 1) < 1e-11)
    }
    #expect(NormalDistribution.below(.infinity) == 1 && NormalDistribution.below(-.infinity) == 0)
    #expect(NormalDistribution.below(0) == 0.5 && NormalDistribution.below(.nan).isNaN)
  }

  @Test("Gauss sums are exact for polynomials up to their degree, and no further")
  func quadrature() {
    for power in 0...63 {
      let sum = GaussLegendre.fine.integral(0, 1) { RealFunction.power($0, Double(power)) }
      #expect(abs(sum - 1 / Double(power + 1)) < 1e-14)
    }
    let few = GaussLegendre(count: 3)
    #expect(abs(few.integral(-1, 1) { $0 * $0 * $0 * $0 } - 0.4) < 1e-15)
    #expect(abs(few.integral(-1, 1) { RealFunction.power($0, 6) } - 2.0 / 7) > 0.01)
    #expect(few.integral(1, 1) { _ in 1 } == 0 && few.integral(2, 1) { _ in 1 } == 0)
  }

  @Test("The area that a disc and a square have in common, against a count of dots")
  func discArea() {
    let disc = DiscArea(radius: 2.5)
    for (x, y, half) in [
      (0.0, 0.0, 1.0), (0, 0, 9), (0, 0, 2.5), (2, 1, 1), (-2, 1.5, 1.2), (-1, -2, 2),
      (1, -2.4, 0.3),
      (4, 4, 1), (2.5, 2.5, 2.5), (0.1, 0.2, 2.2),
    ] {
      let side = 1000
      var inside = 0
      for index in 0..<side * side {
        let u = x + half * (2 * (Double(index % side) + 0.5) / Double(side) - 1)
        let v = y + half * (2 * (Double(index / side) + 0.5) / Double(side) - 1)
        if u * u + v * v < 6.25 { inside += 1 }
      }
      let area = 4 * half * half * Double(inside) / Double(side * side)
      #expect(abs(disc.common(x: x, y: y, half: half) - area) < 4 * half * half * 1e-4, "\(x) \(y)")
    }
  }

  @Test("Squares that overlap: a quarter of two unit squares is in doubt")
  func squares() {
    let squares = SquaresOverlap(
      [.init(x1: 0, x2: 0, label: 0), .init(x1: 0.5, x2: 0.5, label: 1)], half: 0.5)
    var loss = LeastLoss()
    for index in 0..<squares.partCount { loss += squares.part(index) }
    #expect(abs(loss.mass - 1) < 1e-15)
    // A point falls into the common quarter with probability ¼, and half of them are lost.
    #expect(abs(loss.error - 0.125) < 1e-15)
    #expect(abs(loss.crossEntropy - 0.25 * Double.log(2)) < 1e-15)
    #expect(abs(loss.squaredError - 0.25) < 1e-15)
  }
}
