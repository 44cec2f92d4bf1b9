import Engine
import RealModule
import Testing

@testable import Datasets

@Suite("Truths that can be computed by hand")
struct ClosedFormTests {
  private func least(
    _ recipe: any Recipe.Type, noise: Double, count: Int = 500, classes: Int = 2
  ) -> LeastLoss {
    recipe.truth(RecipeSettings(count: count, noise: noise, classes: classes)).leastLoss
  }

  private func classes(
    _ recipe: any Recipe.Type, noise: Double, count: Int = 500, classes: Int = 2
  ) throws -> any ClassTruth {
    let settings = RecipeSettings(count: count, noise: noise, classes: classes)
    guard case .classes(let truth) = recipe.truth(settings) else {
      throw Problem(description: "\(recipe.name) has no classes")
    }
    return truth
  }

  private struct Problem: Error, CustomStringConvertible { let description: String }

  @Test(
    "Two clouds err by Φ(−d/2s): d is 4√2, and s² goes from ½ to 4",
    arguments: [(0.0, 4.0, 3.167_124e-5), (0.5, 2.0.squareRoot(), 0.078_649_604)])
  func clouds(_ noise: Double, _ z: Double, _ table: Double) {
    // Source of the numbers: Φ(−4) and ½·erfc(1), as in Abramowitz and Stegun, tables 26.2 and 7.1.
    #expect(abs(least(Gaussians.self, noise: noise).error / table - 1) < 1e-6)
    #expect(abs(NormalDistribution.below(-z) / table - 1) < 1e-6)
  }

  @Test("Uneven clouds: the line moves towards the rarer one")
  func unevenClouds() throws {
    // Of 3 points one is positive: log odds −log 2 at the middle, and 4·(x₁ + x₂)/s² come to it.
    let truth = try classes(Gaussians.self, noise: 0.5, count: 3)
    let middle = truth.posterior(0, 0)
    #expect(abs(middle[1] - 1.0 / 3) < 1e-12)
    let line = Double.log(2) / 2
    #expect(abs(truth.posterior(line, line)[1] - 0.5) < 1e-12)
    #expect(truth.bestClass(line + 0.01, line) == 1 && truth.bestClass(line - 0.01, line) == 0)
  }

  @Test("Blobs of two classes err by Φ(−3.6/s)")
  func blobs() {
    for noise in [0.25, 0.5] {
      let table = Double.erfc(3.6 / (0.6 + 2 * noise) / 2.0.squareRoot()) / 2
      #expect(abs(least(Blobs.self, noise: noise).error - table) < 1e-7)
    }
  }

  @Test("Exclusive or at noise 10: 0.5 − 2·0.496²")
  func exclusiveOr() throws {
    // Labels are read up to ½ away: |g| is t from 0.3 to 0.5 and ½ up to 5.3, on average
    // ((0.25 − 0.09)/2 + 2.4)/5 = 0.496.
    #expect(abs(least(ExclusiveOr.self, noise: 0.1).error - 0.007_968) < 1e-12)
    let truth = try classes(ExclusiveOr.self, noise: 0.5)
    // A point (1.25, 2.5) is read up to 2.5 away: ¾ and 1 of that lie right and up.
    #expect(abs(truth.posterior(1.25, 2.5)[1] - 0.75) < 1e-12)
    #expect(abs(truth.posterior(-1.25, 2.5)[1] - 0.25) < 1e-12)
    #expect(abs(truth.posterior(1.25, 1.25)[1] - 0.625) < 1e-12)
    #expect(truth.posterior(0, 3) == [0.5, 0.5])
  }

  @Test("Checkerboard at noise 50: squares read up to half a square away")
  func checkerboard() throws {
    // |g| is t/3 for t from 0.15 to 1.5: on average 0.275.
    #expect(abs(least(Checkerboard.self, noise: 0.5).error - (0.5 - 2 * 0.275 * 0.275)) < 1e-12)
    let truth = try classes(Checkerboard.self, noise: 0.5)
    #expect(truth.posterior(1.5, 1.5) == [0, 1])
    #expect(abs(truth.posterior(0.75, 1.5)[1] - 0.75) < 1e-12)
    // Far beyond half a square the window holds both sides of the next squares, too.
    let wide = try classes(Checkerboard.self, noise: 0.8)
    // From −0.9 to 3.9: three of 4.8 are of the middle's own column.
    let own = 3 / 4.8
    #expect(abs(wide.posterior(1.5, 1.5)[1] - (own * own + (1 - own) * (1 - own))) < 1e-12)
  }

