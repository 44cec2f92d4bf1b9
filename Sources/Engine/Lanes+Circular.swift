/// Sine and cosine of sixteen samples at once; as in `Lanes+Functions.swift`, the coefficients are
/// least-maximum fits computed for this project and the same bits come out everywhere.
extension SIMD16<Float> {
  /// The sine of each lane in radians, within 1.3·10⁻⁷ absolute for |x| ≤ 10⁴ and within 2 ulp for
  /// |x| ≤ π/2, never beyond ±1.
  ///
  /// From ±10⁴ on, where neighbours are 0.001 apart, the result stays at that of ±10⁴. NaN stays
  /// NaN.
  ///
  /// Source: range reduction after W. J. Cody and W. Waite, *Software Manual for the Elementary
  /// Functions* (1980): x = k·π + r with |r| ≤ π/2, sin x = (−1)ᵏ·sin r.
  @inlinable public var sine: Self {
    let x = heldForCircle
    let shifted = x * 0.318_309_886 + 12_582_912
    return x.sineAfterHalfTurns(shifted - 12_582_912, parity: shifted)
  }

  /// The cosine of each lane in radians, within 1.3·10⁻⁷ absolute for |x| ≤ 10⁴, never beyond ±1;
  /// from ±10⁴ on the result stays at that of 10⁴. NaN stays NaN.
  ///
  /// x = (k − ½)·π + r, cos x = (−1)ᵏ·sin r.
  @inlinable public var cosine: Self {
    let x = heldForCircle
    let shifted = (x * 0.318_309_886 + 0.5) + 12_582_912
    return x.sineAfterHalfTurns((shifted - 12_582_912) - 0.5, parity: shifted)
  }

  /// Each lane, or ±10⁴ if it lies beyond.
  @inlinable var heldForCircle: Self {
    replacing(with: 10_000, where: self .> 10_000).replacing(with: -10_000, where: self .< -10_000)
  }

  /// The sine of what is left of each lane after so many half turns, with the sign turned round
  /// where the whole number that is the low bits of `parity` is odd.
  @inlinable func sineAfterHalfTurns(_ halfTurns: Self, parity: Self) -> Self {
    // π in three parts: the first two have 11 bits, so that up to 3184 half turns, whole or half,
    // times them are exact, and so are the differences.
    let r =
      ((self - halfTurns * 3.140_625) - halfTurns * 0.000_967_502_593_994_140_625)
      - halfTurns * 1.509_957_990_978_4e-07
    let t = r * r
    var p = t * 2.599_981_673_041_944_3e-06 - 0.000_198_065_825_107_697_95
    p = p * t + 0.008_333_016_843_839_94
    p = p * t - 0.166_666_570_783_532_9
    let s = r + r * t * p
    let y = s.replacing(with: 1, where: s .> 1).replacing(with: -1, where: s .< -1)
    // An odd number's lowest bit, moved to the place of the sign, turns it round.
    var bits = SIMD16<UInt32>()
    for lane in 0..<laneCount { bits[lane] = parity[lane].bitPattern }
    bits = bits &<< 31
    var result = Self()
    for lane in 0..<laneCount { result[lane] = Float(bitPattern: y[lane].bitPattern ^ bits[lane]) }
    return result
  }
}
