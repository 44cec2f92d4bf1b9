/// Elementary functions on sixteen samples at once, the same to the last bit on every machine.
///
/// The platform's own functions differ between machines and take one number at a time. The
/// coefficients here are least-maximum fits computed in 40-digit arithmetic for this project;
/// `LanesFunctionTests` hold the stated errors over the whole range.
extension SIMD16<Float> {
  /// *e* to the power of each lane, within 2 ulp.
  ///
  /// Lanes below −87.3 give 1.2·10⁻³⁸ instead of a smaller or subnormal number or 0, lanes above
  /// 88.3 give 2.2·10³⁸ instead of a larger number or infinity; NaN stays NaN.
  ///
  /// Source: range reduction after W. J. Cody and W. Waite, *Software Manual for the Elementary
  /// Functions* (1980): x = k·ln 2 + r with |r| ≤ ½·ln 2, eˣ = 2ᵏ·eʳ.
  @inlinable public var exponential: Self {
    let (excess, power) = heldForExponential.reducedExponential
    return (excess + 1) * power
  }

  /// *e* to the power of each lane, minus 1, within 2 ulp: small lanes keep their digits, where the
  /// exponential minus 1 would leave rounding alone.
  ///
  /// Lanes below −87.3 give −1, which is right to the last bit from −17.4 on; lanes above 88.3 give
  /// 2.2·10³⁸; NaN stays NaN.
  @inlinable public var exponentialMinusOne: Self {
    let (excess, power) = heldForExponential.reducedExponential
    // 2ᵏ·eʳ − 1 = 2ᵏ·(eʳ − 1) + (2ᵏ − 1), and for k = 0 the second bracket is 0.
    return excess * power + (power - 1)
  }

  /// Each lane, or the end of −87.3…88.3 beyond which it lies.
  @inlinable var heldForExponential: Self {
    atMost(88.3).atLeast(-87.3)
  }

  /// eʳ − 1 and 2ᵏ for x = k·ln 2 + r, from which both exponentials are made; the lanes lie in
  /// −87.3…88.3.
  @inlinable var reducedExponential: (excess: Self, power: Self) {
    // Adding 1.5·2²³ leaves no bits for a fraction: the sum is rounded to a whole number.
    let k = (self * 1.442_695_04 + 12_582_912) - 12_582_912
    // ln 2 in two parts, the first with so few digits that k times it is exact.
    let r = (self - k * 0.693_145_751_953_125) - k * 1.428_606_765_330_187e-06
    var p = r * 0.001_390_128_280_036_151_4 + 0.008_363_140_746_951_103
    p = p * r + 0.041_666_854_172_945_02
    p = p * r + 0.166_665_777_564_048_77
    p = p * r + 0.5
    return (p * r * r + r, Self.powerOfTwo(k))
  }

  /// 2 to the power of each lane; the lanes are whole numbers in −126…127.
  @inlinable public static func powerOfTwo(_ k: Self) -> Self {
    // In the range from 2²³ on, a float's low bits are the number itself: moved into the
    // exponent's place they are the power. The loops compile to one vector shift.
    let biased = k + 8_388_735
    var bits = SIMD16<UInt32>()
    for lane in 0..<laneCount { bits[lane] = biased[lane].bitPattern }
    bits = bits &<< 23
    var power = Self()
    for lane in 0..<laneCount { power[lane] = Float(bitPattern: bits[lane]) }
    return power
  }

  /// The hyperbolic tangent of each lane, within 4·10⁻⁷ relative, never beyond ±1.
  ///
  /// A rational function of degree 9/8 up to |x| = 9.02, where the result is 1 in `Float`.
  public var hyperbolicTangent: Self { inlineTangent }

  /// `hyperbolicTangent` for the loops of the engine, where a call for each value would cost a tenth
  /// of the time.
  @inline(__always) var inlineTangent: Self {
    let x = atMost(9.02).atLeast(-9.02)
    let t = x * x
    var p = t * 1.331_780_374_869_140_4e-08 + 2.058_256_723_103_113_5e-05
    p = p * t + 0.003_493_979_806_080_46
    p = p * t + 0.133_796_721_696_853_64
    p = p * t + 1
    var q = t * 7.761_499_318_803_544e-07 + 0.000_328_300_258_843_228_2
    q = q * t + 0.025_870_867_073_535_92
    q = q * t + 0.467_129_886_150_360_1
    q = q * t + 1
    let y = x * p / q
    return y.atMost(1).atLeast(-1)
  }

