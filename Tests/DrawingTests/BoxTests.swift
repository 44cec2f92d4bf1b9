import Drawing
import TestSupport
import Testing

@Suite("Boxes, rules and sliders")
struct BoxTests {
  @Test("A box has rounded corners, a title and a footer")
  func box() {
    var canvas = blank(14, 3)
    canvas.drawBox(canvas.bounds, title: "Data", accent: .indexed(5), footer: "1/2")
    #expect(
      picture(canvas) == """
        ╭─ Data ─────╮
        │            │
        ╰────── 1/2 ─╯
        """)
  }

  @Test("A focused box is heavy and coloured, and its title bold")
  func focused() {
    var canvas = blank(14, 3)
    canvas.drawBox(canvas.bounds, title: "A long title", focused: true, accent: .indexed(5))
    #expect(
      picture(canvas) == """
        ┏━ A long … ━┓
        ┃            ┃
        ┗━━━━━━━━━━━━┛
        """)
    #expect(canvas[0, 0].foreground == .indexed(5))
    #expect(canvas[3, 0].style.contains(.bold))
  }

  @Test("Boxes differ by their lines in ASCII and on the console too")
  func fallbacks() {
    var canvas = blank(12, 4, .mono, .ascii)
    canvas.drawBox(Rectangle(x: 0, y: 0, width: 6, height: 2), accent: .standard)
    canvas.drawBox(Rectangle(x: 6, y: 0, width: 6, height: 2), focused: true, accent: .standard)
    #expect(picture(canvas) == "+----++====+\n+----++====+\n\n")
    var console = blank(6, 2, .eight, .blocks)
    console.drawBox(console.bounds, focused: true, accent: .standard)
    #expect(picture(console) == "╔════╗\n╚════╝")
  }

  @Test("A slider's knob stands at its fraction, and NaN has none")
  func slider() {
    var canvas = blank(9, 4)
    for (row, value) in [0, 0.5, 7, Double.nan].enumerated() {
      canvas.drawSlider(value: value, at: Point(x: 0, y: row), width: 9)
    }
    #expect(
      picture(canvas) == """
        ●────────
        ━━━━●────
        ━━━━━━━━●
        ─────────
        """)
  }
}
