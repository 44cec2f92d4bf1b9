/// A colour as a terminal knows it.
public enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// An entry of the terminal's palette: 0–7, 0–15 or 0–255, as its depth allows.
  case indexed(UInt8)
  /// An exact colour, for terminals of `ColorDepth.direct` only.
  case rgb(UInt8, UInt8, UInt8)
}

/// How many colours a terminal shows.
public enum ColorDepth: String, CaseIterable, Sendable {
  case mono
  case eight = "8"
  case sixteen = "16"
  case indexed256 = "256"
  case direct
}

/// Which characters a terminal's font and locale can show.
public enum GlyphSet: String, CaseIterable, Sendable {
  /// ASCII alone.
  case ascii
  /// Box drawing and block elements, but no braille: the Linux console.
  case blocks
  /// Everything: box drawing, block elements and braille.
  case braille
}
