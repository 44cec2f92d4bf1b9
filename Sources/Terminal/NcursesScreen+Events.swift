import CNCurses
import CTermGuard
public import Drawing
import Glibc

extension NcursesScreen {
  /// How often a program in the background looks whether it is in the foreground again: no signal
  /// tells.
  private static let glance = Duration.milliseconds(200)

  /// The next event, waiting for one no longer than `timeout`; nil if none came.
  ///
  /// ctrl-Z and SIGTSTP stop the program inside; the first event afterwards is `.resized`. In the
  /// background time passes without events. Once the terminal is gone the answer is always
  /// `.terminated(signal: SIGHUP)`.
  public mutating func nextEvent(timeout: Duration) -> ScreenEvent? {
    let end = ContinuousClock.now + timeout
    while true {
      if let event = events.next() { return event }
      guard hold != .closed else { return .terminated(signal: SIGHUP) }
      let left = max(.zero, end - ContinuousClock.now)
      wait(atMost: hold == .away ? min(left, Self.glance) : left)
      if events.isEmpty, ContinuousClock.now >= end { return nil }
    }
  }

  /// Waits until something happens, and deals with all that has happened.
  private mutating func wait(atMost duration: Duration) {
    let isHeld = hold == .held
    var requests = [
      pollfd(fd: isHeld ? input : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: process.signals, events: Int16(POLLIN), revents: 0),
      pollfd(
        fd: isHeld && !output.isEmpty ? output.descriptor : -1, events: Int16(POLLOUT), revents: 0),
    ]
    unsafe poll(&requests, nfds_t(requests.count), duration.milliseconds)
    if !isHeld { comeBack() }
    if requests[1].revents != 0 { takeSignals() }
    guard hold == .held else { return }
    fit()
    let gone = Int16(POLLHUP | POLLERR | POLLNVAL)
    if requests[2].revents != 0 { catchUp() }
    let isReadable = requests[0].revents & Int16(POLLIN) != 0
    let hasRead = takeInput()
    let hasEnded = isReadable && !hasRead && isAtEnd
    if requests[0].revents & gone != 0 || hasEnded { lose() }
  }

  /// Reads all there is, as ncurses may hold bytes that poll cannot see; false if there was nothing.
  private mutating func takeInput() -> Bool {
    var count = 0
    var shallSuspend = false
    while hold == .held, let token = curses.read() {
      count += 1
      // `fit` has seen to the size.
      if token == KEY_RESIZE { continue }
      if token == Self.suspendKey {
        shallSuspend = true
      } else {
        decoder.decode(token, into: &events)
      }
    }
    decoder.endOfBatch(into: &events)
    if shallSuspend { suspend(wholeJob: true) }
    return count > 0
  }

  /// ctrl-Z.
  private static let suspendKey: Int32 = 26

  /// Whether reading would give the end of input: readable, but nothing to read.
  private var isAtEnd: Bool {
    var request = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    var count: Int32 = 0
    return unsafe poll(&request, 1, 0) == 1
      && (unsafe ioctl(input, UInt(FIONREAD), &count) != 0 || count == 0)
  }

  /// Deals with the signals that arrived.
  mutating func takeSignals() {
    while let number = process.next() {
      switch number {
      case SIGTSTP: suspend(wholeJob: false)
      case SIGCONT: wasContinued()
      case SIGWINCH: wasResized()
      default: events.append(.terminated(signal: number))
      }
    }
  }

  /// The terminal has another size, or had one for a moment: it may be the old one again, and the
  /// picture cut all the same. `fit` looks which it is.
  private mutating func wasResized() {
    guard hold == .held else { return }
    forget()
    events.append(.resized(size))
  }

  /// The terminal is gone.
  private mutating func lose() {
    close()
    events.append(.terminated(signal: SIGHUP))
  }
}

extension Duration {
  /// Whole milliseconds, rounded up so that a wait is never too short, for poll.
  var milliseconds: Int32 {
    let (seconds, attoseconds) = components
    let fraction = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(
      clamping: seconds.multipliedReportingOverflow(by: 1000).overflow
        ? .max : seconds * 1000 + fraction)
  }
}
