import Drawing
import Glibc
import Testing

@testable import Terminal

/// A kind of terminal, and how many colours the screen should find in it.
struct Kind: CustomTestStringConvertible, Sendable {
  var term: String
  var extra: [String: String] = [:]
  var depth: ColorDepth

  var testDescription: String { "\(term) \(depth.rawValue)" }

  static let all = [
    Kind(term: "xterm-256color", depth: .indexed256),
    Kind(term: "tmux-256color", depth: .indexed256),
    Kind(term: "xterm-256color", extra: ["COLORTERM": "truecolor"], depth: .direct),
    Kind(term: "tmux-256color", extra: ["TMUX": "yes"], depth: .direct),
    Kind(term: "xterm-kitty", depth: .indexed256),
    Kind(term: "xterm", depth: .eight),
    Kind(term: "linux", depth: .eight),
    Kind(term: "vt100", depth: .mono),
  ]
}

@Suite("What the screen shows", .serialized)
@MainActor struct ScreenTests {
  @Test("Characters, colours and styles arrive as they were drawn", arguments: Kind.all)
  func roundTrip(kind: Kind) throws {
    var terminal = try InProcessTerminal(
      term: kind.term, glyphs: .braille, extra: kind.extra)
    #expect(terminal.screen.capabilities == Capabilities(depth: kind.depth, glyphs: .braille))
    var canvas = terminal.canvas
    for (x, character) in "Ab ▀⣿╭é".enumerated() { canvas[x, 0] = Cell(character) }
    for (index, character) in "日本".enumerated() {
      canvas[2 * index, 1] = Cell(character, background: color(index, kind.depth))
      canvas[2 * index + 1, 1] = Cell(nil, background: color(index, kind.depth))
    }
    canvas[5, 1] = Cell("e\u{301}\u{323}")
    let styles: [Style] = [.bold, .underline, .reverse, [.bold, .underline]]
    for (x, style) in styles.enumerated() { canvas[x, 2] = Cell("s", style: style) }
    for y in 3..<10 {
      for x in 0..<40 {
        canvas[x, y] = Cell(
          "▀", foreground: color(x, kind.depth), background: color(3 * x + y, kind.depth))
      }
    }
    terminal.show(canvas)
    for y in 0..<canvas.size.height {
      for x in 0..<canvas.size.width {
        guard let glyph = canvas[x, y].glyph else { continue }
        let shown = terminal.pty.terminal.cell(row: y, column: x)
        let isWide = x + 1 < 40 && canvas[x + 1, y].glyph == nil
        let expected = ScreenCell(
          text: String(glyph), width: isWide ? 2 : 1,
          foreground: canvas[x, y].foreground, background: canvas[x, y].background,
          style: canvas[x, y].style)
        #expect(shown.asSeen == expected.asSeen, "row \(y), column \(x)")
      }
    }
  }

  /// Some colour that a terminal of this depth shows exactly.
  private func color(_ index: Int, _ depth: ColorDepth) -> Color {
    if index % 9 == 8 { return .standard }
    return switch depth {
    case .mono: .standard
    case .eight: .indexed(UInt8(index % 8))
    case .sixteen: .indexed(UInt8(index % 16))
    case .indexed256: .indexed(UInt8(index * 5 % 256))
    case .direct: .rgb(UInt8(index * 6 % 256), 200, UInt8(255 - index))
    }
  }

  @Test("The same picture again costs not one byte, and one new cell costs a few")
  func unchanged() throws {
    var terminal = try InProcessTerminal()
    var canvas = terminal.canvas
    for x in 0..<40 { canvas[x, 3] = Cell("▀", foreground: .indexed(UInt8(x))) }
    terminal.show(canvas)
    let before = (terminal.pty.terminal.byteCount, terminal.pty.terminal.frameCount)
    terminal.show(canvas)
    #expect((terminal.pty.terminal.byteCount, terminal.pty.terminal.frameCount) == before)
    canvas[7, 3] = Cell("!")
    terminal.show(canvas)
    #expect(terminal.pty.terminal.line(3).contains("!"))
    #expect(terminal.pty.terminal.byteCount - before.0 < 60)
    #expect(terminal.pty.terminal.frameCount == before.1 + 1)
  }

  @Test("A change that the terminal cannot show costs not one byte")
  func invisible() throws {
    var terminal = try InProcessTerminal(term: "vt100")
    var canvas = terminal.canvas
    terminal.show(canvas)
    let before = terminal.pty.terminal.byteCount
    canvas[3, 3] = Cell(" ", background: .indexed(4))
    terminal.show(canvas)
    #expect(terminal.pty.terminal.byteCount == before)
  }

