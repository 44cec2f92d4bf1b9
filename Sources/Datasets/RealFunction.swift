import Engine

/// Functions of real numbers for formulas: defined for every `Double`, and the same to the last bit
/// on every machine, for no function of the platform is called.
package enum RealFunction {
  /// Beyond it a sine has no digit left that means anything.
  private static let angleLimit = 1e5

  /// sin x; NaN for |x| > 10⁵.
  static func sine(_ x: Double) -> Double {
    abs(x) <= angleLimit ? Elementary.sine(x) : .nan
  }

  /// cos x; NaN for |x| > 10⁵.
  static func cosine(_ x: Double) -> Double {
    abs(x) <= angleLimit ? Elementary.cosine(x) : .nan
  }

  /// ln x: −∞ at 0, NaN below.
  static func logarithm(_ x: Double) -> Double {
    if x.isNaN || x < 0 { return .nan }
    if x == 0 { return -.infinity }
    if x == .infinity { return x }
    return Elementary.logarithm(x)
  }

  /// eˣ within 10⁻¹⁵ of its value; 0 below −708, where only subnormal numbers are left.
  ///
  /// eˣ = 2ᵏ·eʳ with |r| ≤ ln 2/2 and the Taylor series of eʳ.
  package static func exponential(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x < -708 { return 0 }
    if x > 709.7 { return .infinity }
    let k = (x * 1.442_695_040_888_963_4).rounded(.toNearestOrEven)
    // ln 2 in two parts, so that k times the first is exact.
    let r = (x - k * 0.693_147_180_369_123_8) - k * 1.908_214_929_270_587_7e-10
    var sum = 1.0
    for n in 0..<13 { sum = 1 + sum * r / Double(13 - n) }
    // 2¹⁰²⁴ alone would be too large.
    let half = (k / 2).rounded(.down)
    return sum * Double(sign: .plus, exponent: Int(half), significand: 1)
      * Double(sign: .plus, exponent: Int(k - half), significand: 1)
  }

  /// tanh x within 10⁻¹⁴ of its value.
  static func hyperbolicTangent(_ x: Double) -> Double {
    if x.isNaN { return x }
    if abs(x) > 20 { return x > 0 ? 1 : -1 }
    if abs(x) < 0.1 {
      let t = x * x
      // Source: the Taylor series, its numbers as in Abramowitz and Stegun 4.5.64.
      let tail = 62.0 / 2835 + t * (-1382.0 / 155_925 + t * 21_844.0 / 6_081_075)
      return x * (1 + t * (-1.0 / 3 + t * (2.0 / 15 + t * (-17.0 / 315 + t * tail))))
    }
    let square = exponential(2 * x)
    return (square - 1) / (square + 1)
  }

  /// xʸ: of a negative x only for whole y. Whole powers up to 64 are products.
  static func power(_ x: Double, _ y: Double) -> Double {
    if y == 0 { return 1 }
    if x.isNaN || y.isNaN { return .nan }
    let isWhole = y == y.rounded() && abs(y) < 9e15
    if isWhole && abs(y) <= 64 {
      var product = 1.0
      for _ in 0..<Int(abs(y)) { product *= x }
      return y > 0 ? product : 1 / product
    }
    if x == 0 { return y > 0 ? 0 : .infinity }
    let size = exponential(y * logarithm(abs(x)))
    if x > 0 { return size }
    guard isWhole else { return .nan }
    return Int(y).isMultiple(of: 2) ? size : -size
  }
}
