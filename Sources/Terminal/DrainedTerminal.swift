import CNCurses
import CTermGuard
public import Drawing
import Glibc

/// A terminal that nobody sees: a pseudo terminal whose bytes are taken at once and counted, to
/// measure what drawing costs.
@MainActor public struct DrainedTerminal: ~Copyable {
  /// The screen on it.
  public var screen: NcursesScreen
  private let drain: Drain

  /// Opens one of a size, with so many colours.
  public init(size: Size, depth: ColorDepth) throws(TerminalError) {
    var (master, slave) = (Int32(-1), Int32(-1))
    var window = winsize(
      ws_row: UInt16(clamping: size.height), ws_col: UInt16(clamping: size.width), ws_xpixel: 0,
      ws_ypixel: 0)
    guard unsafe openpty(&master, &slave, nil, nil, &window) == 0 else {
      throw .unusable("there is no pseudo terminal")
    }
    let drain = Drain(master: master, slave: slave)
    let options = NcursesScreen.Options(
      color: depth, glyphs: .braille, mouse: false, environment: ["TERM": "xterm-256color"])
    let screen = try NcursesScreen(options, input: slave, output: slave, takesProcess: false)
    self.screen = screen
    self.drain = drain
  }

  /// Shows a picture and takes its bytes; gives how many there were.
  public mutating func show(_ canvas: Canvas) -> Int {
    screen.present(canvas)
    var count = drain.take()
    while !screen.output.isEmpty {
      screen.catchUp()
      count += drain.take()
    }
    return count
  }
}

/// The other end of the pseudo terminal, closed with the last reference.
///
/// A class: other modules destroy the terminal that holds it, and can do that for a private class, but
/// not for a private struct without copies.
private final class Drain {
  let master: Int32
  let slave: Int32

  init(master: Int32, slave: Int32) {
    self.master = master
    self.slave = slave
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
  }

  deinit {
    close(slave)
    close(master)
  }

  /// Takes what is there; gives how many bytes there were.
  func take() -> Int {
    var total = 0
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(master, $0.baseAddress, $0.count)
      }
      guard count > 0 else { return total }
      total += count
    }
  }
}
