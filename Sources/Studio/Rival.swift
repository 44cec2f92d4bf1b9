/// The other session of a comparison, beside the one that has the focus: the same data, and settings
/// that may differ.
///
/// The session in focus stays where it always is, and all that acts on a session acts on it; the
/// rival goes along. Which of the two is called A and which B does not change when they swap places.
public struct Rival: Sendable {
  /// One of the two sessions.
  public enum Side: String, CaseIterable, Sendable {
    case a = "A"
    case b = "B"

    /// The other one.
    public var other: Side { self == .a ? .b : .a }
  }

  /// The session that does not have the focus.
  public internal(set) var session: Session
  /// What the session in focus is called.
  public private(set) var focus = Side.b

  /// A rival that is no different yet: it is A, and its copy in focus is B, to be changed.
  public init(copying session: Session) { self.session = session }

  /// The two sessions by their names.
  public func sides(beside focused: Session) -> (a: Session, b: Session) {
    focus == .a ? (focused, session) : (session, focused)
  }

  /// The session in focus and the rival change places; neither of them changes.
  public mutating func swap(with focused: inout Session) {
    Swift.swap(&session, &focused)
    focus = focus.other
  }
}
