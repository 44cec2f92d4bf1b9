/// The colours of a palette that have a name of their own.
struct NamedColors {
  var positive: Color
  var negative: Color
  var positiveMark: Color
  var negativeMark: Color
  var contour: Color
  var accent: Color
  var warning: Color
  var success: Color
  var muted: Color
}

/// Orange `#f59322`, white `#e8eaeb` and blue `#0877bd`, the colours that neural-network
/// playgrounds taught people to read, with OKLab between them; 33 levels look smooth.
let directPalette: Palette = {
  let negative = Oklab(0xF5, 0x93, 0x22)
  let zero = Oklab(0xE8, 0xEA, 0xEB)
  let positive = Oklab(0x08, 0x77, 0xBD)
  let ramp = (0..<33).map { level in
    let value = Double(level - 16) / 16
    return zero.mixed(with: value < 0 ? negative : positive, abs(value)).color
  }
  return Palette(
    depth: .direct, ramp: ramp,
    NamedColors(
      positive: .rgb(0x1F, 0x8F, 0xDB), negative: .rgb(0xE4, 0x7E, 0x12),
      positiveMark: .rgb(0x06, 0x2B, 0x4F), negativeMark: .rgb(0x5E, 0x2A, 0x00),
      contour: .rgb(0x2E, 0x32, 0x38), accent: .rgb(0xB0, 0x66, 0xDB),
      warning: .rgb(0xD9, 0x48, 0x4A), success: .rgb(0x2E, 0xA0, 0x5B),
      muted: .rgb(0x88, 0x8E, 0x97)))
}()

/// The nearest colours to the exact ramp have lilac and grey steps; these were picked by eye, and
/// each side gets steadily darker.
let indexedPalette = Palette(
  depth: .indexed256,
  ramp: indexed(166, 208, 215, 222, 223, 230, 231, 189, 153, 110, 74, 32, 25),
  NamedColors(
    positive: .indexed(32), negative: .indexed(172), positiveMark: .indexed(17),
    negativeMark: .indexed(233), contour: .indexed(236), accent: .indexed(134),
    warning: .indexed(167), success: .indexed(71), muted: .indexed(245)))

let sixteenPalette = Palette(
  depth: .sixteen, ramp: indexed(1, 3, 11, 15, 14, 12, 4),
  NamedColors(
    positive: .indexed(12), negative: .indexed(3), positiveMark: .indexed(0),
    negativeMark: .indexed(0), contour: .indexed(0), accent: .indexed(5),
    warning: .indexed(9), success: .indexed(2), muted: .indexed(8)))

/// Blue is too dark for lines on a black console, so that lines are cyan there.
let eightPalette = Palette(
  depth: .eight, ramp: indexed(1, 3, 7, 6, 4),
  NamedColors(
    positive: .indexed(6), negative: .indexed(3), positiveMark: .indexed(0),
    negativeMark: .indexed(0), contour: .indexed(0), accent: .indexed(5),
    warning: .indexed(1), success: .indexed(2), muted: .standard))

/// No colours; the levels are the steps that glyphs show.
let monoPalette = Palette(
  depth: .mono, ramp: Array(repeating: .standard, count: 11),
  NamedColors(
    positive: .standard, negative: .standard, positiveMark: .standard, negativeMark: .standard,
    contour: .standard, accent: .standard, warning: .standard, success: .standard,
    muted: .standard))

private func indexed(_ entries: UInt8...) -> [Color] { entries.map { .indexed($0) } }
