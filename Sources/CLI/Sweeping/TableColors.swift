import Drawing

/// How many colours a table on standard output may use.
enum TableColors {
  /// The depth asked for; else none without a terminal or with NO_COLOR, and else what the
  /// environment says of the terminal.
  static func depth(
    _ asked: ColorDepth?, isTerminal: Bool, environment: [String: String]
  ) -> ColorDepth {
    if let asked { return asked }
    let name = environment["TERM", default: ""]
    guard isTerminal, environment["NO_COLOR", default: ""].isEmpty, !name.isEmpty, name != "dumb"
    else { return .mono }
    if ["truecolor", "24bit"].contains(environment["COLORTERM", default: ""]) { return .direct }
    return name.contains("256color") ? .indexed256 : .eight
  }
}
