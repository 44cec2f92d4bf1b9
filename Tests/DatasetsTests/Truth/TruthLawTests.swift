import Datasets
import Engine
import TestSupport
import Testing

/// A recipe with settings, for tests over all of them.
struct TruthCase: CustomTestStringConvertible, Sendable {
  let recipe: any Recipe.Type
  let settings: RecipeSettings

  var testDescription: String {
    "\(recipe.name) noise \(settings.noise) count \(settings.count) classes \(settings.classes)"
  }

  var truth: Truth { recipe.truth(settings) }

  /// Points of many seeds, at least so many.
  func points(_ count: Int, seed: UInt64 = 11) -> [Example] {
    var random = Random(seed: seed, stream: .data)
    var points: [Example] = []
    while points.count < count { points += recipe.examples(settings, using: &random) }
    return points
  }

  /// Every recipe at the noises of the menu's ends and in between, and at odd numbers of points.
  static let all: [TruthCase] = RecipeCatalogue.all.flatMap { recipe in
    [(500, 0.0), (500, 0.1), (500, 0.25), (500, 0.5), (11, 0.3), (301, 0.8)].flatMap {
      count, noise in
      (recipe.choosesClasses ? [2, 3, 6] : [2]).map {
        TruthCase(
          recipe: recipe, settings: RecipeSettings(count: count, noise: noise, classes: $0))
      }
    }
  }

  static let classes = all.filter { if case .classes = $0.truth { true } else { false } }
  static let numbers = all.filter { if case .numbers = $0.truth { true } else { false } }
}

@Suite("The truth of every recipe")
struct TruthLawTests {
  @Test("A recipe tells its truth, as classes or numbers, or why nobody can know it")
  func told() {
    for recipe in RecipeCatalogue.all {
      let settings = RecipeSettings(count: 100, noise: 0.2)
      switch (recipe.truth(settings), recipe.problem(settings)) {
      case (.classes(let truth), .classification(let classes)):
        #expect(truth.classCount == classes)
      case (.numbers, .regression): break
      case (.unknown(let reason), _): #expect(reason.hasSuffix("."), "\(recipe.name)")
      default: Issue.record("\(recipe.name) predicts something else than its truth tells")
      }
    }
  }

  @Test(
    "Classes are as frequent as their probabilities say, cell by cell", arguments: TruthCase.classes
  )
  func posterior(_ each: TruthCase) throws {
    guard case .classes(let truth) = each.truth else { return }
    let points = each.points(20_000)
    // Of each cell of the plane and class: how many there are, how many are expected, and with what
    // variance.
    var cells = [[(count: Double, mean: Double, variance: Double)]](
      repeating: Array(repeating: (0, 0, 0), count: truth.classCount), count: 256)
    for point in points {
      let (x1, x2) = (Double(point.x1), Double(point.x2))
      let posterior = truth.posterior(x1, x2)
      #expect(abs(posterior.reduce(0, +) - 1) < 1e-12)
      let column = min(max(Int((x1 + 6) / 0.75), 0), 15)
      let row = min(max(Int((x2 + 6) / 0.75), 0), 15)
      for index in posterior.indices {
        let p = posterior[index]
        #expect(p >= 0 && p <= 1)
        cells[row * 16 + column][index].count += Int(point.label) == index ? 1 : 0
        cells[row * 16 + column][index].mean += p
        cells[row * 16 + column][index].variance += p * (1 - p)
      }
    }
    for cell in cells.joined() {
      // Five standard deviations, for there are hundreds of cells; three points where probabilities
      // are so small that a count is far from normally distributed.
      #expect(abs(cell.count - cell.mean) <= 5 * cell.variance.squareRoot() + 3, "\(cell)")
    }
  }

