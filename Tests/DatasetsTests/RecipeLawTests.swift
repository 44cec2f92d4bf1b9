import Datasets
import Engine
import Testing

/// The noise shares of the menu.
let noises = Array(stride(from: 0.0, through: 0.5, by: 0.05))

/// The points of a recipe, as a session makes them.
func points(
  _ recipe: any Recipe.Type, count: Int, noise: Double = 0, classes: Int = 2, seed: UInt64 = 1
) -> [Example] {
  var random = Random(seed: seed, stream: .data)
  let settings = RecipeSettings(count: count, noise: noise, classes: classes)
  return recipe.examples(settings, using: &random)
}

@Suite("Laws of data sets")
struct RecipeLawTests {
  @Test(
    "There are as many points as asked for, finite at any noise", arguments: RecipeCatalogue.all)
  func count(_ recipe: any Recipe.Type) {
    for count in [0, 1, 2, 3, 7, 10, 499, 500] {
      for noise in noises + [0.8] {
        let points = points(recipe, count: count, noise: noise)
        #expect(points.count == count)
        #expect(points.allSatisfy { $0.x1.isFinite && $0.x2.isFinite && $0.label.isFinite })
      }
    }
  }

  @Test("Every label is one of the classes", arguments: RecipeCatalogue.all)
  func labels(_ recipe: any Recipe.Type) {
    for noise in noises {
      let settings = RecipeSettings(count: 501, noise: noise)
      guard case .classification(let classes) = recipe.problem(settings) else { continue }
      let names = (0..<classes).map { Float($0) }
      #expect(points(recipe, count: 501, noise: noise).allSatisfy { names.contains($0.label) })
    }
  }

  @Test("Without noise the classes are evenly many", arguments: RecipeCatalogue.all)
  func balance(_ recipe: any Recipe.Type) {
    guard case .classification(let classes) = recipe.problem(RecipeSettings(count: 1)) else {
      return
    }
    let points = points(recipe, count: 20_000)
    for label in 0..<classes {
      let share = Double(points.count { $0.label == Float(label) }) / 20_000
      // Six standard deviations of the share of 20 000 tosses.
      #expect(abs(share - 1 / Double(classes)) < 0.021)
    }
  }

  @Test("Even ten points have both classes", arguments: RecipeCatalogue.all)
  func bothClasses(_ recipe: any Recipe.Type) {
    guard recipe.problem(RecipeSettings(count: 1)) != .regression else { return }
    #expect(Set(points(recipe, count: 10).map(\.label)).count == 2)
  }

  @Test("Without noise every point lies in the domain", arguments: RecipeCatalogue.all)
  func domain(_ recipe: any Recipe.Type) {
    for seed in UInt64(0)..<20 {
      let points = points(recipe, count: recipe.defaultCount, seed: seed)
      #expect(
        points.allSatisfy { Dataset.domain.contains($0.x1) && Dataset.domain.contains($0.x2) })
    }
  }

  @Test(
    "The same seed gives the same bits, another seed other ones", arguments: RecipeCatalogue.all)
  func determinism(_ recipe: any Recipe.Type) {
    for noise in [0, 0.25, 0.5] {
      let first = points(recipe, count: 101, noise: noise, seed: 7)
      #expect(first == points(recipe, count: 101, noise: noise, seed: 7))
      #expect(
        noise == 0 && recipe == Spiral.self
          || first != points(recipe, count: 101, noise: noise, seed: 8))
    }
  }

  @Test("Noise moves points or changes labels, never both", arguments: RecipeCatalogue.all)
  func oneKindOfNoise(_ recipe: any Recipe.Type) {
    let clean = points(recipe, count: 1000)
    let noisy = points(recipe, count: 1000, noise: 0.5)
    let moves = zip(clean, noisy).contains { $0.x1 != $1.x1 || $0.x2 != $1.x2 }
    let relabels = zip(clean, noisy).contains { $0.label != $1.label }
    #expect(moves != relabels)
  }
}

@Suite("The catalogue of data sets")
struct RecipeCatalogueTests {
  @Test("Names are unique, in lower case with hyphens, and lead back to the recipe")
  func names() {
    let names = RecipeCatalogue.all.map { $0.name }
    #expect(Set(names).count == names.count)
    for recipe in RecipeCatalogue.all {
      #expect(recipe.name.allSatisfy { $0.isASCII && $0.isLowercase || $0 == "-" })
      #expect(RecipeCatalogue.named(recipe.name) == recipe)
    }
    #expect(RecipeCatalogue.named("nothing") == nil)
  }

  @Test("Every recipe says what it is", arguments: RecipeCatalogue.all)
  func texts(_ recipe: any Recipe.Type) {
    #expect(!recipe.title.isEmpty)
    #expect(recipe.summary.hasSuffix("."))
    #expect(!recipe.noiseHelp.isEmpty)
  }

  @Test("There are 500 points to classify, 1200 to predict a number at, and 200 of a curve")
  func counts() {
    for recipe in RecipeCatalogue.all {
      let isRegression = recipe.problem(RecipeSettings(count: 1)) == .regression
      #expect(
        recipe.defaultCount == (recipe.isOneDimensional ? 200 : isRegression ? 1200 : 500))
    }
  }
}
