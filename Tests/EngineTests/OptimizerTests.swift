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

  @Test("Every knob can be turned, keeps to its range and explains itself", arguments: names)
  func knobs(name: String) throws {
    let optimizer = try #require(OptimizerCatalogue.named(name))
    try checkKnobs(of: optimizer)
  }

  private func checkKnobs<Kind: Optimizer>(of optimizer: Kind) throws {
    #expect(Set(Kind.knobs.map(\.name)).count == Kind.knobs.count)
    for knob in Kind.knobs {
      var turned = optimizer
      let usual = try #require(turned.setting(knob.name))
      #expect(knob.range.contains(usual))
      turned.set(knob.name, to: knob.range.upperBound + 1)
      #expect(turned.setting(knob.name) == knob.range.upperBound)
      turned.set(knob.name, to: knob.range.lowerBound - 1)
      #expect(turned.setting(knob.name) == knob.range.lowerBound)
      #expect(knob.help.hasSuffix("."))
    }
    var same = optimizer
    same.set("no such knob", to: 1)
    #expect(same.setting("no such knob") == nil)
  }

  @Test("Every optimiser goes down a bowl", arguments: names)
  func descent(name: String) throws {
    var optimizer = try #require(OptimizerCatalogue.named(name))
    var weights: [Float] = [1, -2, 0.5]
    let start = weights.reduce(0) { $0 + $1 * $1 }
    optimizer.prepare(parameterCount: 3)
    for _ in 0..<200 {
      let gradient = weights
      var span = weights.mutableSpan
      optimizer.update(&span, along: gradient.span, rate: 0.02)
    }
    #expect(weights.reduce(0) { $0 + $1 * $1 } < start / 2)
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
