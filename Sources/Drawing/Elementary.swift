// The few functions that colours and logarithmic axes need. The platform's own differ in the last
// bits, and a picture of the same numbers must be the same picture everywhere.

/// The base-2 logarithm of a positive number, to about 1e-14.
func log2(_ x: Double) -> Double {
  guard x > 0, x.isFinite else { return x > 0 ? x : (x == 0 ? -.infinity : .nan) }
  var exponent = Double(x.exponent)
  var fraction = x.significand
  // Around 1 the series below converges fastest.
  if fraction > 1.4142135623730951 {
    fraction /= 2
    exponent += 1
  }
  // ln f = 2 (t + t³/3 + t⁵/5 + …) with t = (f − 1) / (f + 1), |t| ≤ 0.172
  let t = (fraction - 1) / (fraction + 1)
  // Horner's scheme with the inverses of the odd numbers: charts with a logarithmic axis ask for
  // thousands of logarithms a frame.
  let square = t * t
  var sum = 1.0 / 19
  sum = sum * square + 1.0 / 17
  sum = sum * square + 1.0 / 15
  sum = sum * square + 1.0 / 13
  sum = sum * square + 1.0 / 11
  sum = sum * square + 1.0 / 9
  sum = sum * square + 1.0 / 7
  sum = sum * square + 1.0 / 5
  sum = sum * square + 1.0 / 3
  sum = (sum * square + 1) * t
  return exponent + 2 * sum * 1.4426950408889634
}

/// 2 to the power of x, to about 1e-14.
func exp2(_ x: Double) -> Double {
  guard x > -1022, x < 1024 else { return x.isNaN ? x : (x < 0 ? 0 : .infinity) }
  let whole = x.rounded()
  let rest = (x - whole) * 0.6931471805599453
  var term = 1.0
  var sum = 1.0
  for n in stride(from: 1.0, through: 14, by: 1) {
    term *= rest / n
    sum += term
  }
  return Double(sign: .plus, exponent: Int(whole), significand: sum)
}

/// The base-10 logarithm of a positive number, to about 1e-14.
func log10(_ x: Double) -> Double { log2(x) * 0.3010299956639812 }

/// A whole power of ten; exact from 1 to 10²².
func power10(_ exponent: Int) -> Double {
  var result = 1.0
  for _ in 0..<min(abs(exponent), 400) { result *= 10 }
  return exponent < 0 ? 1 / result : result
}