  /// The logistic function 1/(1 + e⁻ˣ) of each lane, within 4 ulp.
  ///
  /// Written with e^−|x|, so that neither sign overflows and small results keep their digits; below
  /// −87.3 the result stays at 1.2·10⁻³⁸, as the exponential does.
  @inlinable var logistic: Self {
    let e = exponentialOfNegatedSize
    let y = 1 / (1 + e)
    return y.replacing(with: e * y, where: self .< 0)
  }

  /// e^−|x| of each lane: the exponential without the bound that can't be reached.
  @inlinable var exponentialOfNegatedSize: Self {
    let size = magnitude
    let x = -size.replacing(with: 87.3, where: size .> 87.3)
    let (excess, power) = x.reducedExponential
    return (excess + 1) * power
  }

  /// The size of each lane, without its sign.
  @inlinable var magnitude: Self {
    var size = Self()
    for lane in 0..<laneCount { size[lane] = self[lane].magnitude }
    return size
  }

  /// The natural logarithm of each lane, within 2 ulp; lanes are normal positive numbers, or
  /// infinity and NaN, which stay what they are.
  ///
  /// x = 2ᵏ·(1 + f) with 1 + f between √½ and √2; log(1 + f) from s = f/(2 + f), whose series has
  /// odd powers only.
  @inlinable var logarithm: Self {
    var bits = SIMD16<UInt32>()
    for lane in 0..<laneCount { bits[lane] = self[lane].bitPattern }
    // The exponent's bits become the low bits of a float from 2²³ on, as in `powerOfTwo`.
    let exponentBits = (bits &>> 23) | 0x4B00_0000
    let fractionBits = bits & 0x007F_FFFF | 0x3F80_0000
    var exponent = Self()
    var fraction = Self()
    for lane in 0..<laneCount {
      exponent[lane] = Float(bitPattern: exponentBits[lane])
      fraction[lane] = Float(bitPattern: fractionBits[lane])
    }
    exponent -= 8_388_735
    let isHigh = fraction .> 1.414_213_56
    exponent.replace(with: exponent + 1, where: isHigh)
    fraction.replace(with: fraction * 0.5, where: isHigh)
    let f = fraction - 1
    let s = f / (f + 2)
    let t = s * s
    var p = t * 0.295_805_126_428_604_1 + 0.399_887_651_205_062_87
    p = p * t + 0.666_666_865_348_815_9
    let correction = exponent * 1.428_606_765_330_187e-06
    let value = exponent * 0.693_145_751_953_125 + (f - s * (f - t * p) + correction)
    return value.replacing(with: self, where: .!(self .< .infinity))
  }

  /// log(1 + eˣ) of each lane, which is −log of the logistic function of −x, without overflow, within
  /// 4 ulp from −87.3 on; below, the result stays at 1.2·10⁻³⁸.
  ///
  /// The naive form is infinite from x = 89 on; max(x, 0) + log(1 + e^−|x|) is exact there.
  @inlinable var softplus: Self { replacing(with: 0, where: self .< 0) + softplusTail }

  /// log(1 + e^−|x|) of each lane, what softplus adds to max(x, 0): softplus of −|x|, so within the
  /// same bound.
  ///
  /// log(1 + e) = 2 artanh s with s = e/(2 + e) ≤ ⅓, whose series has odd powers only.
  @inlinable var softplusTail: Self {
    let e = exponentialOfNegatedSize
    let s = e / (e + 2)
    let t = s * s
    var p = t * 0.280_120_540_916_777_03 + 0.280_017_927_256_393_56
    p = p * t + 0.400_215_279_305_024_06
    p = p * t + 0.666_664_162_751_700_1
    return s + (s + s * t * p)
  }
}
