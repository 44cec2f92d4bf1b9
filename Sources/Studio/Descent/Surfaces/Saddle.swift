/// A pass between two hollows: L = w₁² / 2 − w₂² / 2 + w₂⁴ / 4.
///
/// At (0, 0) the gradient is 0 without a minimum: the surface curves up along w₁ and down along w₂.
/// A start exactly on the ridge w₂ = 0 never leaves it, unless the gradient is noisy.
public struct Saddle: Surface {
  public let name = "saddle"
  public let formula = "L = w₁² / 2 - w₂² / 2 + w₂⁴ / 4"
  public let lesson = "In the middle the gradient is 0, and yet it is no minimum: all linger there."
  public let window = SurfaceWindow(-2...2, -2...2)
  public let start = SIMD2<Float>(-1.75, 0.001)
  public let minima = [
    SurfaceMinimum(0, 1, value: -0.25), SurfaceMinimum(0, -1, value: -0.25),
  ]
  public let rate = 0.1
  public let stride = 0.05

  public init() {}

  public func value(at w: SIMD2<Double>) -> Double {
    let square = w.y * w.y
    return w.x * w.x / 2 - square / 2 + square * square / 4
  }

  public func slope(at w: SIMD2<Double>) -> SIMD2<Double> { SIMD2(w.x, w.y * w.y * w.y - w.y) }
}
