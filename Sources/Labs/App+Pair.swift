import Drawing
import Engine
import Studio

/// What is wanted of a comparison.
enum Pairing: Sendable {
  /// A copy of the session beside it.
  case begin
  /// The other one of the two gets the keys.
  case swap
  /// Only the one that has the keys stays.
  case end
}

/// Two sessions in lock-step.
extension App {
  /// Does what is wanted of a comparison.
  mutating func carryOut(_ pairing: Pairing) {
    targetEpoch = nil
    guard session.attempt == nil else {
      notice = "A comparison is for free play: an exercise has one run at a time."
      return
    }
    // Only who has arrived can be compared.
    session.seek(steps: .max)
    guard let focus = rival?.focus else {
      guard pairing == .begin else {
        notice = "Nothing is compared; A begins a comparison."
        return
      }
      rival = Rival(copying: session)
      notice = "B is a copy of A, yours to change. % swaps them, r begins both at epoch 0."
      return
    }
    switch pairing {
    case .begin: notice = "They are compared already; % swaps A and B, E ends it."
    case .swap:
      rival?.swap(with: &session)
      captured = nil
      lab.settle(on: session)
      notice = "\(focus.other.rawValue) is yours to change now; \(focus.rawValue) goes along."
    case .end:
      let (mine, other) = (focus.rawValue, focus.other.rawValue)
      guard asksToEndPair else {
        asksToEndPair = true
        notice = "E again ends the comparison: \(mine) stays, \(other) is lost. % swaps them first."
        return
      }
      asksToEndPair = false
      rival = nil
      lab.fit(to: session)
      notice = "The comparison has ended; this was \(mine)."
    }
  }

  /// The session whose steps are counted now: the one in focus, unless the other one catches up with
  /// it or goes on alone.
  var pacer: Session {
    if let rival, rival.leads(session) { return rival.session }
    return session
  }

  /// What the one whose steps are counted is called; nil while nothing is compared.
  var pacerName: String? {
    rival.map { $0.leads(session) ? $0.focus.other.rawValue : $0.focus.rawValue }
  }

  /// Whether nothing takes a step any more.
  var hasStopped: Bool { rival?.hasStopped(beside: session) ?? session.trainer.hasStopped }

  /// Trains the session, and its rival with it.
  mutating func advance(steps: Int) {
    guard rival != nil else { return session.advance(steps: steps) }
    let stopped = stoppedSides
    rival?.advance(&session, steps: steps)
    if stoppedSides != stopped, !hasStopped { notice = tellStopOfOne }
  }

  /// Whether each of the two has stopped, the one in focus first.
  private var stoppedSides: [Bool] {
    [session.trainer.hasStopped, rival?.session.trainer.hasStopped ?? true]
  }

  /// Which of two does not go on, and why.
  private var tellStopOfOne: String {
    guard let rival else { return "" }
    let isFocused = session.trainer.hasStopped
    let (one, other) =
      isFocused ? (rival.focus, rival.focus.other) : (rival.focus.other, rival.focus)
    let trainer = isFocused ? session.trainer : rival.session.trainer
    let what =
      trainer.divergence.map { "has diverged in epoch \($0.epoch)" }
      ?? "was stopped early in epoch \(trainer.epochCount)"
    return "\(one.rawValue) \(what); \(other.rawValue) goes on alone."
  }

  /// Whether a message is only time for training, in which nobody wants anything.
  func isTraining(_ message: Message) -> Bool {
    guard case .tick = message else { return false }
    return isRunning || isFinishingEpoch || lab.beat == nil
  }

  /// Takes in a message while two sessions are compared: what one of them does, the other one goes
  /// along with.
  mutating func updatePair(_ message: Message) -> Command? {
    let (before, focus) = (session, rival?.focus)
    let shelf = (earlier.count, later.count)
    lab.rival = rival
    let command = take(message)
    session.seek(steps: .max)
    // A second reference would be copied at every step.
    lab.rival = nil
    for index in otherLabs.indices { otherLabs[index]?.rival = nil }
    guard let now = rival, now.focus == focus, (earlier.count, later.count) == shelf else {
      return command
    }
    follow(since: before)
    return command
  }

  private mutating func follow(since before: Session) {
    guard let following = rival?.follow(&session, since: before) else { return }
    switch following {
    case .refused(let reason):
      notice = reason
      lab.settle(on: session)
    case .together: add(" \(rival?.focus.other.rawValue ?? "") goes along.")
    case .apart:
      // Steps that a screen took by itself, such as the microscope's; more than an epoch is caught
      // up with as time passes.
      let seen = session.samplesSeen - before.samplesSeen
      if seen > 0, seen <= session.trainer.samples.count { rival?.keepUp(with: session) }
      guard session.log.entries.count > before.log.entries.count, let rival else { return }
      let (mine, other) = (session.trainer.epochCount, rival.session.trainer.epochCount)
      if mine < other { add(" \(rival.focus.other.rawValue) waits at epoch \(other).") }
      if mine > other { add(" \(rival.focus.other.rawValue) catches up from epoch \(other).") }
    }
  }

  /// Adds to what is said, where there is room.
  private mutating func add(_ words: String) {
    if columnWidth(notice + words) <= NoticeLine.width { notice += words }
  }
}
