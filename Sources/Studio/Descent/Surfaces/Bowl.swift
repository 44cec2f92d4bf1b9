/// A round bowl: L = (w₁² + w₂²) / 2.
///
/// The gradient points straight away from the minimum and has the length of the way to it, so that
/// a rate of 1 needs one step and a rate above 2 never arrives.
public struct Bowl: Surface {
  public let name = "bowl"
  public let formula = "L = (w₁² + w₂²) / 2"
  public let lesson = "Every gradient points away from the minimum: any way down is straight."
  public let window = SurfaceWindow(-5...5, -5...5)
  public let start = SIMD2<Float>(-4, 3)
  public let minima = [SurfaceMinimum(0, 0, value: 0)]
  public let rate = 0.1
  public let stride = 0.2

  public init() {}

  public func value(at w: SIMD2<Double>) -> Double { (w.x * w.x + w.y * w.y) / 2 }

  public func slope(at w: SIMD2<Double>) -> SIMD2<Double> { w }
}
