import Datasets
import Testing

/// The recipes whose noise moves the points and leaves their labels as they are.
@Suite("Data sets with noise in their positions")
struct PositionNoiseTests {
  @Test("Gaussian: two clouds around (2, 2) and (−2, −2) whose variance noise widens to 4")
  func gaussians() {
    for noise in noises {
      let all = points(Gaussians.self, count: 20_001, noise: noise)
      for (label, centre) in [(Float(1), 2.0), (0, -2.0)] {
        let cloud = all.filter { $0.label == label }
        for values in [cloud.map { Double($0.x1) }, cloud.map { Double($0.x2) }] {
          let mean = values.reduce(0, +) / Double(values.count)
          let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
          let variance = 0.5 + 7 * noise
          // Five standard deviations of mean and variance of 10 000 normal numbers.
          #expect(abs(mean - centre) < 5 * (variance / 10_000).squareRoot())
          #expect(abs(squares / Double(values.count) / variance - 1) < 5 * 0.0142)
        }
      }
      #expect(all.count { $0.label == 1 } == 10_000)
    }
  }

  @Test(
    "Gaussian: the clouds overlap by known shares",
    arguments: [(0.0, 0.0), (0.1, 0.006), (0.25, 0.028), (0.5, 0.078)])
  func overlap(_ noise: Double, _ share: Double) {
    let all = points(Gaussians.self, count: 20_000, noise: noise)
    let wrong = all.count { ($0.x1 + $0.x2 > 0) != ($0.label == 1) }
    // Both sides were drawn from 20 000 points: twice three standard deviations at 7.8 %.
    #expect(abs(Double(wrong) / 20_000 - share) < 0.01)
  }

  @Test("Gaussian: at noise 50 about four points of a hundred lie outside the map")
  func outside() {
    let all = points(Gaussians.self, count: 20_000, noise: 0.5)
    let outside = all.count { max(abs($0.x1), abs($0.x2)) > 6 }
    #expect(abs(Double(outside) / 20_000 - 0.042) < 0.008)
  }

  @Test("Spiral: each arm goes out to a radius of 5 in 1¾ turns, the other one opposite")
  func spiral() {
    let all = points(Spiral.self, count: 500)
    for index in 0..<250 {
      let (first, second) = (all[index], all[250 + index])
      let radius = (first.x1 * first.x1 + first.x2 * first.x2).squareRoot()
      #expect(abs(radius - 5 * Float(index) / 250) < 1e-5)
      #expect(abs(first.x1 + second.x1) < 1e-5 && abs(first.x2 + second.x2) < 1e-5)
      #expect(first.label == 1 && second.label == 0)
    }
    // 4/7 of an arm is one whole turn: at its end the arm points upwards again.
    let turned = points(Spiral.self, count: 1400)[400]
    #expect(abs(turned.x1) < 1e-5 && abs(turned.x2 - 5 * 4 / 7) < 1e-5)
  }

  @Test("Spiral: noise moves each coordinate by at most as much", arguments: noises)
  func spiralNoise(_ noise: Double) {
    let clean = points(Spiral.self, count: 501)
    let noisy = points(Spiral.self, count: 501, noise: noise)
    let moves = zip(clean, noisy).flatMap { [abs($0.x1 - $1.x1), abs($0.x2 - $1.x2)] }
    let largest = Double(moves.max() ?? 0)
    // Two roundings of numbers below 8; of a thousand moves one comes near the limit.
    #expect(largest <= noise + 1e-6)
    #expect(largest >= noise * 0.97)
  }

  @Test("Moons: two half circles of radius 3.2 that reach into each other")
  func moons() {
    for point in points(Moons.self, count: 501) {
      let isUpper = point.label == 1
      let (dx, dy) = isUpper ? (point.x1 + 1.6, point.x2 + 0.8) : (point.x1 - 1.6, point.x2 - 0.8)
      #expect(abs((dx * dx + dy * dy).squareRoot() - 3.2) < 1e-5)
      #expect(isUpper ? dy > -1e-5 : dy < 1e-5)
    }
    #expect(points(Moons.self, count: 501).count { $0.label == 1 } == 250)
  }

  @Test("Moons: noise moves points by 0.8 standard deviations at most, and by none at 0")
  func moonsNoise() {
    let clean = points(Moons.self, count: 20_000)
    let noisy = points(Moons.self, count: 20_000, noise: 0.5)
    let squares = zip(clean, noisy).map { Double(($0.x1 - $1.x1) * ($0.x1 - $1.x1)) }
    #expect(abs((squares.reduce(0, +) / 20_000).squareRoot() - 0.8) < 0.02)
  }

  @Test("Blobs: so many classes as asked for, at least 2 and at most 6", arguments: -1...9)
  func blobs(_ wanted: Int) {
    let classes = min(max(wanted, 2), 6)
    let settings = RecipeSettings(count: 600, classes: wanted)
    #expect(Blobs.problem(settings) == .classification(classes: classes))
    let all = points(Blobs.self, count: 600, classes: wanted)
    #expect(Set(all.map(\.label)) == Set((0..<classes).map { Float($0) }))
    for label in 0..<classes {
      let cloud = all.filter { $0.label == Float(label) }
      #expect(cloud.count == 600 / classes)
      let x = cloud.reduce(Float(0)) { $0 + $1.x1 } / Float(cloud.count)
      let y = cloud.reduce(Float(0)) { $0 + $1.x2 } / Float(cloud.count)
      // The centre of 100 points or more with a deviation of 0.6; the circle has radius 3.6.
      #expect(abs((x * x + y * y).squareRoot() - 3.6) < 0.3)
    }
    // The first cloud is the one on top.
    #expect(all.filter { $0.label == 0 }.allSatisfy { $0.x2 > 0 })
  }

  @Test("Only blobs have a choice of classes", arguments: RecipeCatalogue.all)
  func choice(_ recipe: any Recipe.Type) {
    let problems = (2...6).map { recipe.problem(RecipeSettings(count: 1, classes: $0)) }
    let differs = problems.contains { $0 != problems[0] }
    #expect(differs == recipe.choosesClasses)
    #expect(recipe.choosesClasses == (recipe == Blobs.self))
  }
}
