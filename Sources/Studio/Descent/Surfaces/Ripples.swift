internal import Engine

/// A bowl full of dents: L = (w₁² + w₂²) / 10 + (2 − cos 3w₁ − cos 3w₂) / 4.
///
/// It is Rastrigin's function with flatter waves. Whoever has no way on ends in the first dent; a
/// noisy gradient, as that of small batches, shakes racers out of it.
///
/// Source: L. A. Rastrigin, *Systems of Extremal Control* (1974), for the form.
public struct Ripples: Surface {
  public let name = "ripples"
  public let formula = "L = (w₁² + w₂²) / 10 + (2 - cos 3w₁ - cos 3w₂) / 4"
  public let lesson = "Many small dents: momentum rolls through some, noise shakes out of them."
  public let source = "after L. A. Rastrigin, Systems of Extremal Control (1974)"
  public let window = SurfaceWindow(-5...5, -5...5)
  public let start = SIMD2<Float>(-4, 3)
  public let minima = [SurfaceMinimum(0, 0, value: 0)]
  public let rate = 0.1
  public let stride = 0.1

  /// Beyond this, sine and cosine no longer know the angle.
  private static let reach = 1e4

  public init() {}

  public func value(at w: SIMD2<Double>) -> Double {
    guard abs(w.x) <= Self.reach, abs(w.y) <= Self.reach else { return .nan }
    let waves = 2 - Elementary.cosine(3 * w.x) - Elementary.cosine(3 * w.y)
    return (w.x * w.x + w.y * w.y) / 10 + waves / 4
  }

  public func slope(at w: SIMD2<Double>) -> SIMD2<Double> {
    guard abs(w.x) <= Self.reach, abs(w.y) <= Self.reach else { return SIMD2(.nan, .nan) }
    let waves = SIMD2(Elementary.sine(3 * w.x), Elementary.sine(3 * w.y))
    return w / 5 + 0.75 * waves
  }
}
