@testable import Drawing
import TestSupport
import Testing

@Suite("Connections of a network")
struct DiagramTests {
  private func row(_ weight: Float, _ glyphs: GlyphSet, highlighted: Bool = false) -> String {
    var canvas = blank(14, 1, .mono, glyphs)
    canvas.drawConnections(
      [
        Connection(
          from: Point(x: 0, y: 0), to: Point(x: 13, y: 0), weight: weight,
          isHighlighted: highlighted)
      ], scale: 1, palette: Palette(Capabilities(depth: .mono, glyphs: .braille)))
    return picture(canvas)
  }

  @Test(
    "Sign and size read without colour",
    arguments: [
      (Float(1), " ############"), (0.5, " ============"), (0.2, " ------------"),
      (0.01, " ------------"), (-0.01, " --- --- ---"),
      (0, ""), (-0.2, " --- --- ---"), (-0.5, " === === ==="), (-1, " ### ### ###"),
    ])
  func readable(_ weight: Float, _ expected: String) {
    #expect(row(weight, .ascii) == expected)
  }

  @Test("A highlighted connection ends in an arrow")
  func highlighted() {
    #expect(row(0.2, .ascii, highlighted: true) == " ----------->")
  }

  @Test("The tiles at both ends stay as they are, and the signs have their colours")
  func tiles() {
    let palette = Palette(.full)
    var canvas = blank(8, 2)
    canvas.drawConnections(
      [
        Connection(from: Point(x: 1, y: 0), to: Point(x: 6, y: 0), weight: 1),
        Connection(from: Point(x: 1, y: 1), to: Point(x: 6, y: 1), weight: -1),
      ], scale: 1, palette: palette)
    for y in 0...1 {
      #expect(canvas[1, y] == .blank && canvas[6, y] == .blank)
      #expect(canvas[2, y].foreground == (y == 0 ? palette.positive : palette.negative))
    }
  }

  @Test("The larger weight wins the cell in which two lines cross", arguments: [false, true])
  func crossing(_ reversed: Bool) {
    let palette = Palette(.full)
    var connections = [
      Connection(from: Point(x: 0, y: 0), to: Point(x: 12, y: 4), weight: 0.9),
      Connection(from: Point(x: 0, y: 4), to: Point(x: 12, y: 0), weight: -0.5),
    ]
    if reversed { connections.reverse() }
    var canvas = blank(13, 5)
    canvas.drawConnections(connections, scale: 1, palette: palette)
    #expect(canvas[6, 2].foreground == palette.positive)
  }

  @Test("A network of 2, 4 and 1 units")
  func network() {
    var connections: [Connection] = []
    for hidden in 0..<4 {
      for input in 0..<2 {
        connections.append(
          Connection(
            from: Point(x: 1, y: 2 + 4 * input), to: Point(x: 11, y: 2 * hidden + 1),
            weight: Float(hidden - 2) + 0.5 * Float(input)))
      }
      connections.append(
        Connection(
          from: Point(x: 12, y: 2 * hidden + 1), to: Point(x: 22, y: 4),
          weight: hidden % 2 == 0 ? 1 : -1))
    }
    var canvas = blank(24, 9)
    canvas.drawConnections(connections, scale: 2, palette: Palette(.full))
    #expect(
      picture(canvas) == """

            ⢀ ⣠⣤⣴ ⣶⠄ ⣤⡀
          ⡾⠿⠟ ⠋⠉⠁⠿⠁   ⠙⠳⣤⡀
           ⠹⣎ ⣠⡶⠂ ⢦  ⣤⣤⣄ ⡙⠶⣄⡀
            ⠈⠴⠟⠁⠊      ⠈ ⢙⣛⣻⣽⣦
           ⣴⡖ ⠘⢧⡀⠤⠤  ⡴⠶⠞⠛⢋⣭⠟
          ⣾⣿⣦⣤⣄⣀⡀⣦    ⢀⣠ ⠋
            ⠈⠉⠙⠛⠻⠿⢷⠄ ⡴⠋⠁

        """)
  }
}
