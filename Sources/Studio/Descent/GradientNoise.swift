internal import Engine

/// What is added to every gradient of a race, as a mini-batch's differs from that of all samples.
///
/// All racers get the same at the same step, as if each saw the same mini-batches.
public protocol GradientNoise: Sendable {
  /// What is added at a step, counted from 0; it depends on the step alone.
  func deviation(at step: Int) -> SIMD2<Float>
}

/// Normal noise, the same for the same seed.
public struct NormalNoise: GradientNoise, Equatable {
  /// The standard deviation σ of each of both numbers; 0 for none.
  public var strength: Float
  /// Draws the noise.
  public var seed: UInt64

  /// Noise of a strength; none unless told otherwise.
  public init(strength: Float = 0, seed: UInt64 = 42) {
    self.strength = strength
    self.seed = seed
  }

  public func deviation(at step: Int) -> SIMD2<Float> {
    guard strength > 0 else { return .zero }
    var random = Random(seed: seed, stream: .noise, index: UInt64(UInt32(truncatingIfNeeded: step)))
    let (first, second) = (random.normal(), random.normal())
    return strength * SIMD2(Float(first), Float(second))
  }
}
