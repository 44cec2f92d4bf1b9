/// How many columns a terminal gives to a character: 0, 1 or 2.
///
/// Counted as `wcwidth` does, by the first scalar, because the terminal library moves its cursor
/// by that: control characters and lone combining marks take 0, East Asian wide ones and emoji 2.
public func columnWidth(_ character: Character) -> Int {
  guard let first = character.unicodeScalars.first else { return 0 }
  return columnWidth(first)
}

/// How many columns a terminal gives to a text on one line.
public func columnWidth(_ text: String) -> Int {
  var width = 0
  for character in text { width += columnWidth(character) }
  return width
}

extension Character {
  /// The character as one cell can hold it: its base and the marks on it, without whatever else
  /// a cluster joins (the second half of a flag, the family of an emoji).
  var base: Character {
    guard unicodeScalars.count > 1, let first = unicodeScalars.first else { return self }
    var scalars = String.UnicodeScalarView([first])
    for scalar in unicodeScalars.dropFirst() {
      let category = scalar.properties.generalCategory
      let isMark = category == .nonspacingMark || category == .enclosingMark
      if isMark && scalar != "\u{FE0F}" { scalars.append(scalar) }
    }
    return Character(String(scalars))
  }
}

private func columnWidth(_ scalar: Unicode.Scalar) -> Int {
  let code = scalar.value
  if code < 0x300 { return code < 0x20 || (code >= 0x7F && code < 0xA0) ? 0 : 1 }
  // Lines, blocks and braille are nearly everything we draw: no table for them.
  if code >= 0x2500 && code < 0x25FD { return 1 }
  if code >= 0x2800 && code < 0x2900 { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control, .surrogate: return 0
  default: break
  }
  if code >= 0x1160 && code < 0x1200 { return 0 }
  return wideRanges.contains { $0.contains(code) } ? 2 : 1
}

/// The scalars that are two columns wide.
///
/// Source: Unicode Standard Annex 11, East Asian Width, classes W and F, joined where only
/// unassigned scalars lie between.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
  0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F,
  0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5,
  0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5,
  0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728,
  0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
  0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
  0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
  0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
  0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FB, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF,
  0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C,
  0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4,
  0x1F3F8...0x1F43E, 0x1F440...0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F567,
  0x1F57A...0x1F57A, 0x1F595...0x1F596, 0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5,
  0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7F0,
  0x1F90C...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
]
