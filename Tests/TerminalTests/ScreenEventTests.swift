import Drawing
import Glibc
import Testing

@testable import Terminal

@Suite("What the screen reports", .serialized)
@MainActor struct ScreenEventTests {
  @Test("Keys typed as bytes are the same keys on every terminal", arguments: Kind.all)
  func keys(kind: Kind) throws {
    let keys: [(String, Key)] = [
      ("a", .character("a")), ("é", .character("é")), ("日", .character("日")), ("\r", .enter),
      ("\t", .tab), ("\u{1B}[Z", .backTab), ("\u{7F}", .backspace), ("\u{1B}", .escape),
      ("\u{3}", .control("c")), ("\u{10}", .control("p")),
      ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OB", .down),
      ("\u{1B}[C", .right), ("\u{1B}OC", .right), ("\u{1B}[D", .left), ("\u{1B}OD", .left),
      ("\u{1B}[1;5C", .right), ("\u{1B}[1;2A", .up),
      ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home),
      ("\u{1B}[F", .end), ("\u{1B}OF", .end), ("\u{1B}[4~", .end),
      ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[2~", .insert),
      ("\u{1B}[3~", .delete), ("\u{1B}OP", .function(1)), ("\u{1B}[15~", .function(5)),
      ("\u{1B}[24~", .function(12)),
    ]
    var terminal = try InProcessTerminal(term: kind.term, extra: kind.extra)
    for (bytes, key) in keys {
      #expect(terminal.type(bytes) == [.key(key)], "\(bytes.debugDescription)")
    }
    #expect(terminal.screen.nextEvent(timeout: .zero) == nil)
  }

  @Test("The mouse reports beyond column 223 on every terminal", arguments: Kind.all)
  func mouse(kind: Kind) throws {
    var terminal = try InProcessTerminal(
      term: kind.term, size: Size(width: 300, height: 10), extra: kind.extra)
    #expect(terminal.pty.terminal.modes.isSuperset(of: [1002, 1003, 1006]))
    #expect(
      terminal.type("\u{1B}[<0;250;5M\u{1B}[<32;251;5M\u{1B}[<0;251;5m", count: 3)
        == [
          .mouse(MouseEvent(.press, button: .left, at: Point(x: 249, y: 4))),
          .mouse(MouseEvent(.drag, button: .left, at: Point(x: 250, y: 4))),
          .mouse(MouseEvent(.release, button: .left, at: Point(x: 250, y: 4))),
        ])
    #expect(
      terminal.type("\u{1B}[<35;1;1M\u{1B}[<35;2;1M\u{1B}[<35;3;1Mx", count: 2)
        == [
          .mouse(MouseEvent(.hover, button: .none, at: Point(x: 2, y: 0))),
          .key(.character("x")),
        ])
  }

  @Test("The mouse can be left to the terminal and taken again")
  func givesTheMouseBack() throws {
    var terminal = try InProcessTerminal()
    let modes: Set<Int> = [1002, 1003, 1006]
    #expect(terminal.pty.terminal.modes.isSuperset(of: modes))
    terminal.screen.setMouse(false)
    terminal.settle()
    #expect(terminal.pty.terminal.modes.isDisjoint(with: modes))
    terminal.screen.setMouse(true)
    terminal.settle()
    #expect(terminal.pty.terminal.modes.isSuperset(of: modes))
  }

  @Test("Typing does not draw")
  func silence() throws {
    var terminal = try InProcessTerminal()
    terminal.show(terminal.canvas)
    let count = terminal.pty.terminal.byteCount
    _ = terminal.type("abc", count: 3)
    terminal.pty.take()
    #expect(terminal.pty.terminal.byteCount == count)
  }

  @Test("Another size is reported once, and the next picture fills it")
  func resizing() throws {
    var terminal = try InProcessTerminal(size: Size(width: 20, height: 4))
    terminal.show(terminal.canvas)
    for size in [Size(width: 33, height: 7), Size(width: 5, height: 2), Size(width: 1, height: 1)] {
      terminal.pty.resize(to: size)
      // A look is enough; in a program SIGWINCH would end a wait.
      #expect(terminal.screen.nextEvent(timeout: .zero) == .resized(size))
      #expect(terminal.screen.nextEvent(timeout: .zero) == nil)
      #expect(terminal.screen.size == size)
      var canvas = terminal.canvas
      for y in 0..<size.height {
        for x in 0..<size.width { canvas[x, y] = Cell("z") }
      }
      terminal.show(canvas)
      let row = String(repeating: "z", count: size.width)
      #expect(
        terminal.pty.terminal.text
          == Array(repeating: row, count: size.height).joined(separator: "\n"))
    }
  }

  @Test("The size in LINES and COLUMNS is not believed")
  func frozenSize() throws {
    unsafe setenv("COLUMNS", "11", 1)
    unsafe setenv("LINES", "3", 1)
    let terminal = try InProcessTerminal(size: Size(width: 20, height: 4))
    #expect(terminal.screen.size == Size(width: 20, height: 4))
  }

  @Test("A terminal that is gone ends the program as SIGHUP would, for ever")
  func gone() throws {
    let pty = try Pty(size: Size(width: 20, height: 4))
    let slave = dup(pty.slave)
    var screen = try NcursesScreen(
      NcursesScreen.Options(environment: ["TERM": "xterm"]), input: slave, output: slave,
      takesProcess: false)
    pty.closeMaster()
    #expect(screen.nextEvent(timeout: .seconds(120)) == .terminated(signal: SIGHUP))
    #expect(screen.nextEvent(timeout: .seconds(120)) == .terminated(signal: SIGHUP))
    screen.present(Canvas(size: screen.size, capabilities: screen.capabilities))
    close(slave)
  }

  @Test("Nothing typed is nothing reported, after the time given")
  func timeout() throws {
    var terminal = try InProcessTerminal()
    let before = ContinuousClock.now
    #expect(terminal.screen.nextEvent(timeout: .milliseconds(20)) == nil)
    #expect(ContinuousClock.now - before >= .milliseconds(20))
    #expect(Duration.microseconds(1).milliseconds == 1)
    #expect(Duration.milliseconds(20).milliseconds == 20)
    #expect(Duration.zero.milliseconds == 0)
    #expect(Duration.seconds(1_000_000_000_000).milliseconds == .max)
  }
}
