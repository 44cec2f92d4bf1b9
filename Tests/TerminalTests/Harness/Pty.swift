import CNCurses
import CVTerm
import Drawing
import Glibc

/// A pseudo terminal whose other side a program or ncurses uses, read by a virtual terminal.
///
/// A class, because it is the one owner of descriptors.
final class Pty {
  /// This side, until it is closed.
  private(set) var master: Int32
  /// The side of the program, until it is closed.
  private(set) var slave: Int32
  let terminal: VirtualTerminal

  /// There was no terminal to be had.
  struct Unavailable: Error {}

  init(size: Size) throws {
    var (master, slave) = (Int32(-1), Int32(-1))
    var window = Self.window(size)
    guard let terminal = VirtualTerminal(size: size),
      unsafe openpty(&master, &slave, nil, nil, &window) == 0
    else { throw Unavailable() }
    self.master = master
    self.slave = slave
    self.terminal = terminal
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
  }

  deinit {
    closeSlave()
    closeMaster()
  }

  /// Takes the terminal away from whoever uses it.
  func closeMaster() {
    if master >= 0 { close(master) }
    master = -1
  }

  func closeSlave() {
    if slave >= 0 { close(slave) }
    slave = -1
  }

  func resize(to size: Size) {
    var window = Self.window(size)
    terminal.resize(to: size)
    _ = unsafe ioctl(master, UInt(TIOCSWINSZ), &window)
  }

  private static func window(_ size: Size) -> winsize {
    winsize(
      ws_row: UInt16(size.height), ws_col: UInt16(size.width), ws_xpixel: 0, ws_ypixel: 0)
  }

  /// Types.
  func type(_ text: String) { write(text, to: master) }

  /// Types as many of these bytes as there is room for; tells how many.
  func type(_ bytes: ArraySlice<UInt8>) -> Int {
    unsafe bytes.withUnsafeBytes { max(0, unsafe Glibc.write(master, $0.baseAddress, $0.count)) }
  }

  /// Writes to one of the two sides.
  func write(_ text: String, to descriptor: Int32) { write(Array(text.utf8), to: descriptor) }

  private func write(_ bytes: [UInt8], to descriptor: Int32) {
    unsafe bytes.withUnsafeBytes { _ = unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }

  /// Takes over what has arrived; false once the other side is closed.
  @discardableResult func take() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe read(master, &buffer, buffer.count)
      if count > 0 {
        let replies = terminal.feed(buffer[..<count])
        if !replies.isEmpty { write(replies, to: master) }
      } else {
        return count < 0 && (errno == EAGAIN || errno == EINTR)
      }
    }
  }

  /// The terminal's modes that a shell cares for.
  var modes: TerminalModes {
    var modes = termios()
    _ = unsafe tcgetattr(master, &modes)
    let mouse: Set<Int> = [9, 1000, 1001, 1002, 1003, 1005, 1006, 1015]
    return TerminalModes(
      isCanonical: modes.c_lflag & tcflag_t(ICANON) != 0,
      echoes: modes.c_lflag & tcflag_t(ECHO) != 0,
      hasSignalKeys: modes.c_lflag & tcflag_t(ISIG) != 0,
      mapsNewlines: modes.c_oflag & tcflag_t(ONLCR) != 0,
      isAlternate: !terminal.modes.isDisjoint(with: [47, 1047, 1049]),
      hasMouse: !terminal.modes.isDisjoint(with: mouse),
      isInPicture: terminal.modes.contains(2026),
      hasKeypad: terminal.modes.contains(1))
  }
}

/// What must be as it was when a program has ended.
struct TerminalModes: Equatable {
  var isCanonical = true
  var echoes = true
  var hasSignalKeys = true
  var mapsNewlines = true
  var isAlternate = false
  var hasMouse = false
  var isInPicture = false
  var hasKeypad = false

  /// As a shell needs it.
  static let normal = TerminalModes()
}
