public import Engine

/// Which learning rate an optimiser needs: found by trying what it does with a steady gradient.
///
/// Of some, the step grows with the gradient, and the rate is a factor; of others the step is the
/// same for any gradient, and the rate is the length of a step.
public struct UsualRate: Sendable {
  private let first: Float
  private let firstOfLarge: Float
  private let settled: Float

  /// Tries the optimiser with its present settings.
  public init(of optimizer: any Optimizer) {
    first = Self.step(of: optimizer, slope: 1, after: 0)
    firstOfLarge = Self.step(of: optimizer, slope: 100, after: 0)
    settled = Self.step(of: optimizer, slope: 1, after: 60)
  }

  /// Whether the length of a step does not depend on that of the gradient.
  public var isLength: Bool { firstOfLarge < 10 * first }

  /// The rate, as one of few digits.
  public func rate(on surface: any Surface) -> Double {
    guard isLength else { return surface.rate }
    // Without a rate, AdaDelta makes steps of a thousandth and lengthens them by itself.
    return settled < 0.1 ? 1 : surface.stride
  }

  /// How far it goes in one step at rate 1 along a steady gradient.
  private static func step(of optimizer: any Optimizer, slope: Float, after steps: Int) -> Float {
    var optimizer = optimizer
    optimizer.prepare(parameterCount: 1)
    let gradient = [slope]
    var last: Float = 0
    for _ in 0...steps {
      var weights: [Float] = [0]
      var span = weights.mutableSpan
      optimizer.update(&span, along: gradient.span, rate: 1)
      last = abs(weights[0])
    }
    return last
  }
}
