import CTermGuard
import Drawing
import Glibc

extension NcursesScreen {
  /// Gives the terminal back and stops, as ctrl-Z does with other programs; goes on from here when
  /// continued.
  /// - Parameter wholeJob: whether what was started together with the program stops too.
  mutating func suspend(wholeJob: Bool) {
    guard hold == .held, process.signals >= 0 else { return }
    output.drop()
    guard_restore()
    hold = .away
    guard_stop(wholeJob)
    // SIGCONT is known by now, and as long as the program is away it means nothing.
    takeSignals()
    comeBack()
  }

  /// Something continued the process. If that was a stop no one announced, others may have used the
  /// terminal meanwhile.
  mutating func wasContinued() {
    guard hold == .held else { return }
    if isInForeground { takeUp() } else { hold = .away }
  }

  /// Takes the terminal again if the program is in the foreground: only then is it its to draw on.
  mutating func comeBack() {
    if hold == .away, isInForeground { takeUp() }
  }

  private mutating func takeUp() {
    hold = .held
    guard_arm(output.descriptor)
    curses.takeModes()
    output.drop()
    output.send(curses.strings.greeting(mouse: hasMouse))
    curses.cursorWasHidden()
    forget()
    fit()
    events.append(.resized(size))
  }

  /// Whether the terminal listens to this program's group; so it is where there are no groups.
  private var isInForeground: Bool {
    let owner = tcgetpgrp(output.descriptor)
    return owner == -1 || owner == getpgrp()
  }
}
