/// A line that is written over again and again, to tell how far something is.
enum RewrittenLine {
  /// Whether there can be one: on a terminal, and not on one that only adds, as those in editors do that
  /// call themselves dumb.
  static func isPossible(isTerminal: Bool, _ environment: [String: String]) -> Bool {
    isTerminal && environment["TERM"] != "dumb"
  }
}
