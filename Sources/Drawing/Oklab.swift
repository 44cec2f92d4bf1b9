/// A colour in OKLab, where equal distances look about equally far apart.
///
/// Source: Björn Ottosson, "A perceptual color space for image processing", 2020.
struct Oklab: Equatable, Sendable {
  /// Lightness, from 0 (black) to 1 (white).
  var lightness: Double
  /// From green to red.
  var a: Double
  /// From blue to yellow.
  var b: Double

  init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  /// The colour with these parts of linear light, each from 0 to 1.
  init(linear red: Double, _ green: Double, _ blue: Double) {
    let l = cubeRoot(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let m = cubeRoot(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let s = cubeRoot(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    self.init(
      lightness: 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      a: 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      b: 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s)
  }

  /// The colour of an sRGB triple.
  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.init(linear: linearLight(red), linearLight(green), linearLight(blue))
  }

  /// The nearest colour that a screen shows.
  var color: Color {
    let l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
    let m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
    let s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
    return .rgb(
      screenValue(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
      screenValue(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
      screenValue(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s))
  }

  /// The colour at a fraction of the way to another.
  func mixed(with other: Oklab, _ fraction: Double) -> Oklab {
    Oklab(
      lightness: lightness + (other.lightness - lightness) * fraction,
      a: a + (other.a - a) * fraction, b: b + (other.b - b) * fraction)
  }

  /// How far apart two colours look; black and white are 1 apart.
  func distance(to other: Oklab) -> Double {
    let (dl, da, db) = (lightness - other.lightness, a - other.a, b - other.b)
    return (dl * dl + da * da + db * db).squareRoot()
  }
}

/// The linear light of an sRGB value, from 0 to 1.
func linearLight(_ value: UInt8) -> Double {
  let c = Double(value) / 255
  return c <= 0.04045 ? c / 12.92 : exp2(2.4 * log2((c + 0.055) / 1.055))
}

private func screenValue(_ light: Double) -> UInt8 {
  let c = light <= 0.0031308 ? 12.92 * light : 1.055 * exp2(log2(light) / 2.4) - 0.055
  return UInt8((min(max(c, 0), 1) * 255).rounded())
}

private func cube(_ x: Double) -> Double { x * x * x }

private func cubeRoot(_ x: Double) -> Double {
  x == 0 ? 0 : (x < 0 ? -exp2(log2(-x) / 3) : exp2(log2(x) / 3))
}
