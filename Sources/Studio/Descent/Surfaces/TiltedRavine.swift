/// The ravine turned by 45°: L = (w₁ + w₂)² / 4 + 25 (w₁ − w₂)² / 2.
///
/// Its curvatures are 1 and 50 as in the ravine, but neither weight has one of them for itself: a
/// rate of its own for each weight no longer straightens the valley.
public struct TiltedRavine: Surface {
  public let name = "tilted-ravine"
  public let formula = "L = (w₁ + w₂)² / 4 + 25 (w₁ - w₂)² / 2"
  public let lesson = "Askew to both weights: a rate for each weight no longer helps."
  public let window = SurfaceWindow(-9...9, -9...9)
  public let start = SIMD2<Float>(7.75, 6.25)
  public let minima = [SurfaceMinimum(0, 0, value: 0)]
  public let rate = 0.02
  public let stride = 0.2

  public init() {}

  public func value(at w: SIMD2<Double>) -> Double {
    let (sum, difference) = (w.x + w.y, w.x - w.y)
    return sum * sum / 4 + 25 * (difference * difference) / 2
  }

  public func slope(at w: SIMD2<Double>) -> SIMD2<Double> {
    let along = (w.x + w.y) / 2
    let across = 25 * (w.x - w.y)
    return SIMD2(along + across, along - across)
  }
}
