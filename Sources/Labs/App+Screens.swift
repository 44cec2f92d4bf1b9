import Lessons
import Studio

/// Which screen is shown, what it asks for, and how it moves on.
extension App {
  mutating func carry(_ reply: Reply) -> Command? {
    notice = reply.notice ?? ""
    if reply.leaves { showPlayground() }
    if let preset = reply.opens {
      open(preset)
      return .stopAllWork
    }
    if let pairing = reply.pairing { carryOut(pairing) }
    if case .learn? = reply.command { return reply.command.map { leaving($0) } }
    if let reason = lock(on: reply.work) {
      notice = reason
      lab.workEnded()
      return nil
    }
    if let wish = reply.work { return works.order(wish, ofLab: shownLab) }
    return reply.command
  }

  /// Why work in the background has to wait: runs with other seeds tell what is to be predicted.
  private func lock(on wish: WorkWish?) -> String? {
    guard let attempt = session.attempt, wish?.work is LuckWork else { return nil }
    let trains = attempt.exercise.permits.deeds.contains(.train)
    return attempt.mustAnswerFirst || !trains ? session.trainingRefusal : nil
  }

  /// Takes in news of work in the background, which may belong to a screen that is not shown.
  mutating func receive(_ order: WorkOrder) -> Command? {
    guard works.expects(order) else { return nil }
    let (work, view) = (order.work, order.place.view)
    if order.place == .ofApp {
      if let trial = work as? SeedTrial { receive(trial) }
      return nil
    }
    guard order.place.lab == shownLab else {
      if otherLabs.indices.contains(order.place.lab) {
        let reply = otherLabs[order.place.lab]?.receive(work, view: view, session: &session)
        if let wish = reply?.work { return works.order(wish, ofLab: order.place.lab) }
      }
      return nil
    }
    let reply = lab.receive(work, view: view, session: &session)
    // What has come in meanwhile says nothing, and leaves what was said.
    return reply.isEmpty ? nil : carry(reply)
  }

  /// Shows another screen; the one that was shown is as it was when it comes back.
  mutating func show(_ index: Int) {
    guard LabCatalogue.all.indices.contains(index), index != shownLab else { return }
    isRunning = false
    captured = nil
    otherLabs[shownLab] = lab
    lab = otherLabs[index] ?? LabCatalogue.all[index].init()
    otherLabs[index] = nil
    shownLab = index
    lab.attend(classroom)
    lab.fit(to: session)
  }

  /// Back to the playground, from another screen.
  mutating func showPlayground() { show(0) }

  /// Forgets what goes on in the background, and lets the screens know.
  mutating func forgetWork() {
    works.forget()
    lab.workEnded()
    for index in otherLabs.indices { otherLabs[index]?.workEnded() }
  }

  /// Lets time for so many steps pass, of training or of the screen.
  mutating func pass(_ steps: Int) -> Command? {
    guard !session.isSeeking, !isRunning, !isFinishingEpoch, lab.beat != nil else {
      train(steps)
      return nil
    }
    guard steps > 0 else { return nil }
    let reply = lab.beat(steps, session: &session)
    return reply.isEmpty ? nil : carry(reply)
  }
}
