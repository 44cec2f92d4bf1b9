@testable import Drawing
import Testing

@Suite("Palettes")
struct PaletteTests {
  @Test("Lightness falls steadily from zero to both ends", arguments: both(diverging))
  func monotone(_ capabilities: Capabilities) {
    let palette = Palette(capabilities)
    let middle = palette.levels / 2
    let lightness = (0..<palette.levels).map { oklab(palette.color(level: $0)).lightness }
    for level in 0..<middle {
      #expect(lightness[level] < lightness[level + 1])
      #expect(lightness[palette.levels - 1 - level] < lightness[palette.levels - 2 - level])
    }
  }

  @Test("From navy to yellow it gets steadily lighter", arguments: both([.cividis]))
  func sequential(_ capabilities: Capabilities) {
    let palette = Palette(capabilities)
    let lightness = (0..<palette.levels).map { oklab(palette.color(level: $0)).lightness }
    #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $0 < $1 })
    #expect(lightness[palette.levels - 1] - lightness[0] > 0.5)
  }

  @Test("Levels are symmetric and clamped", arguments: ColorDepth.allCases)
  func levels(_ depth: ColorDepth) {
    let palette = Palette(Capabilities(depth: depth, glyphs: .braille))
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
    let palette = Palette(.full)
    #expect(palette.color(level: 0) == .rgb(0xF5, 0x93, 0x22))
    #expect(palette.color(level: 16) == .rgb(0xE8, 0xEA, 0xEB))
    #expect(palette.color(level: 32) == .rgb(0x08, 0x77, 0xBD))
  }

  @Test("No palette has a colour that its terminal lacks", arguments: allPalettes)
  func depths(_ capabilities: Capabilities) {
    let palette = Palette(capabilities)
    let depth = capabilities.depth
    var colors = (0..<palette.levels).map(palette.color(level:))
    colors += [
      palette.positive, palette.negative, palette.positiveMark, palette.negativeMark,
      palette.contour, palette.accent, palette.warning, palette.success, palette.muted,
    ]
    for index in -1...Palette.classCount {
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

  @Test("A class has at most eight colours, and no two share their strongest")
  func classes() {
    for capabilities in allPalettes where capabilities.depth != .mono {
      let palette = Palette(capabilities)
      for index in 0..<Palette.classCount {
        let steps = Set((0...100).map { palette.classColor(index, strength: Float($0) / 100) })
        #expect(steps.count <= 8)
      }
      let distinct = capabilities.depth == .eight ? 8 : 10
      #expect(Set((0..<Palette.classCount).map { palette.classColor($0) }).count == distinct)
    }
  }

  @Test("No two classes share their mark", arguments: GlyphSet.allCases)
  func classMarks(_ glyphs: GlyphSet) {
    let marks = (0..<Palette.classCount).map { Palette.mark(forClass: $0, glyphs: glyphs) }
    #expect(Set(marks).count == 10)
    #expect(marks.allSatisfy { columnWidth($0) == 1 && $0.fitted(to: glyphs) == $0 })
  }

  @Test("The monochrome theme is monochrome on every terminal, and comes off again")
  func monochrome() {
    for depth in ColorDepth.allCases {
      var capabilities = Capabilities(depth: depth, glyphs: .braille, theme: .monochrome)
      #expect(capabilities.depth == .mono)
      #expect(Palette(capabilities).positive == .standard)
      capabilities.theme = .okabe
      #expect(capabilities.depth == depth)
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

private let diverging: [Theme] = [.playground, .okabe, .highContrast]

/// Themes on terminals whose colours are known.
private func both(_ themes: [Theme]) -> [Capabilities] {
  themes.flatMap { theme in
    [ColorDepth.direct, .indexed256].map {
      Capabilities(depth: $0, glyphs: .braille, theme: theme)
    }
  }
}