  @Test("Circle: the part of a square that lies in the disc")
  func circle() throws {
    let truth = try classes(Circle.self, noise: 0.5)
    // The square around the origin is as wide as the disc: π/4.
    #expect(abs(truth.posterior(0, 0)[1] - .pi / 4) < 1e-12)
    // With a corner at the origin it holds a quarter of the disc.
    #expect(abs(truth.posterior(2.5, 2.5)[1] - .pi / 16) < 1e-12)
    #expect(abs(truth.posterior(2.5, 0)[1] - .pi / 8) < 1e-12)
    #expect(truth.posterior(5.01, 0) == [1, 0])
    // From noise 0.627 on nothing is more probably 1 than 0: 2.5²·π is half of 4·(5·0.627)².
    let edge = (.pi / 8.0).squareRoot() / 1
    #expect(try classes(Circle.self, noise: edge - 0.001).bestClass(0, 0) == 1)
    #expect(try classes(Circle.self, noise: edge + 0.001).bestClass(0, 0) == 0)
  }

  @Test("Without noise the best rule makes no mistake but where points coincide or clouds overlap")
  func noiseless() throws {
    for recipe in RecipeCatalogue.all {
      let least = least(recipe, noise: 0, count: 400)
      switch recipe.name {
      case Gaussians.name, Blobs.name: #expect(least.error < 4e-5)
      // Both arms begin at the origin, with a point each of 400.
      case Spiral.name:
        #expect(least.error == 1.0 / 400)
        #expect(abs(least.crossEntropy - 2 * Double.log(2) / 400) < 1e-15)
      default: #expect(least == LeastLoss.none, "\(recipe.name)")
      }
    }
    #expect(try classes(Circle.self, noise: 0).scores(2.5, 0) == [0, 0])
    #expect(try classes(Circle.self, noise: 0).bestClass(2.4, 0) == 1)
    #expect(try classes(ExclusiveOr.self, noise: 0).posterior(-1, 2) == [1, 0])
    // Half way between the lower moon's tip and the upper moon's top.
    let moons = try classes(Moons.self, noise: 0)
    #expect(moons.bestClass(-1.6, 2.0) == 1 && moons.bestClass(-1.6, 0.9) == 0)
    #expect(abs(moons.scores(-1.6, 1.6)[0] - moons.scores(-1.6, 1.6)[1]) < 1e-12)
  }

  @Test("Plane and wave: the variance of what is added")
  func numbers() {
    // U(−3, 3) twice, by 10: 2·3/100; and ¼ squared.
    #expect(abs(least(Plane.self, noise: 0.5).squaredError - 0.06) < 1e-15)
    #expect(least(Wave.self, noise: 0.5).squaredError == 0.0625)
    #expect(least(Plane.self, noise: 0).squaredError == 0)
  }

  @Test("Multi gaussian: means over squares, against sums over half a million places")
  func cones() throws {
    let (noise, half) = (0.25, 1.5)
    guard
      case .numbers(let truth) = MultiGaussian.truth(RecipeSettings(count: 1, noise: noise)),
      case .numbers(let clean) = MultiGaussian.truth(RecipeSettings(count: 1))
    else { return }
    for (x1, x2) in [(0.0, 0.0), (-4, 2.5), (1, -2), (5.5, 0.3), (-2, 2.5), (3.1, 3.9)] {
      var (sum, squares) = (0.0, 0.0)
      let side = 700
      for index in 0..<side * side {
        let height = clean.mean(
          x1 + half * (2 * (Double(index % side) + 0.5) / Double(side) - 1),
          x2 + half * (2 * (Double(index / side) + 0.5) / Double(side) - 1))
        sum += height
        squares += height * height
      }
      let mean = sum / Double(side * side)
      #expect(abs(truth.mean(x1, x2) - mean) < 2e-5)
      #expect(abs(truth.variance(x1, x2) - (squares / Double(side * side) - mean * mean)) < 2e-5)
    }
  }
}
