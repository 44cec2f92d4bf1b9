/// Inverse functions of angles, from the root and a series alone.
extension RealFunction {
  /// arctan x within 10⁻¹⁵.
  ///
  /// arctan x = π/2 − arctan 1/x brings x to at most 1; arctan x = 2·arctan(x/(1 + √(1 + x²))), twice,
  /// to at most 0.2, where the Taylor series is short.
  static func arctangent(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x < 0 { return -arctangent(-x) }
    if x > 1 { return .pi / 2 - arctangent(1 / x) }
    let once = x / (1 + (1 + x * x).squareRoot())
    let twice = once / (1 + (1 + once * once).squareRoot())
    let t = twice * twice
    var sum = 0.0
    for odd in stride(from: 23.0, through: 3, by: -2) { sum = (1 / odd - sum) * t }
    return 4 * (twice - twice * sum)
  }

  /// The angle of the direction (x, y) from the first axis, −π…π; 0 for no direction.
  static func angle(_ x: Double, _ y: Double) -> Double {
    if x > 0 { return arctangent(y / x) }
    if x < 0 { return arctangent(y / x) + (y < 0 ? -.pi : .pi) }
    return y == 0 ? 0 : y > 0 ? .pi / 2 : -.pi / 2
  }

  /// arcsin x; of x beyond ±1, that of ±1.
  static func arcsine(_ x: Double) -> Double {
    let x = min(max(x, -1), 1)
    return angle((1 - x * x).squareRoot(), x)
  }
}
