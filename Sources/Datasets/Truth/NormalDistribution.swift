/// The normal distribution with mean 0 and standard deviation 1, in double precision.
enum NormalDistribution {
  /// The density e^(−z²/2)/√(2π).
  static func density(_ z: Double) -> Double {
    RealFunction.exponential(-z * z / 2) * 0.398_942_280_401_432_7
  }

  /// Φ(z), the probability of a number below z, within 10⁻¹⁵ of its value up to z = −3 and within
  /// 10⁻¹¹ of itself below.
  ///
  /// Near 0, Φ(z) = ½ + φ(z)·(z + z³/3 + z⁵/(3·5) + …); further out Laplace's continued fraction,
  /// 1 − Φ(z) = φ(z)/(z + 1/(z + 2/(z + 3/…))).
  /// Source: G. Marsaglia, *Evaluating the Normal Distribution* (2004).
  static func below(_ z: Double) -> Double {
    if z.isNaN { return z }
    if z < 0 { return above(-z) }
    return 1 - above(z)
  }

  private static func above(_ z: Double) -> Double {
    if z > 38 { return 0 }
    guard z > 3 else {
      var (term, sum) = (z, z)
      var odd = 3.0
      while term > 1e-17 {
        term *= z * z / odd
        sum += term
        odd += 2
      }
      return 0.5 - density(z) * sum
    }
    var fraction = z
    for k in stride(from: 120.0, through: 1, by: -1) { fraction = z + k / fraction }
    return density(z) / fraction
  }
}
