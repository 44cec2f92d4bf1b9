public import Studio

/// An attempt at an exercise, as it is handed over to be kept.
public struct Homework: Sendable {
  /// The session with the attempt and the log of what was done.
  public let session: Session
  /// Which attempt of the learner at this exercise it is, from 1.
  public let number: Int
  /// Whether the exercise was left with it, so that no time is spent on it from now on.
  public var isLeft = false

  /// Whether anything was done in it.
  public var hasBegun: Bool { session.totalSteps > 0 || !session.log.entries.isEmpty }

  /// An attempt and its number.
  public init(_ session: Session, number: Int, isLeft: Bool = false) {
    self.session = session
    self.number = number
    self.isLeft = isLeft
  }
}

extension Homework: Equatable {
  /// Whether both come from the same attempt at the same moment.
  public static func == (one: Homework, other: Homework) -> Bool {
    one.number == other.number && one.isLeft == other.isLeft
      && one.session.totalSteps == other.session.totalSteps
      && one.session.log == other.session.log
  }
}
