/// How well one colour reads on another, from 1 (not at all) to 21 (black on white); nil where one
/// of them is the terminal's own.
///
/// Source: Web Content Accessibility Guidelines 2.2, "contrast ratio".
func contrast(_ one: Color, _ other: Color) -> Double? {
  guard let first = luminance(one), let second = luminance(other) else { return nil }
  return (max(first, second) + 0.05) / (min(first, second) + 0.05)
}

/// How much light a colour gives, from 0 (black) to 1 (white).
///
/// Source: Web Content Accessibility Guidelines 2.2, "relative luminance".
private func luminance(_ color: Color) -> Double? {
  guard let (red, green, blue) = color.components else { return nil }
  return 0.2126 * lights[Int(red)] + 0.7152 * lights[Int(green)] + 0.0722 * lights[Int(blue)]
}

/// The linear light of every value of a screen: a map has hundreds of marks.
private let lights = (0...255).map { linearLight(UInt8($0)) }
