@testable import Drawing
import Testing

@Suite("Palettes")
struct PaletteTests {
  @Test(
    "Lightness falls steadily from zero to both ends", arguments: [ColorDepth.direct, .indexed256])
  func monotone(_ depth: ColorDepth) {
    let palette = Palette(depth: depth)
    let middle = palette.levels / 2
    let lightness = (0..<palette.levels).map { oklab(palette.color(level: $0)).lightness }
    for level in 0..<middle {
      #expect(lightness[level] < lightness[level + 1])
      #expect(lightness[palette.levels - 1 - level] < lightness[palette.levels - 2 - level])
    }
  }

  @Test("The two main colours stay apart for every kind of sight", arguments: Sight.allCases)
  func apart(_ sight: Sight) {
    let palette = Palette(depth: .direct)
    let ends = (sight.seen(palette.color(level: 0)), sight.seen(palette.color(level: 32)))
    #expect(ends.0.distance(to: ends.1) >= 0.25)
    let lines = (sight.seen(palette.negative), sight.seen(palette.positive))
    #expect(lines.0.distance(to: lines.1) >= 0.25)
  }

  @Test("Levels are symmetric and clamped", arguments: ColorDepth.allCases)
  func levels(_ depth: ColorDepth) {
    let palette = Palette(depth: depth)
    #expect(palette.levels % 2 == 1)
    #expect(palette.level(of: .nan) == nil)
    #expect(palette.level(of: 0) == palette.levels / 2)
    #expect(palette.level(of: -.infinity) == 0)
    #expect(palette.level(of: 7) == palette.levels - 1)
    for value in stride(from: Float(0), through: 1, by: 0.01) {
      let (up, down) = (palette.level(of: value), palette.level(of: -value))
      #expect((up ?? 0) + (down ?? 0) == palette.levels - 1)
    }
  }

  @Test("The ends of the exact ramp are the colours that playgrounds use")
  func ends() {
    let palette = Palette(depth: .direct)
    #expect(palette.color(level: 0) == .rgb(0xF5, 0x93, 0x22))
    #expect(palette.color(level: 16) == .rgb(0xE8, 0xEA, 0xEB))
    #expect(palette.color(level: 32) == .rgb(0x08, 0x77, 0xBD))
  }

  @Test("No palette has a colour that its terminal lacks", arguments: ColorDepth.allCases)
  func depths(_ depth: ColorDepth) {
    let palette = Palette(depth: depth)
    var colors = (0..<palette.levels).map(palette.color(level:))
    colors += [
      palette.positive, palette.negative, palette.positiveMark, palette.negativeMark,
      palette.contour, palette.accent, palette.warning, palette.success, palette.muted,
    ]
    for index in -1...6 {
      colors.append(palette.classMarkColor(index))
      for strength in [-1, 0, 0.3, 1, 2, Float.nan] {
        colors.append(palette.classColor(index, strength: strength))
      }
    }
    for color in colors {
      switch color {
      case .standard: break
      case .indexed(let entry):
        let limits: [ColorDepth: UInt8] = [.eight: 7, .sixteen: 15, .indexed256: 255]
        #expect(limits[depth].map { entry <= $0 } ?? false)
      case .rgb: #expect(depth == .direct)
      }
    }
  }

  @Test("A class has at most eight colours, and no two share their strongest or their mark")
  func classes() {
    for depth in ColorDepth.allCases where depth != .mono {
      let palette = Palette(depth: depth)
      for index in 0..<Palette.classCount {
        let steps = Set((0...100).map { palette.classColor(index, strength: Float($0) / 100) })
        #expect(steps.count <= 8)
      }
      #expect(Set((0..<Palette.classCount).map { palette.classColor($0) }).count == 6)
    }
    for glyphs in GlyphSet.allCases {
      let marks = (0..<Palette.classCount).map { Palette.mark(forClass: $0, glyphs: glyphs) }
      #expect(Set(marks).count == 6)
      #expect(marks.allSatisfy { columnWidth($0) == 1 && $0.fitted(to: glyphs) == $0 })
    }
  }

  @Test("The functions behind the colours are accurate")
  func elementary() {
    #expect(abs(log2(10.0) - 3.321928094887362) < 1e-14)
    #expect(abs(exp2(0.5) - 1.4142135623730951) < 1e-14)
    #expect(abs(log10(1e-7) + 7) < 1e-13)
    #expect(exp2(-5000) == 0 && exp2(5000) == .infinity && log2(0) == -.infinity)
    #expect(power10(-3) == 0.001)
  }
}

/// The kinds of colour vision, as full dichromacy.
///
/// Source: Gustavo Machado et al., "A physiologically-based model for simulation of color vision
/// deficiency", 2009, severity 1.
enum Sight: CaseIterable {
  case normal, protan, deutan, tritan

  private var matrix: [Double] {
    switch self {
    case .normal: [1, 0, 0, 0, 1, 0, 0, 0, 1]
    case .protan:
      [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]
    case .deutan:
      [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881]
    case .tritan:
      [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900]
    }
  }

  func seen(_ color: Color) -> Oklab {
    guard case .rgb(let red, let green, let blue) = color else { return oklab(color) }
    let light = [red, green, blue].map(linearLight)
    let seen = (0..<3).map { row in
      let sum = (0..<3).map { matrix[3 * row + $0] * light[$0] }.reduce(0, +)
      return min(max(sum, 0), 1)
    }
    return Oklab(linear: seen[0], seen[1], seen[2])
  }
}

/// A colour as xterm shows it; the first sixteen are the user's and stand for nothing here.
private func oklab(_ color: Color) -> Oklab {
  switch color {
  case .rgb(let red, let green, let blue): return Oklab(red, green, blue)
  case .indexed(let entry) where entry >= 232:
    let grey = 8 + 10 * (entry - 232)
    return Oklab(grey, grey, grey)
  case .indexed(let entry) where entry >= 16:
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    let cube = Int(entry) - 16
    return Oklab(steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
  default: return Oklab(lightness: 0, a: 0, b: 0)
  }
}
