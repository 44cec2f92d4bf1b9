@testable import Drawing
import TestSupport
import Testing

/// Distances are those of OKLab, in which black and white are 1 apart.
@Suite("Themes")
struct ThemeTests {
  /// Themes on terminals whose colours are known, on every ground.
  private static func known(_ themes: [Theme]) -> [Capabilities] {
    allPalettes.filter {
      themes.contains($0.theme) && ($0.depth == .direct || $0.depth == .indexed256)
    }
  }
  static let colored = known([.playground, .okabe, .cividis, .highContrast])
  static let safe = known([.okabe, .cividis])

  @Test("The ends of the ramp stay apart for every kind of sight", arguments: colored)
  func ends(_ capabilities: Capabilities) {
    let palette = Palette(capabilities)
    let distance = leastDistance(
      palette.color(level: 0), palette.color(level: palette.levels - 1))
    // The playground's own, with 256 colours, come a bit nearer to each other for protanopes.
    let isSafe = capabilities.theme != .playground || capabilities.depth == .direct
    #expect(distance >= (isSafe ? 0.25 : 0.2), "\(distance)")
  }

  @Test("Lines of the two signs stay apart for every kind of sight", arguments: colored)
  func lines(_ capabilities: Capabilities) {
    let palette = Palette(capabilities)
    let distance = leastDistance(palette.positive, palette.negative)
    #expect(distance >= 0.2, "\(distance)")
  }

  @Test(
    "Neighbouring classes of the safe themes stay apart for every kind of sight", arguments: safe)
  func neighbours(_ capabilities: Capabilities) {
    let palette = Palette(capabilities)
    for index in 0..<5 {
      let distance = leastDistance(palette.classColor(index), palette.classColor(index + 1))
      #expect(distance >= 0.2, "classes \(index) and \(index + 1): \(distance)")
    }
    for (one, other) in pairs(6) {
      let distance = leastDistance(palette.classColor(one), palette.classColor(other))
      #expect(distance >= 0.1, "classes \(one) and \(other): \(distance)")
    }
  }

  @Test("The playground's classes are told apart by shape where colours come near each other")
  func playgroundClasses() {
    let palette = Palette(.full)
    let distances = (0..<5).map {
      leastDistance(palette.classColor($0), palette.classColor($0 + 1))
    }
    // Blue and green, and green and purple, are near for some: the safe themes are for these.
    let reported = [0.28, 0.07, 0.08, 0.11, 0.25]
    for (distance, expected) in zip(distances, reported) {
      #expect(abs(distance - expected) < 0.01, "\(distances)")
    }
  }

  private func pairs(_ count: Int) -> [(Int, Int)] {
    (0..<count).flatMap { one in (one + 1..<count).map { (one, $0) } }
  }

  @Test("Text reads on its ground, and on both where it is not known", arguments: colored)
  func readable(_ capabilities: Capabilities) {
    let least: Double
    switch (capabilities.ground, capabilities.theme) {
    case (.unknown, _): least = 3
    case (_, .highContrast): least = 7
    default: least = 4.4
    }
    for (name, color) in named(Palette(capabilities)) {
      for ground in grounds(capabilities.ground) {
        let found = contrast(color, ground) ?? 0
        #expect(found >= least, "\(name) on \(ground): \(found)")
      }
    }
  }

  @Test("Text of 16 colours reads on a ground that is known, with the colours PCs began with")
  func readableOnConsoles() {
    for capabilities in allPalettes
    where capabilities.depth == .sixteen && capabilities.ground != .unknown {
      for (name, color) in named(Palette(capabilities)) {
        guard case .indexed(let index) = color else { continue }
        for ground in grounds(capabilities.ground) {
          let found = contrast(vga[Int(index)], ground) ?? 0
          #expect(found >= 3, "\(capabilities.theme) \(name) on \(ground): \(found)")
        }
      }
    }
  }

