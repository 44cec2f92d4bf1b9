extension Palette {
  /// How many classes have a colour and a mark of their own; further ones start again.
  public static let classCount = 6

  /// The colour of a class, from pale (strength 0) to full (1), in at most 8 steps.
  ///
  /// The first two classes are the orange and blue of negative and positive.
  ///
  /// Source: Masataka Okabe and Kei Ito, "Color universal design", 2008.
  public func classColor(_ index: Int, strength: Float = 1) -> Color {
    let steps = classRamps(index)
    guard !steps.isEmpty else { return .standard }
    let clamped = strength.isNaN ? 0 : min(max(strength, 0), 1)
    return steps[Int((clamped * Float(steps.count - 1)).rounded())]
  }

  /// The colour of the mark of a class on its map.
  public func classMarkColor(_ index: Int) -> Color {
    switch depth {
    case .direct: return directMarks[wrapped(index)]
    case .indexed256: return .indexed([52, 17, 22, 53, 52, 17][wrapped(index)])
    case .sixteen, .eight: return .indexed(0)
    case .mono: return .standard
    }
  }

  /// The mark of a class: its shape tells it from the others without colour.
  public static func mark(forClass index: Int, glyphs: GlyphSet) -> Character {
    switch glyphs {
    case .ascii: return ["o", "x", "+", "*", "#", "%"][wrapped(index)]
    case .blocks: return ["○", "•", "▲", "■", "♦", "+"][wrapped(index)]
    case .braille: return ["○", "●", "▲", "■", "◆", "✚"][wrapped(index)]
    }
  }

  private func classRamps(_ index: Int) -> [Color] {
    switch depth {
    case .direct: return directRamps[wrapped(index)]
    case .indexed256: return indexedRamps[wrapped(index)].map { .indexed($0) }
    case .sixteen: return sixteenRamps[wrapped(index)].map { .indexed($0) }
    case .eight: return [.indexed([3, 4, 2, 5, 1, 6][wrapped(index)])]
    case .mono: return []
    }
  }
}

/// Negative indices count as the first class.
private func wrapped(_ index: Int) -> Int { max(0, index) % Palette.classCount }

private let directRamps: [[Color]] = {
  let full = [
    Oklab(0xF5, 0x93, 0x22), Oklab(0x08, 0x77, 0xBD), Oklab(0x00, 0x9E, 0x73),
    Oklab(0xCC, 0x79, 0xA7), Oklab(0xD5, 0x5E, 0x00), Oklab(0x56, 0xB4, 0xE9),
  ]
  let zero = Oklab(0xE8, 0xEA, 0xEB)
  // The palest step still tells which class it is.
  return full.map { color in
    (0..<8).map { zero.mixed(with: color, 0.2 + 0.8 * Double($0) / 7).color }
  }
}()

private let directMarks: [Color] = [
  .rgb(0x5E, 0x2A, 0x00), .rgb(0x06, 0x2B, 0x4F), .rgb(0x00, 0x33, 0x22),
  .rgb(0x4A, 0x14, 0x36), .rgb(0x4A, 0x12, 0x00), .rgb(0x08, 0x38, 0x58),
]

private let indexedRamps: [[UInt8]] = [
  [230, 223, 215, 208], [189, 153, 74, 32], [194, 151, 72, 35], [225, 218, 176, 133],
  [224, 216, 173, 166], [195, 159, 117, 39],
]

/// Pale is the bright colour, full the dark one.
private let sixteenRamps: [[UInt8]] = [
  [11, 3], [12, 4], [10, 2], [13, 5], [9, 1], [14, 6],
]
