/// The standard normal distribution of sixteen samples at once; as in `Lanes+Functions.swift`, the
/// coefficients are least-maximum fits computed for this project.
extension SIMD16<Float> {
  /// For each lane x, the probability Φ(−|x|) = ½·erfc(|x|/√2) of the tail that it cuts off, within
  /// 6·10⁻⁶ relative and 6·10⁻⁷ up to |x| = 3, the density φ(x) = e^(−x²/2)/√(2π), and |x|.
  ///
  /// From |x| = 12.5 on, all three stay at what they are there: 3.7·10⁻³⁶, 4.7·10⁻³⁵ and 12.5.
  /// NaN stays NaN.
  ///
  /// Φ(−x) = e^(−x²/2)·M(x), where M falls slowly from ½ to 0.032; a rational function of degree 4/5,
  /// within 5·10⁻⁹, keeps the digits of a tail that 1 − erf loses. What is lost is the rounding of
  /// x²/2.
  @inlinable var normalTail: (probability: Self, density: Self, size: Self) {
    let x = magnitude.replacing(with: 12.5, where: magnitude .> 12.5)
    let (excess, power) = (x * x * -0.5).reducedExponential
    let e = (excess + 1) * power
    var p = x * 0.003_949_659_680_617_317_7 + 0.039_504_481_065_966_03
    p = p * x + 0.179_875_362_371_461_44
    p = p * x + 0.433_738_931_254_247_7
    p = p * x + 0.5
    var q = x * 0.009_900_165_700_886_400_2 + 0.099_031_189_109_187_72
    q = q * x + 0.460_603_195_556_486_8
    q = q * x + 1.188_514_247_388_434_2
    q = q * x + 1.665_362_739_993_516_6
    q = q * x + 1
    return (e * p / q, e * 0.398_942_280_401_432_7, x)
  }
}
