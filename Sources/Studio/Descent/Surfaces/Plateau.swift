/// A pit in a plain: L = s / (1 + s) with s = w₁² + w₂².
///
/// Far from the pit the gradient falls as 1/r³, so that a step in proportion to it hardly moves,
/// while one that is divided by the usual size of the gradient keeps its pace.
public struct Plateau: Surface {
  public let name = "plateau"
  public let formula = "L = s / (1 + s),  s = w₁² + w₂²"
  public let lesson = "Far out the gradient is nearly 0: small steps, though there is far to go."
  public let window = SurfaceWindow(-5...5, -5...5)
  public let start = SIMD2<Float>(-4, 2.5)
  public let minima = [SurfaceMinimum(0, 0, value: 0)]
  public let rate = 0.3
  public let stride = 0.1

  public init() {}

  public func value(at w: SIMD2<Double>) -> Double {
    let s = w.x * w.x + w.y * w.y
    return s / (1 + s)
  }

  public func slope(at w: SIMD2<Double>) -> SIMD2<Double> {
    let sum = 1 + w.x * w.x + w.y * w.y
    return 2 * w / (sum * sum)
  }
}
