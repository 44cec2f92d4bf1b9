/// Himmelblau's function, with four minima of the same depth around a hill:
/// L = (w₁² + w₂ − 11)² + (w₁ + w₂² − 7)².
///
/// Source: D. M. Himmelblau, *Applied Nonlinear Programming* (1972).
public struct FourValleys: Surface {
  public let name = "four-valleys"
  public let formula = "L = (w₁² + w₂ - 11)² + (w₁ + w₂² - 7)²"
  public let lesson = "Four minima, all as deep: where one ends depends on start and optimiser."
  public let source = "D. M. Himmelblau, Applied Nonlinear Programming (1972)"
  public let window = SurfaceWindow(-6...6, -6...6)
  public let start = SIMD2<Float>(-0.5, -0.75)
  public let minima = [
    SurfaceMinimum(3, 2, value: 0),
    SurfaceMinimum(-2.805_118_086_952_745, 3.131_312_518_250_573, value: 0),
    SurfaceMinimum(-3.779_310_253_377_747, -3.283_185_991_286_17, value: 0),
    SurfaceMinimum(3.584_428_340_330_492, -1.848_126_526_964_404, value: 0),
  ]
  public let rate = 0.01
  public let stride = 0.1

  public init() {}

  public func value(at w: SIMD2<Double>) -> Double {
    let first = w.x * w.x + w.y - 11
    let second = w.x + w.y * w.y - 7
    return first * first + second * second
  }

  public func slope(at w: SIMD2<Double>) -> SIMD2<Double> {
    let first = w.x * w.x + w.y - 11
    let second = w.x + w.y * w.y - 7
    return SIMD2(4 * w.x * first + 2 * second, 2 * first + 4 * w.y * second)
  }
}