  @Test("A canvas of another size is clipped, and the rest is blank")
  func otherSizes() throws {
    var terminal = try InProcessTerminal(size: Size(width: 10, height: 4))
    var large = Canvas(size: Size(width: 30, height: 9), capabilities: .full)
    for y in 0..<9 {
      for x in 0..<30 { large[x, y] = Cell(Character("\(x % 10)")) }
    }
    terminal.show(large)
    #expect(
      terminal.pty.terminal.text == Array(repeating: "0123456789", count: 4).joined(separator: "\n")
    )
    var small = Canvas(size: Size(width: 3, height: 2), capabilities: .full)
    small[0, 1] = Cell("x")
    terminal.show(small)
    #expect(terminal.pty.terminal.text == "          \nx         \n          \n          ")
    terminal.show(Canvas(size: Size(width: 0, height: 0), capabilities: .full))
    #expect(terminal.pty.terminal.text.allSatisfy { $0 == " " || $0 == "\n" })
  }

  @Test("Where the cursor stood before makes no difference")
  func startsAnywhere() throws {
    var terminal = try InProcessTerminal(
      size: Size(width: 8, height: 4), before: "shell> percept\r\n  ")
    var canvas = terminal.canvas
    for x in 0..<8 { canvas[x, 0] = Cell("x") }
    terminal.show(canvas)
    #expect(terminal.pty.terminal.text == "xxxxxxxx\n        \n        \n        ")
  }

  @Test("Halves of wide characters and unprintable ones never shift the rest of a row")
  func torn() throws {
    var terminal = try InProcessTerminal(glyphs: .braille, size: Size(width: 8, height: 4))
    var canvas = terminal.canvas
    canvas[0, 0] = Cell(nil)  // A second half without a first.
    canvas[2, 0] = Cell("日")  // A first half alone, which brings its second.
    canvas[7, 0] = Cell("本")  // No room for a second.
    canvas[0, 1] = Cell("\u{7}")
    canvas[2, 1] = Cell("\u{1B}")
    canvas[3, 1] = Cell("a")
    canvas[4, 1] = Cell(nil)  // A second half after a narrow character.
    for y in 0...1 { canvas[6, y] = Cell("|") }
    terminal.show(canvas)
    #expect(terminal.pty.terminal.line(0) == "  日  | ")
    #expect(terminal.pty.terminal.line(1) == "   a  | ")
  }

  @Test("Where only ASCII is shown, other characters have stand-ins")
  func ascii() throws {
    var terminal = try InProcessTerminal(glyphs: .ascii, size: Size(width: 4, height: 1))
    var canvas = terminal.canvas
    for (x, character) in "a▀é~".enumerated() { canvas[x, 0] = Cell(character) }
    terminal.show(canvas)
    #expect(terminal.pty.terminal.line(0) == "a#e~")
  }

  @Test("The cursor stands where the canvas has it, and is hidden otherwise")
  func cursor() throws {
    var terminal = try InProcessTerminal()
    var canvas = terminal.canvas
    terminal.show(canvas)
    #expect(!terminal.pty.terminal.modes.contains(25))
    canvas.cursor = Point(x: 7, y: 4)
    terminal.show(canvas)
    #expect(terminal.pty.terminal.modes.contains(25))
    #expect(terminal.pty.terminal.cursor == Point(x: 7, y: 4))
    canvas.cursor = Point(x: 8, y: 4)
    terminal.show(canvas)
    #expect(terminal.pty.terminal.cursor == Point(x: 8, y: 4))
    canvas.cursor = Point(x: 40, y: 4)
    terminal.show(canvas)
    #expect(!terminal.pty.terminal.modes.contains(25))
  }

  @Test("A terminal that takes no bytes is not waited for, and shows the last picture later")
  func stalled() throws {
    var terminal = try InProcessTerminal(
      color: .direct, size: Size(width: 200, height: 60))
    var last = terminal.canvas
    for frame in 0..<20 {
      for y in 0..<60 {
        for x in 0..<200 {
          last[x, y] = Cell("▀", foreground: .rgb(UInt8(x), UInt8(y), UInt8(frame)))
        }
      }
      last[0, 0] = Cell(Character(Unicode.Scalar(UInt8(65 + frame))))
      // Nobody reads the other side: this would never return if it waited.
      terminal.screen.present(last)
    }
    let isCatchingUp = terminal.screen.isCatchingUp
    #expect(isCatchingUp)
    // Reading what is there lets events, and then the picture, through.
    terminal.pty.type("k")
    #expect(terminal.screen.nextEvent(timeout: .seconds(120)) == .key(.character("k")))
    terminal.settle()
    #expect(terminal.pty.terminal.cell(row: 0, column: 0).text == "T")
    #expect(terminal.pty.terminal.frameCount < 20)
  }

  @Test("More pairs of colours than the terminal has are shown by near ones")
  func manyPairs() throws {
    var terminal = try InProcessTerminal(color: .direct, size: Size(width: 200, height: 60))
    for frame in 0..<6 {
      var canvas = terminal.canvas
      for y in 0..<60 {
        for x in 0..<200 {
          canvas[x, y] = Cell(
            "▀", foreground: .rgb(UInt8(x), UInt8(4 * y), UInt8(40 * frame)),
            background: .rgb(0, 0, UInt8(x)))
        }
      }
      terminal.show(canvas)
      guard case .rgb(let red, _, _) = terminal.pty.terminal.cell(row: 30, column: 150).foreground
      else {
        Issue.record("no colour in frame \(frame)")
        continue
      }
      #expect(abs(Int(red) - 150) < 40)
    }
  }

  @Test("Closing gives the terminal back, once", arguments: Kind.all)
  func closing(kind: Kind) throws {
    var terminal = try InProcessTerminal(term: kind.term, extra: kind.extra)
    terminal.show(terminal.canvas)
    #expect(terminal.pty.modes != .normal)
    #expect(!terminal.pty.modes.isCanonical)
    terminal.screen.close()
    terminal.pty.take()
    #expect(terminal.pty.modes == .normal)
    let count = terminal.pty.terminal.byteCount
    terminal.screen.close()
    terminal.screen.present(terminal.canvas)
    terminal.pty.take()
    #expect(terminal.pty.terminal.byteCount == count)
    #expect(terminal.screen.nextEvent(timeout: .zero) == .terminated(signal: SIGHUP))
  }
}
