@testable import Drawing
import TestSupport
import Testing

@Suite("Pictures as text for terminals")
struct ANSIEncoderTests {
  @Test("The first picture is whole, a later one what changed, the same one nothing")
  func changes() {
    var encoder = ANSIEncoder()
    var canvas = blank(4, 2)
    canvas[1, 0] = Cell("a")
    #expect(encoder.encode(canvas) == "\u{1B}[0m\u{1B}[2J\u{1B}[1;2Ha")
    #expect(encoder.encode(canvas) == "")
    canvas[2, 1] = Cell("b", foreground: .rgb(1, 2, 3), background: .indexed(200), style: .bold)
    canvas[3, 1] = Cell("c", foreground: .rgb(1, 2, 3), background: .indexed(200), style: .bold)
    #expect(
      encoder.encode(canvas) == "\u{1B}[2;3H\u{1B}[0;1;38;2;1;2;3;48;5;200mbc\u{1B}[0m")
    canvas[1, 0] = .blank
    #expect(encoder.encode(canvas) == "\u{1B}[1;2H ")
  }

  @Test("Another size is a whole picture again")
  func sizes() {
    var encoder = ANSIEncoder()
    _ = encoder.encode(blank(4, 2))
    var other = blank(5, 2)
    other[0, 0] = Cell("x")
    #expect(encoder.encode(other) == "\u{1B}[0m\u{1B}[2J\u{1B}[1;1Hx")
  }

  @Test("Wide characters take two columns, and what follows them stands where it should")
  func wide() {
    var encoder = ANSIEncoder()
    var canvas = blank(6, 1)
    canvas[1, 0] = Cell("日")
    canvas[3, 0] = Cell("x")
    #expect(encoder.encode(canvas) == "\u{1B}[0m\u{1B}[2J\u{1B}[1;2H日x")
    canvas[1, 0] = Cell("a")
    #expect(encoder.encode(canvas) == "\u{1B}[1;2Ha ")
  }

  @Test("The sixteen colours have their own numbers")
  func sixteen() {
    var canvas = blank(2, 1, .sixteen)
    canvas[0, 0] = Cell("a", foreground: .indexed(1), background: .indexed(12))
    canvas[1, 0] = Cell("b", background: .indexed(12))
    #expect(canvas.ansiText == "\u{1B}[31;104ma\u{1B}[39mb\u{1B}[0m\n")
    #expect(canvas.plainText == "ab\n")
  }

  @Test("Pictures one after the other give what the last one shows", arguments: 0..<20)
  func anyPictures(seed: Int) {
    var encoder = ANSIEncoder()
    var state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var terminal = TinyTerminal(width: 7, height: 3)
    var canvas = blank(7, 3)
    for _ in 0..<40 {
      for _ in 0..<random(6) {
        let glyph: Character = ["a", "▀", "日", " "][random(4)]
        canvas[random(7), random(3)] = Cell(
          glyph, foreground: [.standard, .indexed(3), .rgb(9, 8, 7)][random(3)],
          background: [.standard, .indexed(100)][random(2)],
          style: [Style(), .bold, .reverse][random(3)])
      }
      terminal.take(encoder.encode(canvas))
      #expect(terminal.text == (0..<3).map { y in (0..<7).map { canvas[$0, y].glyph } })
    }
  }
}

/// As much of a terminal as tells which glyph stands where.
private struct TinyTerminal {
  let width: Int
  var text: [[Character?]]
  private var x = 0
  private var y = 0

  init(width: Int, height: Int) {
    self.width = width
    text = Array(repeating: Array(repeating: " ", count: width), count: height)
  }

  mutating func take(_ bytes: String) {
    var rest = bytes[...]
    while let character = rest.popFirst() {
      guard character == "\u{1B}" else {
        put(character)
        continue
      }
      let parameters = rest.dropFirst().prefix { !$0.isLetter }
      rest = rest.dropFirst(1 + parameters.count)
      let numbers = parameters.split(separator: ";").compactMap { Int($0) }
      switch rest.popFirst() {
      case "H": (y, x) = (numbers[0] - 1, numbers[1] - 1)
      case "J": text = text.map { $0.map { _ in " " } }
      default: break
      }
    }
  }

  private mutating func put(_ character: Character) {
    if text[y][x] == nil, x > 0 { text[y][x - 1] = " " }
    let isWide = columnWidth(character) == 2
    let last = isWide ? x + 1 : x
    if last + 1 < width, text[y][last + 1] == nil { text[y][last + 1] = " " }
    text[y][x] = character
    if isWide { text[y][x + 1] = nil }
    x = last + 1
  }
}

@Suite("Pictures as images")
struct SVGTests {
  @Test("Letters are text on a grid, half blocks and braille are shapes")
  func shapes() {
    var canvas = blank(6, 1)
    canvas[0, 0] = Cell("a", style: .bold)
    canvas[1, 0] = Cell("<")
    canvas[2, 0] = Cell("▀", foreground: .rgb(255, 0, 0), background: .rgb(0, 0, 255))
    canvas[4, 0] = Cell("⠁")
    let text = SVG(canvas).text
    #expect(text.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 54 18\""))
    #expect(text.contains(">a</text>") && text.contains("font-weight=\"bold\""))
    #expect(text.contains(">&lt;</text>"))
    #expect(
      text.contains("<rect x=\"18\" y=\"0\" width=\"9\" height=\"18\" fill=\"#0000ff\"/>"))
    #expect(text.contains("<rect x=\"18\" y=\"0\" width=\"9\" height=\"9\" fill=\"#ff0000\"/>"))
    #expect(text.contains("<rect x=\"37\" y=\"1\" width=\"3\" height=\"3\""))
    #expect(!text.contains("⠁") && !text.contains("▀"))
    #expect(text.hasSuffix("</svg>\n"))
  }

  @Test("Reverse exchanges the colours; a light ground is white")
  func grounds() {
    var canvas = Canvas(
      size: Size(width: 1, height: 1),
      capabilities: Capabilities(depth: .direct, glyphs: .braille, ground: .light))
    canvas[0, 0] = Cell("x", style: .reverse)
    let text = SVG(canvas).text
    #expect(text.contains("fill=\"#ffffff\""))
    #expect(text.contains("<rect x=\"0\" y=\"0\" width=\"9\" height=\"18\" fill=\"#1e1e1e\"/>"))
    #expect(text.contains("fill=\"#ffffff\" textLength"))
  }

  @Test("No picture is too small", arguments: allCapabilities)
  func empty(_ capabilities: Capabilities) {
    for size in [Size(width: 0, height: 0), Size(width: 1, height: 1)] {
      let canvas = Canvas(size: size, capabilities: capabilities)
      #expect(SVG(canvas).text.contains("</svg>"))
      var encoder = ANSIEncoder()
      #expect(encoder.encode(canvas) == "\u{1B}[0m\u{1B}[2J")
    }
  }
}
