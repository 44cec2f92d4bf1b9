import Datasets
import Engine
import Lessons
import Studio

/// The truth behind made points, drawn over the maps.
extension PlaygroundLab {
  /// The place of this work among those of views, which it belongs to none of.
  static let truthPlace = -1

  /// What is to be drawn of it now.
  func shownTruth(_ session: Session) -> TruthWork? {
    guard look.showsTruth, let truth, truth.isKnown, truth.fits(session) else { return nil }
    return truth
  }

  /// Switches it on or off; says why, if there is nothing to show.
  mutating func showTruth(_ session: Session) -> Reply {
    guard session.preset.hasTruth else {
      look.showsTruth = false
      guard case .unknown(let reason) = session.preset.truth else { return Reply() }
      return Reply(reason)
    }
    look.showsTruth.toggle()
    guard look.showsTruth else { return Reply("The truth is no longer shown.") }
    if let truth, truth.isFinished, truth.fits(session) {
      return Reply(TruthText(session, truth).notice)
    }
    tellsTruth = true
    return Reply("The truth is being worked out: the best boundary that there is.")
  }

  /// Has the truth worked out anew when the data have changed, and called off when it is not shown.
  mutating func nextWork(_ session: Session) -> WorkWish? {
    guard look.showsTruth else {
      guard truth?.isFinished == false else { return nil }
      truth = nil
      return WorkWish(view: Self.truthPlace, work: nil)
    }
    guard truth?.fits(session) != true else { return nil }
    let work = TruthWork(session, reusing: truth)
    truth = work
    return work.isFinished ? nil : WorkWish(view: Self.truthPlace, work: work)
  }

  /// Takes in how far it is worked out.
  mutating func receive(_ work: TruthWork, _ session: Session) -> Reply {
    guard look.showsTruth, work.fits(session) else { return Reply() }
    truth = work
    guard work.isFinished, tellsTruth else { return Reply() }
    tellsTruth = false
    return Reply(TruthText(session, work).notice)
  }
}
