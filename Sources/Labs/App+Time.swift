import Engine
import Studio

/// Going back in time, and on again.
extension App {
  /// An epoch back or on, or to one end of the line. At its end, going on trains an epoch.
  mutating func travel(_ intent: Intent) {
    let isNew = !session.isInThePast && !session.isSeeking
    if intent == .later, isNew { return stepEpoch() }
    isRunning = false
    let trainer = session.trainer
    let here = session.soughtEpoch ?? trainer.epochCount
    // Within an epoch, and where its first step diverged, its beginning is the next place back.
    let isWithin = !session.isSeeking && (trainer.position > 0 || trainer.divergence != nil)
    guard intent != .earlier || here > 0 || isWithin else {
      notice = "This is where the run begins."
      return
    }
    let action: Action =
      switch intent {
      case .earlier: .goToEpoch(isWithin ? here : here - 1, branch: nil)
      case .later: .goToEpoch(here + 1, branch: nil)
      case .earliest: .goToEpoch(0, branch: nil)
      default: .goToEnd(branch: nil)
      }
    notice = session.apply(action).message
    lab.fit(to: session)
  }

  /// Stops training where it is: who goes elsewhere in time wants to look around there.
  mutating func pause() {
    isRunning = false
    targetEpoch = nil
  }

  /// Goes on to where the session was sent.
  mutating func seek(_ steps: Int) {
    session.seek(steps: steps)
    lab.fit(to: session)
  }
}
