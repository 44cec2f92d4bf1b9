import Testing

@testable import Engine

@Suite("How much curvature an optimiser bears")
struct StabilityTests {
  /// |w| after so many steps along the gradient λw from w = 1; overflow counts as infinite.
  private func size(_ kind: any Optimizer, curvature: Double, rate: Double) -> Double {
    func run(_ optimizer: some Optimizer) -> Double {
      var optimizer = optimizer
      optimizer.prepare(parameterCount: 1)
      var parameters: [Float] = [1]
      for _ in 0..<4000 {
        guard parameters[0].isFinite else { return .infinity }
        let gradient = [Float(curvature) * parameters[0]]
        var span = parameters.mutableSpan
        optimizer.update(&span, along: gradient.span, rate: Float(rate))
      }
      return Double(parameters[0].magnitude)
    }
    return run(kind)
  }

  @Test(
    "Just below the largest stable curvature steps come to rest, just above they run away",
    arguments: OptimizerCatalogue.all.map { $0.name }, [0.01, 0.3])
  func bound(name: String, rate: Double) throws {
    var optimizer = try #require(OptimizerCatalogue.named(name))
    let momenta: [Float] = optimizer.setting("momentum") == nil ? [0] : [0, 0.5, 0.9]
    for momentum in momenta {
      optimizer.set("momentum", to: momentum)
      guard let largest = optimizer.largestStableCurvature(rate: rate) else {
        #expect(["adagrad", "adadelta", "rmsprop", "adam", "adamw"].contains(name))
        return
      }
      #expect(size(optimizer, curvature: 0.98 * largest, rate: rate) < 1e-6)
      #expect(size(optimizer, curvature: 1.02 * largest, rate: rate) > 1e6)
    }
  }

  @Test("The bounds of the textbooks")
  func textbook() {
    #expect(SGD().largestStableCurvature(rate: 0.1) == 20)
    #expect(abs((Momentum().largestStableCurvature(rate: 0.1) ?? 0) - 38) < 1e-5)
    #expect(abs((Nesterov().largestStableCurvature(rate: 0.1) ?? 0) - 38 / 2.8) < 1e-5)
  }
}
