import Drawing

/// What a terminal description says that the choice depends on.
struct TerminalDescription: Equatable, Sendable {
  /// How many colours it has; 0 if it has none.
  var colors: Int
  /// Whether the cursor can be put anywhere.
  var movesCursor: Bool
}

/// Which terminal description to use, and how many colours of it.
struct TerminalChoice: Equatable, Sendable {
  /// The name to open the terminal by.
  var name: String
  /// The value of TERMINFO to open it with; nil to leave that variable alone.
  var terminfo: String?
  /// How many colours to use.
  var depth: ColorDepth

  /// Chooses by TERM, and by the other variables that tell of colours.
  ///
  /// Over ssh TERM is often a name this machine has not heard of: a known family then stands in.
  /// - Parameters:
  ///   - requested: the colours asked for on the command line, or nil.
  ///   - environment: the variables the program was started with.
  ///   - describe: what this machine knows of a name; nil if nothing.
  static func make(
    requested: ColorDepth?, environment: [String: String],
    describe: (String) -> TerminalDescription?
  ) throws(TerminalError) -> TerminalChoice {
    let (family, found) = try found(environment: environment, describe: describe)
    let depth = ColorLadder.choice(
      requested: requested, environment: environment, family: family,
      colors: found.description.colors
    ).depth
    if depth == .direct {
      let direct = DirectTerminfo.description(for: family ?? .xterm)
      return TerminalChoice(name: direct.name, terminfo: direct.terminfo, depth: depth)
    }
    // More colours asked for than the description has: a richer one of the family has them.
    if depth.colors > found.description.colors {
      let richer = (family ?? .xterm).descriptions.first {
        (describe($0)?.colors ?? 0) >= depth.colors
      }
      if let richer { return TerminalChoice(name: richer, depth: depth) }
      let direct = DirectTerminfo.description(for: family ?? .xterm)
      return TerminalChoice(name: direct.name, terminfo: direct.terminfo, depth: depth)
    }
    return TerminalChoice(name: found.name, depth: depth)
  }

  /// The family of TERM, and what the machine knows of TERM or, failing that, of a name that stands
  /// in for it.
  static func found(
    environment: [String: String], describe: (String) -> TerminalDescription?
  ) throws(TerminalError) -> (
    family: TerminalFamily?, found: (name: String, description: TerminalDescription)
  ) {
    guard let term = environment["TERM"], !term.isEmpty else { throw .unnamedTerminal }
    let family = TerminalFamily(name: term)
    for name in [term] + (family?.descriptions ?? []) {
      guard let description = describe(name) else { continue }
      guard description.movesCursor else { throw .cannotMoveCursor(term) }
      return (family, (name, description))
    }
    throw .unknownTerminal(term)
  }
}