  @Test("Points are as dense as the density says, cell by cell", arguments: TruthCase.classes)
  func density(_ each: TruthCase) {
    guard case .classes(let truth) = each.truth else { return }
    // Without noise these have their points on lines, which have no density.
    if each.settings.noise == 0 && [Moons.name, Spiral.name].contains(each.recipe.name) { return }
    // Eleven points of an arm are squares far apart, as the others are not.
    let points = each.points(20_000)
    let count = Double(points.count)
    var cells = [Double](repeating: 0, count: 144)
    for point in points {
      let (column, row) = (Int((point.x1 + 6).rounded(.down)), Int((point.x2 + 6).rounded(.down)))
      if (0..<12).contains(column), (0..<12).contains(row) { cells[row * 12 + column] += 1 }
    }
    for row in 0..<12 {
      for column in 0..<12 {
        var share = 0.0
        for sub in 0..<576 {
          share +=
            truth.density(
              -6 + Double(column) + (Double(sub % 24) + 0.5) / 24,
              -6 + Double(row) + (Double(sub / 24) + 0.5) / 24) / 576
        }
        let expected = share * count
        // Five standard deviations, and what a sum of 24 by 24 places is off at the edge of a region:
        // half of its distance, on one side of the cell.
        #expect(
          abs(cells[row * 12 + column] - expected) < 5 * expected.squareRoot() + 0.05 * expected
            + 5,
          "\(column) \(row): \(cells[row * 12 + column]) of \(expected)")
      }
    }
  }

  @Test("The density integrates to 1", arguments: TruthCase.all)
  func mass(_ each: TruthCase) {
    // Clouds and moons are summed up to seven deviations.
    #expect(abs(each.truth.leastLoss.mass - 1) < 1e-9)
  }

  @Test("The best rule errs as often as the Bayes error says", arguments: TruthCase.classes)
  func bayesError(_ each: TruthCase) {
    guard case .classes(let truth) = each.truth else { return }
    let points = each.points(100_000)
    let count = Double(points.count)
    let missed = Double(points.count { truth.isMissed($0) })
    let error = each.truth.leastLoss.error
    // Three standard errors, and a point.
    #expect(abs(missed - error * count) <= 3 * (error * (1 - error) * count).squareRoot() + 1)
  }

  @Test(
    "True probabilities have the cross-entropy and squared error that it says",
    arguments: TruthCase.classes)
  func otherLosses(_ each: TruthCase) {
    guard case .classes(let truth) = each.truth else { return }
    let least = each.truth.leastLoss
    let points = each.points(20_000)
    var (surprises, squares) = (Moments(), Moments())
    for point in points {
      let posterior = truth.posterior(Double(point.x1), Double(point.x2))
      surprises.add(-Elementary.logarithm(max(posterior[Int(point.label)], 1e-300)))
      let outputs = posterior.count == 2 ? Array(posterior.dropFirst()) : posterior
      squares.add(outputs.reduce(0) { $0 + 4 * $1 * (1 - $1) })
    }
    #expect(surprises.isNear(least.crossEntropy))
    #expect(squares.isNear(least.squaredError))
  }

  @Test("Numbers spread around the true mean as the variance says", arguments: TruthCase.numbers)
  func numbers(_ each: TruthCase) {
    guard case .numbers(let truth) = each.truth else { return }
    let least = each.truth.leastLoss.squaredError
    var (scores, squares, expected) = (Moments(), Moments(), Moments())
    for point in each.points(20_000) {
      let (x1, x2) = (Double(point.x1), Double(point.x2))
      let rest = Double(point.label) - truth.mean(x1, x2)
      scores.add(rest)
      squares.add(rest * rest)
      expected.add(truth.variance(x1, x2))
    }
    #expect(scores.isNear(0) && squares.isNear(least) && expected.isNear(least))
  }
}

/// Mean and variance of numbers.
private struct Moments {
  private var count = 0.0
  private var sum = 0.0
  private var squares = 0.0

  mutating func add(_ value: Double) {
    count += 1
    sum += value
    squares += value * value
  }

  /// Whether the mean is within four standard errors of a number; 3·10⁻⁴ for what is so rare that
  /// hardly any of it was drawn, and for the error of sums.
  func isNear(_ expected: Double) -> Bool {
    let mean = sum / count
    let variance = max(0, squares / count - mean * mean)
    return abs(mean - expected) < 4 * (variance / count).squareRoot() + 3e-4
  }
}
