import Engine

/// A session that is trained up to a number of epochs, without anybody looking on.
///
/// It takes the same steps as a session on the screen, to the same bits. Only its curves have fewer
/// points, for they would cost a small network more than a few hundredths of its training.
public struct HeadlessRun: Sendable {
  /// Why training is over.
  public enum Ending: String, Sendable {
    /// All epochs were trained.
    case finished
    /// Early stopping ended it, and brought the best weights back.
    case stoppedEarly = "stopped early"
    /// A number was not finite any more.
    case diverged
  }

  /// The session as it is now.
  public private(set) var session: Session
  /// The epoch at whose end training is over.
  public let epochs: Int

  /// The most steps between two looks at the world outside.
  private static let slice = 64

  /// A session in free play, to be trained until so many epochs lie behind it in all.
  public init(_ session: Session, epochs: Int) {
    self.session = session
    self.epochs = epochs
    // One that was left in the past goes on from the end of its line, as when it is left otherwise.
    self.session.seek(steps: .max)
    self.session.history.thin(for: epochs)
  }

  /// Why training is over; nil while it is not.
  public var ending: Ending? {
    if session.trainer.hasStopped {
      return session.trainer.divergence == nil ? .stoppedEarly : .diverged
    }
    return session.trainer.epochCount >= epochs || !session.mayTrain ? .finished : nil
  }

  /// Takes some steps, none beyond the end of the present epoch.
  ///
  /// - Returns: whether they ended the epoch.
  public mutating func advance() -> Bool {
    guard ending == nil else { return false }
    let epoch = session.trainer.epochCount
    session.advance(steps: min(Self.slice, session.trainer.stepsLeftInEpoch))
    return session.trainer.epochCount > epoch
  }

  /// Takes all the steps that are left.
  public mutating func finish() {
    while ending == nil { _ = advance() }
  }
}
