/// A long valley along w₁ with steep sides: L = (w₁² + 50 w₂²) / 2.
///
/// The curvature across, 50, limits the rate to 2/50; along the valley, with curvature 1, that rate
/// gets on slowly. Momentum adds up what is along and cancels what goes to and fro.
public struct Ravine: Surface {
  public let name = "ravine"
  public let formula = "L = (w₁² + 50 w₂²) / 2"
  public let lesson = "The steep sides limit the rate, and along the valley it is too small."
  public let source = "G. Goh, Why Momentum Really Works (2017)"
  public let window = SurfaceWindow(-12...12, -6...6)
  public let start = SIMD2<Float>(10, 1)
  public let minima = [SurfaceMinimum(0, 0, value: 0)]
  public let rate = 0.02
  public let stride = 0.2

  public init() {}

  public func value(at w: SIMD2<Double>) -> Double { (w.x * w.x + 50 * (w.y * w.y)) / 2 }

  public func slope(at w: SIMD2<Double>) -> SIMD2<Double> { SIMD2(w.x, 50 * w.y) }
}
