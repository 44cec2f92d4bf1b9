/// A number with a fixed count of decimals, its thousands apart from 10 000 on: `12 300.5`.
///
/// Numbers that are too large for that are written as powers of ten; "nan" and "inf" as such.
public func format(_ value: Double, decimals: Int) -> String {
  guard value.isFinite else { return nonFinite(value) }
  let places = min(max(decimals, 0), 15)
  let scaled = (abs(value) * power10(places)).rounded()
  guard scaled < 1e15 else { return format(value, significantDigits: places + 1) }
  return sign(value, scaled) + positional(digits: Int(scaled), decimals: places)
}

/// A number to so many significant digits, without trailing zeros: `0.03`, `12 300`, `1e-5`.
///
/// Numbers below 0.0001 and from ten million on are written as powers of ten.
public func format(_ value: Double, significantDigits: Int) -> String {
  guard value.isFinite else { return nonFinite(value) }
  guard value != 0 else { return "0" }
  let count = min(max(significantDigits, 1), 15)
  var (mantissa, exponent) = decimal(abs(value), count)
  var last = exponent - count + 1
  while mantissa % 10 == 0 {
    mantissa /= 10
    last += 1
  }
  let minus = value < 0 ? "-" : ""
  if exponent >= -4 && exponent < 7 {
    return minus
      + (last < 0
        ? positional(digits: mantissa, decimals: -last)
        : positional(digits: mantissa * Int(power10(last)), decimals: 0))
  }
  return minus + positional(digits: mantissa, decimals: exponent - last) + "e\(exponent)"
}

/// A number as digits and a power of ten, always with so many digits: `3.0e-2`, `1.2e4`.
///
/// Columns of numbers of all sizes keep their width and are compared at a glance.
public func format(_ value: Double, scientificDigits: Int) -> String {
  guard value.isFinite else { return nonFinite(value) }
  let count = min(max(scientificDigits, 1), 15)
  guard value != 0 else { return "0" }
  let (mantissa, exponent) = decimal(abs(value), count)
  return (value < 0 ? "-" : "") + positional(digits: mantissa, decimals: count - 1)
    + "e\(exponent)"
}

/// The first digits of a positive number as a whole number, and the exponent of the first one.
private func decimal(_ value: Double, _ count: Int) -> (mantissa: Int, exponent: Int) {
  var exponent = Int(log10(value).rounded(.down))
  var mantissa = scaled(value, by: count - 1 - exponent).rounded()
  // The logarithm may be off by a hair at powers of ten, and rounding may carry.
  if mantissa < power10(count - 1) {
    exponent -= 1
    mantissa = scaled(value, by: count - 1 - exponent).rounded()
  }
  if mantissa >= power10(count) {
    exponent += 1
    mantissa = scaled(value, by: count - 1 - exponent).rounded()
  }
  return (Int(mantissa), exponent)
}

/// value · 10ⁿ, in two steps where one power of ten would overflow.
private func scaled(_ value: Double, by n: Int) -> Double {
  let half = n / 2
  return n > 0
    ? value * power10(half) * power10(n - half) : value / power10(-half) / power10(half - n)
}

private func positional(digits: Int, decimals: Int) -> String {
  var text = String(digits)
  if text.count <= decimals {
    text = String(repeating: "0", count: decimals + 1 - text.count) + text
  }
  let whole = text.dropLast(decimals)
  let fraction = decimals > 0 ? "." + text.suffix(decimals) : ""
  guard whole.count > 4 else { return whole + fraction }
  var grouped = ""
  for (position, digit) in whole.enumerated() {
    if position > 0 && (whole.count - position) % 3 == 0 { grouped.append(" ") }
    grouped.append(digit)
  }
  return grouped + fraction
}

private func sign(_ value: Double, _ rounded: Double) -> String {
  value < 0 && rounded > 0 ? "-" : ""
}

private func nonFinite(_ value: Double) -> String {
  value.isNaN ? "nan" : (value < 0 ? "-inf" : "inf")
}
