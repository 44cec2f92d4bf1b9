/// Two valleys, one of them deeper: L = (w₁² − 4)² / 16 + w₁ / 4 + w₂² / 2.
///
/// The minima along w₁ are two of the three roots of w₁³ − 4 w₁ + 1; between them is a pass.
public struct TwoValleys: Surface {
  public let name = "two-valleys"
  public let formula = "L = (w₁² - 4)² / 16 + w₁ / 4 + w₂² / 2"
  public let lesson = "The near valley is not the deepest: only a racer with way on gets across."
  public let window = SurfaceWindow(-4...4, -3...3)
  public let start = SIMD2<Float>(3.5, 1.5)
  public let minima = [
    SurfaceMinimum(-2.114_907_541_476_756, 0, value: -0.514_753_641_275_705_6),
    SurfaceMinimum(1.860_805_853_111_703, 0, value: 0.483_251_491_714_750_8),
  ]
  public let rate = 0.1
  public let stride = 0.1

  public init() {}

  public func value(at w: SIMD2<Double>) -> Double {
    let well = w.x * w.x - 4
    return well * well / 16 + w.x / 4 + w.y * w.y / 2
  }

  public func slope(at w: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2(w.x * (w.x * w.x - 4) / 4 + 0.25, w.y)
  }
}
