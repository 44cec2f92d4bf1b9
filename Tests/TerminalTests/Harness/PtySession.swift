import CVTerm
import Drawing
import Glibc

/// A program on a pseudo terminal of its own.
///
/// Nothing here sleeps: every wait is for bytes or for the program's end, and the two minutes after
/// which it gives up only bounds a failure. A class, because it is the one owner of a process.
final class PtySession {
  /// How a program ended.
  enum End: Equatable {
    case exited(Int32)
    case signaled(Int32)
  }

  /// What was waited for did not come; shows the screen.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  let pty: Pty
  let process: pid_t
  private let processEnd: Int32
  private var end: End?
  private var isOpen = true
  private static let patience = Duration.seconds(120)

  /// What a program needs that is to show colours and Unicode, and to die quickly.
  static let environment = [
    "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin",
    "HOME": "/tmp", "XDG_CONFIG_HOME": "/tmp/percept-tests", "XDG_STATE_HOME": "/tmp/percept-tests",
    "SWIFT_BACKTRACE": "enable=no",
  ]

  /// Starts a program whose standard streams, and controlling terminal, are the new terminal.
  /// - Parameter folder: where it works; nil for where the tests do.
  init(
    _ path: String, arguments: [String] = [], size: Size = Size(width: 80, height: 24),
    environment: [String: String] = PtySession.environment, folder: String? = nil
  ) throws {
    pty = try Pty(size: size)
    process = try ProcessStart.start(
      path, arguments: arguments, environment: environment, folder: folder,
      terminal: pty.slave)
    pty.closeSlave()
    processEnd = cvterm_open_process(process)
  }

  deinit {
    if end == nil {
      kill(process, SIGKILL)
      _ = reap(options: 0)
    }
    close(processEnd)
  }

  /// Types.
  func send(_ text: String) { pty.type(text) }

  /// Types any bytes, as many as the terminal's buffer holds at a time, while the program reads.
  func send(_ bytes: [UInt8]) throws {
    let limit = ContinuousClock.now + Self.patience
    var rest = bytes[...]
    while isOpen {
      rest = rest.dropFirst(pty.type(rest))
      isOpen = pty.take()
      if rest.isEmpty { return }
      guard ContinuousClock.now < limit else {
        throw Failure(description: "the program reads no more, the screen is\n\(text)")
      }
      pollAny([pty.master], events: POLLIN | POLLOUT)
    }
  }

  /// Sends a signal to the program.
  func signal(_ number: Int32) { kill(process, number) }

  /// Gives the terminal another size, as a window manager would.
  func resize(to size: Size) { pty.resize(to: size) }

  /// What stands in a cell.
  func cell(row: Int, column: Int) -> ScreenCell { pty.terminal.cell(row: row, column: column) }

  /// A row as text.
  func line(_ row: Int) -> String { pty.terminal.line(row) }

  /// The screen as text.
  var text: String { pty.terminal.text }

  /// Waits until the screen shows a text, between pictures and not within one.
  func wait(for text: String) throws {
    try wait("“\(text)”") { !$0.modes.contains(2026) && $0.text.contains(text) }
  }

  /// Waits until a text is gone from the screen.
  func wait(forAbsenceOf text: String) throws {
    try wait("“\(text)” to go") { !$0.modes.contains(2026) && !$0.text.contains(text) }
  }

  /// Waits for so many more whole pictures.
  func wait(forFrames count: Int) throws {
    let goal = pty.terminal.frameCount + count
    try wait("\(count) pictures") { $0.frameCount >= goal }
  }

  /// Waits until the screen shows a text, or the program has ended; false if it has.
  func waitIfRunning(for text: String) throws -> Bool {
    try wait("“\(text)”, or the program's end") { terminal in
      !isOpen || (!terminal.modes.contains(2026) && terminal.text.contains(text))
    }
    return isOpen
  }

  /// Waits until the terminal is in a state.
  func wait(_ what: String, until isReached: (VirtualTerminal) -> Bool) throws {
    let limit = ContinuousClock.now + Self.patience
    while true {
      if isOpen { isOpen = pty.take() }
      if isReached(pty.terminal) { return }
      guard isOpen, ContinuousClock.now < limit else {
        throw Failure(description: "waited for \(what), the screen is\n\(text)")
      }
      pollAny([pty.master])
    }
  }

  /// Waits for the program's end, and takes over the last it wrote.
  func waitForEnd() throws -> End {
    let limit = ContinuousClock.now + Self.patience
    while end == nil {
      if isOpen { isOpen = pty.take() }
      end = reap(options: WNOHANG)
      if end != nil { break }
      guard ContinuousClock.now < limit else {
        throw Failure(description: "waited for the program's end, the screen is\n\(text)")
      }
      pollAny(isOpen ? [pty.master, processEnd] : [processEnd])
    }
    if isOpen { isOpen = pty.take() }
    guard let end else { throw Failure(description: "the program has no end") }
    return end
  }

  /// Waits for the program's end without reading what it writes, as a stalled terminal would.
  func waitForEndUnread() throws -> End {
    var request = pollfd(fd: processEnd, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&request, 1, 120_000) > 0, let end = reap(options: 0) else {
      throw Failure(description: "waited for the program's end")
    }
    self.end = end
    return end
  }

  private func reap(options: Int32) -> End? {
    var status: Int32 = 0
    guard unsafe waitpid(process, &status, options) == process else { return nil }
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .signaled(signal)
  }

  private func pollAny(_ descriptors: [Int32], events: Int32 = POLLIN) {
    var requests = descriptors.map { pollfd(fd: $0, events: Int16(events), revents: 0) }
    _ = unsafe poll(&requests, nfds_t(requests.count), 1000)
  }
}
