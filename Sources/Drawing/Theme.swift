/// Which colours stand for negative and positive numbers, for classes and for notes.
public enum Theme: String, CaseIterable, Sendable {
  /// Orange and blue, the colours that neural-network playgrounds taught people to read.
  case playground
  /// The colours of Okabe and Ito, which people of every colour vision tell apart.
  case okabe
  /// From navy to yellow, steadily lighter: it reads in every colour vision, and in grey print.
  case cividis
  /// Few strong steps, black marks, and text of high contrast.
  case highContrast = "high-contrast"
  /// No colours: signs and classes are glyphs.
  case monochrome

  /// What it is, for menus.
  public var title: String {
    switch self {
    case .playground: "orange and blue"
    case .okabe: "safe for every colour vision (Okabe and Ito)"
    case .cividis: "navy to yellow, safe in grey too"
    case .highContrast: "few strong steps, high contrast"
    case .monochrome: "no colours"
    }
  }
}

/// What the terminal's own background is, on which text stands.
public enum Ground: String, CaseIterable, Sendable {
  case dark, light
  /// Not known: colours of text are then readable on both.
  case unknown
}
