/// The glyph of a bar in one cell, for a row of small bars.
///
/// A share of 0 is empty, and any more of it is seen. The console's font has no bars of eighths, so
/// it shows shades; in ASCII the glyph with more ink is the higher bar.
///
/// - Parameter share: how high the bar is, 0…1; clamped, and empty if it is not a number.
public func barGlyph(_ share: Double, glyphs: GlyphSet) -> Character {
  let steps = barGlyphs(glyphs)
  guard share > 0 else { return " " }
  return steps[min(Int((min(share, 1) * Double(steps.count)).rounded(.up)), steps.count) - 1]
}

private func barGlyphs(_ glyphs: GlyphSet) -> [Character] {
  switch glyphs {
  case .ascii: [".", ":", "-", "=", "+", "*", "#"]
  case .blocks: ["░", "▒", "▓", "█"]
  case .braille: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  }
}
