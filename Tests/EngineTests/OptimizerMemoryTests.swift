import Testing

@testable import Engine

/// What runs of optimisers by hand share.
enum Optimizers {
  /// Some weights.
  static func weights(_ count: Int) -> [Float] { (0..<count).map { Float($0 % 7) * 0.5 - 1 } }

  /// The optimiser after steps along gradients that depend on step and parameter, and where it has
  /// brought the weights.
  static func run(
    _ optimizer: any Optimizer, _ weights: [Float], steps: Int, firstParameter: Int = 0
  ) -> (optimizer: any Optimizer, weights: [Float]) {
    var optimizer = optimizer
    optimizer.prepare(parameterCount: weights.count)
    return go(optimizer, weights, steps: 0..<steps, firstParameter: firstParameter)
  }

  /// The same, without preparing.
  static func go(
    _ optimizer: any Optimizer, _ weights: [Float], steps: Range<Int>, firstParameter: Int = 0
  ) -> (optimizer: any Optimizer, weights: [Float]) {
    var (optimizer, weights) = (optimizer, weights)
    for step in steps {
      let gradient = weights.indices.map { index in
        Float((step * 5 + (index + firstParameter) * 3) % 11) * 0.25 - 1
      }
      var span = weights.mutableSpan
      optimizer.update(&span, along: gradient.span, rate: 0.05)
    }
    return (optimizer, weights)
  }

  /// Every knob at its first stop but one, so that nothing is as usual.
  static func turned(_ optimizer: any Optimizer) -> any Optimizer {
    func turn<Kind: Optimizer>(_ optimizer: Kind) -> any Optimizer {
      var turned = optimizer
      for knob in Kind.knobs { turned.set(knob.name, to: knob.steps[1]) }
      return turned
    }
    return turn(optimizer)
  }
}

@Suite("The memory of optimisers")
struct OptimizerMemoryTests {
  private static let names = OptimizerCatalogue.all.map { $0.name }

  @Test("Moments and counters restored, a fresh optimiser goes on to the bit", arguments: names)
  func restoring(name: String) throws {
    let usual = try #require(OptimizerCatalogue.named(name))
    for kind in [usual, Optimizers.turned(usual)] {
      for steps in [0, 1, 7] {
        let old = Optimizers.run(kind, Optimizers.weights(21), steps: steps)
        var fresh = try #require(OptimizerCatalogue.named(name))
        for knob in kind.settingNames {
          fresh.set(knob, to: try #require(old.optimizer.setting(knob)))
        }
        fresh.prepare(parameterCount: 21)
        let fits = fresh.restore(old.optimizer.memory)
        #expect(fits)
        #expect(fresh.memory == old.optimizer.memory)
        let expected = Optimizers.go(old.optimizer, old.weights, steps: 7..<12)
        let found = Optimizers.go(fresh, old.weights, steps: 7..<12)
        #expect(found.weights.map(\.bitPattern) == expected.weights.map(\.bitPattern))
        #expect(found.optimizer.memory == expected.optimizer.memory)
      }
    }
  }

  @Test("What it remembers are all its arrays, told apart and explained", arguments: names)
  func complete(name: String) throws {
    let optimizer = Optimizers.run(
      try #require(OptimizerCatalogue.named(name)), Optimizers.weights(5), steps: 3
    ).optimizer
    let arrays = Self.arrays(in: optimizer)
    #expect(Set(arrays) == Set(optimizer.memory.moments) && arrays.allSatisfy { $0.count == 5 })
    #expect(arrays.count == optimizer.memory.moments.count)
    try check(optimizer)
  }

  private func check<Kind: Optimizer>(_ optimizer: Kind) throws {
    #expect(Set(optimizer.momentNames).count == Kind.moments.count)
    for moment in Kind.moments {
      #expect(Kind.formula.contains("\(moment.name) ←"))
      #expect(moment.help.hasSuffix("."))
      #expect(optimizer.moment(moment.name) == optimizer[keyPath: moment.values])
    }
    #expect(optimizer.moment("no such moment") == nil)
  }

  @Test("A memory of another shape is refused and changes nothing", arguments: names)
  func refused(name: String) throws {
    var optimizer = Optimizers.run(
      try #require(OptimizerCatalogue.named(name)), Optimizers.weights(5), steps: 3
    ).optimizer
    let before = optimizer.memory
    var others = [
      OptimizerMemory(moments: before.moments + [[1, 2, 3, 4, 5]], counters: before.counters),
      OptimizerMemory(moments: before.moments, counters: before.counters + [1]),
    ]
    if !before.moments.isEmpty {
      var longer = before
      longer.moments[longer.moments.count - 1].append(1)
      others.append(longer)
    }
    for other in others {
      let fits = optimizer.restore(other)
      #expect(!fits)
      #expect(optimizer.memory == before)
    }
    optimizer.counters = before.counters + [1]
    #expect(optimizer.memory == before)
  }

  /// Every `[Float]` inside a value.
  private static func arrays(in value: Any) -> [[Float]] {
    if let array = value as? [Float] { return [array] }
    return Mirror(reflecting: value).children.flatMap { arrays(in: $0.value) }
  }
}
