@testable import Drawing
import TestSupport
import Testing

@Suite("Figures as SVG")
struct FigureSVGTests {
  @Test("Every shape is an element, and the whole is well-formed")
  func elements() {
    var figure = Figure(
      width: 100, height: 50, paper: Ink(0xFFFFFF), title: "a < b & “c”\u{7}\u{0}")
    let pen = Figure.Pen(Ink(0x123456), width: 1.5, dashes: [2, 3])
    let place = PixelPlace(1.234567, -0.001)
    figure.add(.box(PixelBox(x: 1, y: 2, width: 3, height: 4), Ink(0xFF0000)))
    figure.add(.line([place, PixelPlace(9, 9)], isClosed: true, pen))
    figure.add(.curve(place, place, place, place, pen))
    figure.add(.polygon([place, place, place], Ink(1), pen))
    figure.add(.circle(place, radius: 3, nil, pen))
    figure.add(
      .image(
        PaletteImage(width: 1, height: 1, inks: [Ink(7)], pixels: [0]),
        PixelBox(x: 0, y: 0, width: 9, height: 9)))
    figure.write("x₁² <&> \"ŷ\"", at: place, .init(Ink(2), size: 12, isBold: true), .middle)
    let svg = figure.svg
    let check = MarkupCheck(svg)
    #expect(check.problem == nil)
    #expect(
      check.counts == [
        "svg": 1, "title": 1, "rect": 2, "path": 3, "circle": 1, "image": 1, "text": 1,
      ])
    #expect(check.texts == ["a < b & “c”", "x₁² <&> \"ŷ\""])
    #expect(svg.contains("d=\"M1.23 0L9 9Z\""))
    #expect(svg.contains("stroke-dasharray=\"2 3\""))
    #expect(svg.contains("href=\"data:image/png;base64,iVBORw0KGgo"))
    #expect(svg.contains("viewBox=\"0 0 100 50\""))
  }

  @Test("Numbers are short, to a hundredth, and never words")
  func numbers() {
    let pairs: [(Double, String)] = [
      (0, "0"), (-0.001, "0"), (1, "1"), (1.5, "1.5"), (-2.05, "-2.05"), (12345.678, "12345.68"),
      (.nan, "0"), (.infinity, "0"), (-.infinity, "0"),
    ]
    for (number, text) in pairs { #expect(Figure.number(number) == text) }
  }

  @Test(
    "A broken text is found to be broken",
    arguments: [
      "<svg>", "<svg></g></svg>", "<svg a=1/>", "<svg a=\"1\" a=\"2\"/>", "<svg>a & b</svg>",
      "<a/><b/>", "text",
    ])
  func check(_ text: String) { #expect(MarkupCheck(text).problem != nil) }
}