  private func named(_ palette: Palette) -> [(String, Color)] {
    [
      ("positive", palette.positive), ("negative", palette.negative), ("accent", palette.accent),
      ("warning", palette.warning), ("success", palette.success), ("muted", palette.muted),
    ]
  }

  private func grounds(_ ground: Ground) -> [Color] {
    let (dark, light) = (Color.rgb(0x1E, 0x1E, 0x1E), Color.rgb(0xFF, 0xFF, 0xFF))
    return switch ground {
    case .dark: [dark]
    case .light: [light]
    case .unknown: [dark, light]
    }
  }

  /// The sixteen colours of the Linux console and of PCs.
  private let vga: [Color] = (0..<16).map { index in
    if index == 3 { return .rgb(0xAA, 0x55, 0) }
    let (low, high): (UInt8, UInt8) = index < 8 ? (0, 0xAA) : (0x55, 0xFF)
    return .rgb(
      index & 1 == 0 ? low : high, index & 2 == 0 ? low : high, index & 4 == 0 ? low : high)
  }

  @Test("A mark shows on every colour of every map", arguments: colored)
  func marksShow(_ capabilities: Capabilities) {
    let palette = Palette(capabilities)
    var grounds = (0..<palette.levels).map(palette.color(level:))
    var marks = [palette.positiveMark, palette.negativeMark]
    for index in 0..<Palette.classCount {
      marks.append(palette.classMarkColor(index))
      grounds += [0, 0.5, 1].map { palette.classColor(index, strength: $0) }
    }
    for ground in grounds {
      for mark in marks {
        var canvas = Canvas(size: Size(width: 1, height: 1), capabilities: capabilities)
        canvas[0, 0] = Cell(" ", background: ground)
        canvas.drawMark("●", at: Point(x: 0, y: 0), color: mark)
        #expect((contrast(canvas[0, 0].foreground, ground) ?? 0) >= 2.4)
      }
    }
  }

  @Test("The contrasts are those of the guidelines")
  func contrasts() {
    #expect(contrast(.rgb(0, 0, 0), .rgb(255, 255, 255)).map { abs($0 - 21) < 1e-9 } ?? false)
    #expect(contrast(.indexed(16), .indexed(16)) == 1)
    #expect(contrast(.standard, .rgb(0, 0, 0)) == nil)
    // #767676 is known as the lightest grey of contrast 4.5 with white.
    let grey = contrast(.rgb(0x76, 0x76, 0x76), .indexed(231)) ?? 0
    #expect(grey > 4.5 && grey < 4.6)
  }
}

@Suite("Marks where colours are few")
struct ShallowMarkTests {
  @Test("A mark of a class has one colour on every map", arguments: [ColorDepth.sixteen, .eight])
  func oneColor(_ depth: ColorDepth) {
    for capabilities in allPalettes where capabilities.depth == depth {
      let palette = Palette(capabilities)
      var grounds = (0..<palette.levels).map(palette.color(level:))
      for index in 0..<Palette.classCount {
        grounds += [0, 1].map { palette.classColor(index, strength: $0) }
      }
      for index in 0..<Palette.classCount {
        let colors = grounds.map { ground in
          var canvas = Canvas(size: Size(width: 1, height: 1), capabilities: capabilities)
          canvas[0, 0] = Cell(" ", background: ground)
          canvas.drawMark("●", at: Point(x: 0, y: 0), color: palette.classMarkColor(index))
          #expect(canvas[0, 0].background != canvas[0, 0].foreground)
          return canvas[0, 0].foreground
        }
        #expect(Set(colors).count == 1)
      }
      // Black is not readable on these.
      #expect(!palette.hasDarkRamp, "\(capabilities)")
    }
  }
}

extension Palette {
  fileprivate var hasDarkRamp: Bool {
    (0..<levels).contains {
      [.indexed(0), .indexed(1), .indexed(4), .indexed(8)].contains(color(level: $0))
    }
  }
}
