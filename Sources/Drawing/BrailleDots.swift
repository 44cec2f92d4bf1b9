/// The bit of a dot of a braille cell, in column 0–1 and row 0–3.
///
/// Source: Unicode Standard, Braille Patterns: the first three rows were numbered before the last.
func brailleBit(_ column: Int, _ row: Int) -> UInt8 {
  row == 3 ? 0x40 << UInt8(column) : 1 << UInt8(row + 3 * column)
}

/// The braille character with these dots.
func brailleGlyph(_ dots: UInt8) -> Character {
  Unicode.Scalar(0x2800 + UInt32(dots)).map(Character.init) ?? " "
}
