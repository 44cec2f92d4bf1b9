/// A bent valley with a flat floor: L = (1 − w₁)² + 100 (w₂ − w₁²)².
///
/// The valley is found at once; along its floor the gradient is hundreds of times smaller than on
/// its sides, and its direction turns all the time.
///
/// Source: H. H. Rosenbrock, *An automatic method for finding the greatest or least value of a
/// function* (1960).
public struct Rosenbrock: Surface {
  public let name = "rosenbrock"
  public let formula = "L = (1 - w₁)² + 100 (w₂ - w₁²)²"
  public let lesson = "Into the valley is easy; along its bent, nearly flat floor it takes long."
  public let source = "H. H. Rosenbrock, An automatic method … (1960)"
  public let window = SurfaceWindow(-2...2, -1...3)
  public let start = SIMD2<Float>(-1.25, 1)
  public let minima = [SurfaceMinimum(1, 1, value: 0)]
  public let rate = 0.0005
  public let stride = 0.03

  public init() {}

  public func value(at w: SIMD2<Double>) -> Double {
    let (short, off) = (1 - w.x, w.y - w.x * w.x)
    return short * short + 100 * (off * off)
  }

  public func slope(at w: SIMD2<Double>) -> SIMD2<Double> {
    let off = w.y - w.x * w.x
    return SIMD2(-2 * (1 - w.x) - 400 * w.x * off, 200 * off)
  }
}
