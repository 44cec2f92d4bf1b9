/// A flat middle between steep corners:
/// L = (1.5 − w₁ + w₁w₂)² + (2.25 − w₁ + w₁w₂²)² + (2.625 − w₁ + w₁w₂³)².
///
/// Source: E. M. L. Beale, *On an iterative method for finding a local minimum of a function of more
/// than one variable* (1958).
public struct Beale: Surface {
  public let name = "beale"
  public let formula = "L = Σₖ (cₖ - w₁ (1 - w₂ᵏ))²,  c = 1.5, 2.25, 2.625,  k = 1, 2, 3"
  public let lesson = "Steep at the start, flat later on: one rate is too large, then too small."
  public let source = "E. M. L. Beale, On an iterative method … (1958)"
  public let window = SurfaceWindow(-1...4, -2.5...2.5)
  public let start = SIMD2<Float>(1, 1.5)
  public let minima = [SurfaceMinimum(3, 0.5, value: 0)]
  public let rate = 0.003
  public let stride = 0.05

  public init() {}

  /// The three terms that are squared.
  private func terms(_ w: SIMD2<Double>) -> (Double, Double, Double) {
    let (square, cube) = (w.y * w.y, w.y * w.y * w.y)
    return (
      1.5 - w.x * (1 - w.y), 2.25 - w.x * (1 - square), 2.625 - w.x * (1 - cube)
    )
  }

  public func value(at w: SIMD2<Double>) -> Double {
    let (a, b, c) = terms(w)
    return a * a + b * b + c * c
  }

  public func slope(at w: SIMD2<Double>) -> SIMD2<Double> {
    let (a, b, c) = terms(w)
    let (square, cube) = (w.y * w.y, w.y * w.y * w.y)
    let first = a * (w.y - 1) + b * (square - 1) + c * (cube - 1)
    let second = w.x * (a + 2 * w.y * b + 3 * square * c)
    return SIMD2(2 * first, 2 * second)
  }
}
