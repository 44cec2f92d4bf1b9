/// Sine, cosine and logarithm in double precision, the same to the last bit on every machine.
///
/// Data recipes and features use them and round once to `Float`: the C library's differ from
/// machine to machine in the last digit. `ElementaryTests` hold the stated errors.
public enum Elementary {
  /// The sine of `x` radians, within 3·10⁻¹⁶ absolute for |x| ≤ 10⁵.
  public static func sine(_ x: Double) -> Double {
    let (quadrant, r) = reduce(x)
    switch quadrant {
    case 0: return sineSeries(r)
    case 1: return cosineSeries(r)
    case 2: return -sineSeries(r)
    default: return -cosineSeries(r)
    }
  }

  /// The cosine of `x` radians, within 3·10⁻¹⁶ absolute for |x| ≤ 10⁵.
  public static func cosine(_ x: Double) -> Double {
    let (quadrant, r) = reduce(x)
    switch quadrant {
    case 0: return cosineSeries(r)
    case 1: return -sineSeries(r)
    case 2: return -cosineSeries(r)
    default: return sineSeries(r)
    }
  }

  /// The natural logarithm of a normal positive `x`, within 6·10⁻¹⁶ relative.
  ///
  /// x = 2ᵏ·m with m between √½ and √2; log m = 2·artanh s with s = (m − 1)/(m + 1).
  public static func logarithm(_ x: Double) -> Double {
    var exponent = Double(x.exponent)
    var m = x.significand
    if m > 1.414_213_562_373_095_1 {
      m *= 0.5
      exponent += 1
    }
    let s = (m - 1) / (m + 1)
    let t = s * s
    var sum = 0.0
    for denominator in stride(from: 23, through: 3, by: -2) {
      sum = (sum + 1 / Double(denominator)) * t
    }
    return exponent * 0.693_147_180_559_945_3 + (2 * s + 2 * s * sum)
  }

  /// x = n·π/2 + r with |r| ≤ π/4; gives n modulo 4 and r.
  private static func reduce(_ x: Double) -> (quadrant: Int, remainder: Double) {
    let n = (x * 0.636_619_772_367_581_4).rounded(.toNearestOrEven)
    // π/2 in three parts of 33 bits, 33 bits and the rest, so that n times the first two is exact.
    let r =
      ((x - n * 1.570_796_326_734_125_6) - n * 6.077_100_506_303_966e-11)
      - n * 2.022_266_248_795_950_6e-21
    return (Int(n - 4 * (n / 4).rounded(.down)), r)
  }

  private static func sineSeries(_ r: Double) -> Double {
    let t = r * r
    var sum = 0.0
    for k in stride(from: 16, through: 2, by: -2) { sum = (1 - sum) * t / Double(k * (k + 1)) }
    return r - r * sum
  }

  private static func cosineSeries(_ r: Double) -> Double {
    let t = r * r
    var sum = 0.0
    for k in stride(from: 17, through: 1, by: -2) { sum = (1 - sum) * t / Double(k * (k + 1)) }
    return 1 - sum
  }
}
