public import Engine

/// One step of one racer, with all that it depends on.
public struct DescentStep: Sendable {
  /// How many steps there were before it.
  public let number: Int
  /// Where it began, and where it led.
  public let before: SIMD2<Float>
  public let after: SIMD2<Float>
  /// The surface's gradient where it began.
  public let slope: SIMD2<Float>
  /// What noise added to it.
  public let noise: SIMD2<Float>
  /// What the optimiser was given: the sum of both, clipped.
  public let gradient: SIMD2<Float>
  /// The learning rate η that the schedule gave.
  public let rate: Float
  /// The optimiser with its memory before the step, and after it.
  public let optimizerBefore: any Optimizer
  public let optimizerAfter: any Optimizer

  /// The way it went.
  public var move: SIMD2<Float> { after - before }

  /// A moment of the optimiser before the step, one number for each weight; nil if it has none of
  /// that name.
  public func momentBefore(_ name: String) -> SIMD2<Float>? { Self.pair(optimizerBefore, name) }

  /// A moment of the optimiser after the step.
  public func momentAfter(_ name: String) -> SIMD2<Float>? { Self.pair(optimizerAfter, name) }

  private static func pair(_ optimizer: any Optimizer, _ name: String) -> SIMD2<Float>? {
    guard let values = optimizer.moment(name), values.count == 2 else { return nil }
    return SIMD2(values[0], values[1])
  }
}
