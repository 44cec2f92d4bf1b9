import Datasets
import Testing

@Suite("Three shares of the points")
struct SplitTests {
  private static let percents = [1, 10, 29, 33, 50, 71, 99]

  private func dataset(
    _ recipe: any Recipe.Type = Blobs.self, count: Int = 203, noise: Double = 0,
    training: Int, validation: Int, isStratified: Bool = false
  ) -> Dataset {
    Dataset(
      recipe, settings: RecipeSettings(count: count, noise: noise, classes: 5),
      split: Split(
        training: Double(training) / 100, validation: Double(validation) / 100,
        isStratified: isStratified), seed: 5)
  }

  @Test("The shares are as large as asked for, together all points, and none is in two")
  func sizes() {
    for count in [10, 101, 203] {
      for training in Self.percents {
        for validation in 0...(100 - training) {
          for isStratified in [false, true] {
            let dataset = dataset(
              count: count, training: training, validation: validation, isStratified: isStratified)
            let wanted = max(1, count * training / 100)
            #expect(dataset.training.count == wanted)
            let both = max(wanted, count * (training + validation) / 100)
            #expect(dataset.validation.count == both - wanted)
            let all = dataset.training + dataset.test + dataset.validation
            #expect(sorted(all) == sorted(points(Blobs.self, count: count, classes: 5, seed: 5)))
          }
        }
      }
    }
  }

  @Test("Shares of more than everything, or less than nothing, are cut to what there is")
  func extremes() {
    let over = dataset(training: 80, validation: 50)
    #expect(over.training.count == 162 && over.validation.count == 41 && over.test.isEmpty)
    let under = dataset(training: -10, validation: -10)
    #expect(under.training.count == 1 && under.validation.isEmpty && under.test.count == 202)
  }

  @Test("A larger share keeps the points of a smaller one", arguments: [false, true])
  func nested(_ isStratified: Bool) {
    let base = dataset(training: 30, validation: 20, isStratified: isStratified)
    for other in [20, 30, 45, 70] {
      let dataset = dataset(training: 30, validation: other, isStratified: isStratified)
      #expect(dataset.training == base.training)
      let common = min(dataset.validation.count, base.validation.count)
      #expect(dataset.validation.suffix(common) == base.validation.suffix(common))
    }
    for other in 1...80 {
      let dataset = dataset(training: other, validation: 20, isStratified: isStratified)
      let common = min(dataset.training.count, base.training.count)
      #expect(dataset.training.prefix(common) == base.training.prefix(common))
    }
  }

  @Test("A stratified share has each class in proportion, up to one point", arguments: [2, 5])
  func proportions(_ classes: Int) {
    let recipe: any Recipe.Type = classes == 2 ? Circle.self : Blobs.self
    for count in [10, 60, 101, 499] {
      for training in Self.percents {
        for validation in [0, 1, 20, 100 - training] where training + validation <= 100 {
          let dataset = dataset(
            recipe, count: count, noise: 0.3, training: training, validation: validation,
            isStratified: true)
          let all = dataset.training + dataset.validation + dataset.test
          for share in Dataset.Share.allCases {
            for label in 0..<classes {
              let found = dataset[share].count { $0.label == Float(label) }
              let size = all.count { $0.label == Float(label) }
              let due = Double(size) * Double(dataset[share].count) / Double(all.count)
              // What lies between two shares can be off by both their roundings.
              let limit = share == .test ? 2.0 : 1.0
              #expect(abs(Double(found) - due) < limit, "\(share), class \(label)")
            }
          }
        }
      }
    }
  }

  @Test("Two classes are shared out by the largest remainder")
  func largestRemainder() {
    for count in [10, 61, 101] {
      for training in Self.percents {
        let dataset = dataset(
          Circle.self, count: count, noise: 0.4, training: training, validation: 0,
          isStratified: true)
        let all = dataset.training + dataset.test
        let sizes = [Float(0), 1].map { label in all.count { $0.label == label } }
        // Numerators over the count of all points.
        let quotas = sizes.map { $0 * dataset.training.count }
        let spare = dataset.training.count - quotas.reduce(0) { $0 + $1 / count }
        for (label, quota) in quotas.enumerated() {
          let found = dataset.training.count { $0.label == Float(label) }
          let (mine, other) = (quota % count, quotas[1 - label] % count)
          guard mine != other else { continue }
          #expect(found == quota / count + (mine > other ? spare : 0))
        }
      }
    }
  }

  @Test("Stratified or not, a class's points keep their order, and numbers are split alike")
  func order() {
    let plain = dataset(training: 100, validation: 0).training
    let stratified = dataset(training: 100, validation: 0, isStratified: true).training
    #expect(plain != stratified)
    for label in 0..<5 {
      #expect(
        plain.filter { $0.label == Float(label) } == stratified.filter { $0.label == Float(label) })
    }
    #expect(
      dataset(Plane.self, training: 40, validation: 20)
        == dataset(Plane.self, training: 40, validation: 20, isStratified: true))
  }

  @Test("Points of one class, and classes of one point, can be stratified")
  func small() {
    for count in 1...12 {
      let dataset = dataset(
        MultiGaussian.self, count: count, training: 50, validation: 25, isStratified: true)
      #expect(
        dataset.training.count + dataset.validation.count + dataset.test.count == count)
      let blobs = self.dataset(count: count, training: 50, validation: 25, isStratified: true)
      #expect(blobs.training.count == max(1, count / 2))
    }
  }

  private func sorted(_ examples: [Example]) -> [Example] {
    examples.sorted { ($0.x1, $0.x2, $0.label) < ($1.x1, $1.x2, $1.label) }
  }
}
