import Drawing
import Lessons
import Studio

/// Presets that are opened, and what the outside is asked for.
extension App {
  /// Begins with another preset; the session before stays to be gone back to.
  mutating func open(_ preset: Preset) {
    let left = session.attempt?.exercise.label
    if let homework { outbox.append(.keep(homework.left)) } else { shelve() }
    (session, rival) = (Session(preset), nil)
    adoptOpened()
    let opened = session.preset.openingNote ?? "Opened \(preset.title)"
    notice =
      left.map { "\($0) is left and kept, J goes on with it. \(opened)." }
      ?? session.preset.openingNote
      ?? "Opened \(preset.title); u goes back to what was there before."
  }

  /// Puts the session aside, to be gone back to.
  mutating func shelve() {
    earlier.append(session)
    earlierRivals.append(rival)
    // Sessions set aside take no more memory than one that is at work.
    while earlier.count > 8
      || earlier.count > 1 && earlier.reduce(0, { $0 + $1.pastByteCount }) > 48 << 20
    {
      earlier.removeFirst()
      earlierRivals.removeFirst()
    }
    (later, laterRivals) = ([], [])
  }

  /// Makes everything fit a session that was just opened, in free play unless told otherwise.
  mutating func adoptOpened() {
    captured = nil
    learning = nil
    seedTrial = nil
    showPlayground()
    forgetWork()
    isRunning = false
    targetEpoch = nil
    lab.settle(on: session)
  }

  /// Whether going back or forward leads to another session: where nothing is left to undo or redo in
  /// this one, and no exercise would be left with it.
  func canChangeSession(_ title: String?) -> Bool { title == nil && session.attempt == nil }

  /// Goes back to the session before a preset was opened; false if there is none.
  mutating func goBackToEarlierSession() -> Bool {
    guard let last = earlier.popLast() else { return false }
    later.append(session)
    laterRivals.append(rival)
    go(to: last, beside: earlierRivals.popLast() ?? nil)
    notice = "Back to \(last.preset.title), as it was; ctrl-r goes forward again."
    return true
  }

  /// Goes forward to the session that was gone back from; false if there is none.
  mutating func goOnToLaterSession() -> Bool {
    guard let next = later.popLast() else { return false }
    earlier.append(session)
    earlierRivals.append(rival)
    go(to: next, beside: laterRivals.popLast() ?? nil)
    notice = "Forward to \(next.preset.title), as it was."
    return true
  }

  private mutating func go(to other: Session, beside otherRival: Rival?) {
    (session, rival) = (other, otherRival)
    forgetWork()
    isRunning = false
    targetEpoch = nil
    captured = nil
    lab.settle(on: session)
  }

  mutating func toggleMouse() -> Command {
    hasMouse.toggle()
    notice =
      hasMouse
      ? "The mouse is Percept's: click, drag, wheel and hover."
      : "The mouse is the terminal's: text can be selected; M takes it back."
    return .setMouse(hasMouse)
  }

  mutating func toggleCaption() {
    showsCaption.toggle()
    notice = ""
  }

  /// Other colours, which are kept for the next time.
  mutating func nextTheme() -> Command {
    let themes = Theme.allCases
    let place = themes.firstIndex(of: capabilities.theme) ?? 0
    return choose(themes[(place + 1) % themes.count])
  }

  /// The colours of a theme, which are kept for the next time.
  mutating func choose(_ theme: Theme) -> Command {
    notice = "Colours: \(theme.rawValue), \(theme.title); T shows others."
    return .prefer(.theme(theme))
  }
}
