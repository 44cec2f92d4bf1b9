extension Palette {
  /// How many classes have a colour and a mark of their own; further ones start again.
  public static let classCount = 10

  /// The colour of a class, from pale (strength 0) to full (1), in at most 8 steps.
  ///
  /// The first two classes have the colours of negative and positive numbers. On 8 colours the last
  /// two share those of the first two.
  public func classColor(_ index: Int, strength: Float = 1) -> Color {
    guard !classes.ramps.isEmpty else { return .standard }
    let steps = classes.ramps[wrapped(index)]
    let clamped = strength.isNaN ? 0 : min(max(strength, 0), 1)
    return steps[Int((clamped * Float(steps.count - 1)).rounded())]
  }

  /// The colour of the mark of a class on its map.
  public func classMarkColor(_ index: Int) -> Color {
    classes.marks.isEmpty ? .standard : classes.marks[wrapped(index)]
  }

  /// The mark of a class: its shape tells it from the others without colour.
  public static func mark(forClass index: Int, glyphs: GlyphSet) -> Character {
    switch glyphs {
    case .ascii: return ["o", "x", "+", "*", "#", "%", "@", "&", "$", "="][wrapped(index)]
    case .blocks: return ["○", "•", "▲", "■", "♦", "+", "▼", "►", "◄", "♣"][wrapped(index)]
    case .braille: return ["○", "●", "▲", "■", "◆", "✚", "▼", "►", "◄", "★"][wrapped(index)]
    }
  }

  /// The place of a class among those with a colour; negative indices count as the first class.
  private func wrapped(_ index: Int) -> Int { Self.wrapped(index) }

  private static func wrapped(_ index: Int) -> Int { max(0, index) % classCount }
}
