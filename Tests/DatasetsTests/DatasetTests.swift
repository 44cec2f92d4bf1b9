import Datasets
import Engine
import Testing

@Suite("The split of the points")
struct DatasetTests {
  private func dataset(
    _ recipe: any Recipe.Type = Circle.self, count: Int = 100, noise: Double = 0,
    percent: Int, seed: UInt64 = 3
  ) -> Dataset {
    Dataset(
      recipe, settings: RecipeSettings(count: count, noise: noise),
      split: Split(training: Double(percent) / 100), seed: seed)
  }

  @Test(
    "So many per cent, rounded down, are for training, but at least one point",
    arguments: [1, 2, 10, 29, 99, 100, 101, 500, 1200])
  func sizes(_ count: Int) {
    for percent in 1...99 {
      let dataset = dataset(count: count, percent: percent)
      #expect(dataset.training.count == max(1, count * percent / 100), "\(percent) % of \(count)")
      #expect(dataset.training.count + dataset.test.count == count)
    }
  }

  @Test("Nothing or everything for training leaves one point or all")
  func extremes() {
    #expect(dataset(percent: 0).training.count == 1)
    #expect(dataset(percent: 100).training.count == 100)
    #expect(dataset(percent: 100).test.isEmpty)
  }

  @Test("Training and test points together are the recipe's points", arguments: RecipeCatalogue.all)
  func union(_ recipe: any Recipe.Type) {
    let dataset = dataset(recipe, count: 201, noise: 0.2, percent: 30)
    let all = points(recipe, count: 201, noise: 0.2, seed: 3)
    #expect(sorted(dataset.training + dataset.test) == sorted(all))
    #expect(dataset.problem == recipe.problem(RecipeSettings(count: 201)))
  }

  @Test("The points are not left in the order of their classes")
  func shuffled() {
    let dataset = dataset(Gaussians.self, count: 500, percent: 50)
    let positive = dataset.training.count { $0.label == 1 }
    #expect((100...150).contains(positive))
  }

  @Test("A larger share keeps the training points of a smaller one", arguments: RecipeCatalogue.all)
  func nested(_ recipe: any Recipe.Type) {
    let small = dataset(recipe, percent: 10).training
    let large = dataset(recipe, percent: 90).training
    #expect(Array(large.prefix(small.count)) == small)
  }

  @Test("Noise changes the points but not which of them are for training")
  func noiseKeepsTheSplit() {
    let clean = dataset(percent: 50).training
    let noisy = dataset(noise: 0.5, percent: 50).training
    #expect(clean.map(\.x1) == noisy.map(\.x1))
    #expect(clean.map(\.label) != noisy.map(\.label))
  }

  @Test("The seed decides about points and split")
  func seeds() {
    #expect(dataset(percent: 50) == dataset(percent: 50))
    #expect(dataset(percent: 50) != dataset(percent: 50, seed: 4))
    // The points of a spiral without noise are always the same: here only the split differs.
    let first = dataset(Spiral.self, percent: 50, seed: 1)
    let second = dataset(Spiral.self, percent: 50, seed: 2)
    #expect(sorted(first.training + first.test) == sorted(second.training + second.test))
    #expect(sorted(first.training) != sorted(second.training))
  }

  private func sorted(_ examples: [Example]) -> [Example] {
    examples.sorted { ($0.x1, $0.x2, $0.label) < ($1.x1, $1.x2, $1.label) }
  }
}

@Suite("Features")
struct FeatureTests {
  @Test(
    "A feature has its value at a known point, to the last bit", arguments: Feature.allCases)
  func values(_ feature: Feature) {
    let expected: Float =
      switch feature {
      case .x1: 2
      case .x2: -3
      case .x1Squared: 4
      case .x2Squared: 9
      case .product: -6
      // sin 2 and sin −3 to 17 digits, rounded once.
      case .sineX1: 0.909_297_426_825_681_7
      case .sineX2: -0.141_120_008_059_867_22
      case .formula: .nan
      }
    #expect(feature.value(2, -3) == expected)
  }

  @Test("At the origin every feature is 0", arguments: Feature.allCases)
  func origin(_ feature: Feature) {
    #expect(feature.value(0, 0) == 0)
  }

  @Test("Squares do not see a sign, the other features do", arguments: Feature.allCases)
  func signs(_ feature: Feature) {
    let mirrored = feature.value(-1.5, -2.5)
    let isEven = [.x1Squared, .x2Squared, .product].contains(feature)
    #expect(mirrored == (isEven ? feature.value(1.5, 2.5) : -feature.value(1.5, 2.5)))
  }

  @Test("Names and titles are those of presets and screen, in the order of the inputs")
  func names() {
    #expect(
      Feature.allCases.map(\.rawValue) == [
        "x1", "x2", "x1sq", "x2sq", "x1x2", "sinx1", "sinx2",
      ])
    #expect(
      Feature.allCases.map(\.title) == ["x₁", "x₂", "x₁²", "x₂²", "x₁x₂", "sin x₁", "sin x₂"])
  }
}
