import Drawing
import Glibc

@testable import Terminal

/// A screen of this process on a pseudo terminal: no other program, no signals.
@MainActor struct InProcessTerminal: ~Copyable {
  let pty: Pty
  var screen: NcursesScreen

  init(
    term: String = "xterm-256color", color: ColorDepth? = nil, glyphs: GlyphSet? = nil,
    size: Size = Size(width: 40, height: 10), extra: [String: String] = [:],
    before: String = ""
  ) throws {
    let pty = try Pty(size: size)
    pty.write(before, to: pty.slave)
    pty.take()
    var environment = extra
    environment["TERM"] = term
    let options = NcursesScreen.Options(color: color, glyphs: glyphs, environment: environment)
    let screen = try NcursesScreen(
      options, input: pty.slave, output: pty.slave, takesProcess: false)
    pty.take()
    self.pty = pty
    self.screen = screen
  }

  /// A blank canvas for the screen.
  var canvas: Canvas { Canvas(size: screen.size, capabilities: screen.capabilities) }

  /// Presents a canvas, and lets the terminal take all of it.
  mutating func show(_ canvas: Canvas) {
    screen.present(canvas)
    settle()
  }

  /// Lets the terminal take all that is on its way.
  mutating func settle() {
    pty.take()
    while !screen.output.isEmpty {
      screen.catchUp()
      pty.take()
    }
  }

  /// Types, and collects the events that come of it.
  mutating func type(_ text: String, count: Int = 1) -> [ScreenEvent] {
    pty.type(text)
    return (0..<count).compactMap { _ in screen.nextEvent(timeout: .seconds(120)) }
  }
}
