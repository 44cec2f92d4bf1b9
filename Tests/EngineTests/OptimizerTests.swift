import Testing

@testable import Engine

@Suite("Optimisers")
struct OptimizerTests {
  private static let names = OptimizerCatalogue.all.map { $0.name }

  @Test("Names are different, and each leads back to its optimiser")
  func catalogue() throws {
    #expect(Set(Self.names).count == Self.names.count)
    for kind in OptimizerCatalogue.all {
      let made = try #require(OptimizerCatalogue.named(kind.name))
      #expect(type(of: made) == kind)
      #expect(!kind.formula.isEmpty)
    }
    #expect(OptimizerCatalogue.named("no such optimiser") == nil)
  }

  @Test("Every optimiser goes down a bowl", arguments: names)
  func descent(name: String) throws {
    var optimizer = try #require(OptimizerCatalogue.named(name))
    // AdaDelta finds the size of its steps itself, from very small ones on.
    let (rate, steps) = name == AdaDelta.name ? (Float(1), 1000) : (0.02, 200)
    var weights: [Float] = [1, -2, 0.5]
    let start = weights.reduce(0) { $0 + $1 * $1 }
    optimizer.prepare(parameterCount: 3)
    for _ in 0..<steps {
      let gradient = weights
      var span = weights.mutableSpan
      optimizer.update(&span, along: gradient.span, rate: rate)
    }
    #expect(weights.reduce(0) { $0 + $1 * $1 } < start / 2)
  }

  @Test("A parameter's steps do not depend on how many others there are", arguments: names)
  func lanes(name: String) throws {
    let kind = try #require(OptimizerCatalogue.named(name))
    for count in [1, 3, 4, 5, 15, 16, 17, 40] {
      let together = Optimizers.run(kind, Optimizers.weights(count), steps: 4)
      for index in [0, count / 2, count - 1] {
        let alone = Optimizers.run(
          kind, [Optimizers.weights(count)[index]], steps: 4, firstParameter: index)
        #expect(alone.weights[0].bitPattern == together.weights[index].bitPattern)
      }
    }
  }

  @Test("No moment keeps a number below full precision, and NaN is not hidden", arguments: names)
  func small(name: String) throws {
    var optimizer = try #require(OptimizerCatalogue.named(name))
    var weights: [Float] = [1, 1, 1, 1]
    optimizer.prepare(parameterCount: 4)
    var gradient: [Float] = [1e-19, 3e-38, 1e-30, .nan]
    for _ in 0..<300 {
      var span = weights.mutableSpan
      optimizer.update(&span, along: gradient.span, rate: 0.5)
      gradient = [0, 0, 0, 0]
      for moment in optimizer.memory.moments {
        #expect(!moment.contains { $0.isSubnormal })
      }
    }
    #expect(weights[3].isNaN)
    #expect(weights.prefix(3).allSatisfy { $0.isFinite })
  }

  @Test("AdamW is Adam beside a decay of every parameter")
  func decay() {
    var adam = Adam()
    adam.prepare(parameterCount: 2)
    var adamW = AdamW()
    adamW.weightDecay = 0.5
    adamW.prepare(parameterCount: 2)
    var left: [Float] = [2, -8]
    var right = left
    var span = left.mutableSpan
    adam.update(&span, along: [1, 0].span, rate: 0.25)
    span = right.mutableSpan
    adamW.update(&span, along: [1, 0].span, rate: 0.25)
    // The share 0.25 · 0.5 of 2 and of −8.
    #expect(right == [left[0] - 0.25, left[1] + 1])
  }

  @Test("Bias correction makes the first average the first gradient itself")
  func correction() {
    var optimizer = AveragedMomentum()
    for (isOn, expected) in [(Float(0), Float(-0.05)), (1, -0.5)] {
      optimizer.biasCorrection = isOn
      optimizer.prepare(parameterCount: 1)
      var weights: [Float] = [0]
      var span = weights.mutableSpan
      optimizer.update(&span, along: [1].span, rate: 0.5)
      #expect(abs(weights[0] - expected) < 1e-7)
    }
  }

  @Test("Preparing forgets the past", arguments: names)
  func forgetting(name: String) throws {
    var used = try #require(OptimizerCatalogue.named(name))
    var fresh = used
    used.prepare(parameterCount: 3)
    var scrap: [Float] = [1, 2, 3]
    for _ in 0..<5 {
      var span = scrap.mutableSpan
      used.update(&span, along: [3, -1, 2].span, rate: 0.1)
    }
    used.prepare(parameterCount: 2)
    fresh.prepare(parameterCount: 2)
    var left: [Float] = [1, -1]
    var right = left
    var leftSpan = left.mutableSpan
    used.update(&leftSpan, along: [0.5, 0.25].span, rate: 0.1)
    var rightSpan = right.mutableSpan
    fresh.update(&rightSpan, along: [0.5, 0.25].span, rate: 0.1)
    #expect(left == right)
  }
}
