/// The colours of one theme as they were picked, for every depth that has colours.
///
/// Exact colours are written as `0xRRGGBB`.
struct ThemeTable {
  /// Colours of text and lines, which stand on the terminal's own background.
  struct Text {
    /// Exact: positive, negative, accent, warning, success, muted.
    var direct: [UInt32]
    /// The same among the 256.
    var indexed: [UInt8]
    /// Positive and negative among the 16.
    var sixteen: [UInt8]
    /// Positive and negative among the 8.
    var eight: [UInt8]
  }

  /// Colours of marks on a map: of positive points, of negative points, of the line between them.
  struct Marks {
    var direct: [UInt32]
    var indexed: [UInt8]
  }

  /// Classes: full colours and marks exactly, ramps from pale to full and marks among the 256.
  struct Classes {
    var direct: [UInt32]
    var directMarks: [UInt32]
    var indexed: [[UInt8]]
    var indexedMarks: [UInt8]
  }

  /// Exact colours at even distances from −1 to +1; between them OKLab decides.
  var anchors: [UInt32]
  /// How many exact colours the ramp has; 33 look smooth.
  var levels = 33
  /// The ramps of fewer colours, picked by eye.
  var indexedRamp: [UInt8]
  var sixteenRamp: [UInt8]
  var eightRamp: [UInt8]
  /// In the order of `Ground.allCases`.
  var text: [Text]
  var marks: Marks
  var classes: Classes

  /// Every palette of the theme.
  var palettes: [[Palette]] {
    ColorDepth.allCases.map { depth in
      let ramp = ramp(depth)
      let classes = classColors(depth)
      return text.enumerated().map { index, text in
        Palette(
          depth: depth, ramp: ramp, named(depth, text, ground: Ground.allCases[index]), classes)
      }
    }
  }

  private func ramp(_ depth: ColorDepth) -> [Color] {
    switch depth {
    case .direct:
      return (0..<levels).map { level in
        let place = Double(level * (anchors.count - 1)) / Double(levels - 1)
        let below = min(Int(place), anchors.count - 2)
        return Oklab(anchors[below])
          .mixed(with: Oklab(anchors[below + 1]), place - Double(below)).color
      }
    case .indexed256: return indexedRamp.map { .indexed($0) }
    case .sixteen: return sixteenRamp.map { .indexed($0) }
    case .eight: return eightRamp.map { .indexed($0) }
    // The levels are the steps that glyphs show.
    case .mono: return Array(repeating: .standard, count: 11)
    }
  }

  private func named(_ depth: ColorDepth, _ text: Text, ground: Ground) -> NamedColors {
    switch depth {
    case .direct:
      NamedColors(text: text.direct.map(exact), marks: marks.direct.map(exact))
    case .indexed256:
      NamedColors(
        text: text.indexed.map { .indexed($0) }, marks: marks.indexed.map { .indexed($0) })
    case .sixteen:
      NamedColors(
        text: text.sixteen.map { .indexed($0) } + ground.sixteenNotes,
        marks: Array(repeating: .indexed(0), count: 3))
    case .eight:
      NamedColors(
        text: text.eight.map { .indexed($0) } + ground.eightNotes,
        marks: Array(repeating: .indexed(0), count: 3))
    case .mono:
      NamedColors(
        text: Array(repeating: .standard, count: 6), marks: Array(repeating: .standard, count: 3))
    }
  }

  private func classColors(_ depth: ColorDepth) -> ClassColors {
    switch depth {
    case .direct:
      let pale = Oklab(0xE8EAEB)
      // The palest step still tells which class it is.
      let ramps = classes.direct.map { color in
        (0..<8).map { pale.mixed(with: Oklab(color), 0.2 + 0.8 * Double($0) / 7).color }
      }
      return ClassColors(ramps: ramps, marks: classes.directMarks.map(exact))
    case .indexed256:
      return ClassColors(
        ramps: classes.indexed.map { $0.map { .indexed($0) } },
        marks: classes.indexedMarks.map { .indexed($0) })
    case .sixteen: return .sixteen
    case .eight: return .eight
    case .mono: return ClassColors(ramps: [], marks: [])
    }
  }
}

/// An exact colour written as `0xRRGGBB`.
private func exact(_ hex: UInt32) -> Color {
  .rgb(
    UInt8(truncatingIfNeeded: hex >> 16), UInt8(truncatingIfNeeded: hex >> 8),
    UInt8(truncatingIfNeeded: hex))
}

extension Oklab {
  /// The colour written as `0xRRGGBB`.
  init(_ hex: UInt32) {
    self.init(
      UInt8(truncatingIfNeeded: hex >> 16), UInt8(truncatingIfNeeded: hex >> 8),
      UInt8(truncatingIfNeeded: hex))
  }
}
