import Drawing

/// What the terminal's background is, as far as the environment tells.
enum GroundChoice {
  /// By COLORFGBG, which rxvt, Konsole and others set: the numbers of foreground and background
  /// among the sixteen colours, `15;0` or `0;default;15`.
  static func make(environment: [String: String]) -> Ground {
    let parts = environment["COLORFGBG", default: ""].split(separator: ";")
    guard parts.count > 1, let last = parts.last, let color = Int(last), (0..<16).contains(color)
    else { return .unknown }
    // Black, the six dark colours and dark grey; all others are light.
    return color < 7 || color == 8 ? .dark : .light
  }
}
