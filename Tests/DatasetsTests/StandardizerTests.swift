import Datasets
import Testing

@Suite("Standardised inputs")
struct StandardizerTests {
  private func columns(_ standardizer: Standardizer, _ examples: [Example]) -> [[Double]] {
    standardizer.features.enumerated().map { input, feature in
      examples.map {
        Double(standardizer.standardized(feature.value($0.x1, $0.x2), input: input))
      }
    }
  }

  private func moments(_ column: [Double]) -> (mean: Double, deviation: Double) {
    let mean = column.reduce(0, +) / Double(column.count)
    let variance = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(column.count)
    return (mean, variance.squareRoot())
  }

  @Test("The points it was fitted to get mean 0 and deviation 1", arguments: RecipeCatalogue.all)
  func fitted(_ recipe: any Recipe.Type) {
    let examples = points(recipe, count: 301, noise: 0.2)
    let features = Feature.allCases.filter { !$0.dependsOnX2 || !recipe.isOneDimensional }
    let standardizer = Standardizer(features, fittedTo: examples)
    for column in columns(standardizer, examples) {
      let (mean, deviation) = moments(column)
      // Each value is rounded to single precision.
      #expect(abs(mean) < 1e-6)
      #expect(abs(deviation - 1) < 1e-6)
    }
  }

  @Test("Other points are moved by the same numbers, not by their own")
  func others() {
    let standardizer = Standardizer([.x1, .x2], fittedTo: points(Circle.self, count: 100))
    let far = [Example(100, 7, label: 0), Example(102, 7, label: 1)]
    let columns = columns(standardizer, far)
    for input in 0..<2 {
      for (example, value) in zip(far, columns[input]) {
        let x = Double(input == 0 ? example.x1 : example.x2)
        let expected = (x - standardizer.means[input]) / standardizer.deviations[input]
        #expect(value == Double(Float(expected)))
      }
    }
    #expect(moments(columns[0]).mean > 10)
  }

  @Test("Mean and deviation are those of four points by hand")
  func byHand() {
    // x₁ = 1, 3, 5, 7: mean 4, variance (9 + 1 + 1 + 9)/4 = 5.
    let examples = [1, 3, 5, 7].map { Example($0, 2, label: 0) }
    let standardizer = Standardizer([.x1, .x2, .product], fittedTo: examples)
    #expect(standardizer.means == [4, 2, 8])
    let root = Double(5).squareRoot()
    #expect(standardizer.deviations == [root, 1, Double(20).squareRoot()])
    #expect(standardizer.standardized(9, input: 0) == Float(5 / root))
  }

  @Test("A feature without spread is only shifted, and nothing is ever NaN")
  func constant() {
    // 0.1 is none of the binary fractions.
    let same = Array(repeating: Example(0.1, -5.3, label: 0), count: 999)
    for examples in [same, Array(same.prefix(1)), []] {
      let standardizer = Standardizer(Feature.allCases, fittedTo: examples)
      #expect(standardizer.deviations.allSatisfy { $0 == 1 })
      #expect(columns(standardizer, examples).allSatisfy { $0.allSatisfy { $0 == 0 } })
      let other = columns(standardizer, [Example(1, 1, label: 0)])
      #expect(other.allSatisfy { $0.allSatisfy(\.isFinite) })
    }
    #expect(Standardizer([.x1], fittedTo: []).standardized(3.5, input: 0) == 3.5)
    #expect(Standardizer([], fittedTo: same).means.isEmpty)
  }

  @Test("The least spread that numbers can have is spread")
  func tiny() {
    let examples = [0, Double(Float.leastNonzeroMagnitude)].map { Example($0, 0, label: 0) }
    let standardizer = Standardizer([.x1], fittedTo: examples)
    #expect(columns(standardizer, examples) == [[-1, 1]])
  }
}
