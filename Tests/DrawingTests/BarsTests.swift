import Drawing
import TestSupport
import Testing

@Suite("Bars of one cell")
struct BarsTests {
  @Test("More is never less ink, 0 is empty and a little is seen", arguments: GlyphSet.allCases)
  func order(_ glyphs: GlyphSet) {
    let bars = (0...100).map { barGlyph(Double($0) / 100, glyphs: glyphs) }
    #expect(bars[0] == " ")
    #expect(bars.dropFirst().allSatisfy { $0 != " " })
    let order = bars.reduce(into: [Character]()) { if $0.last != $1 { $0.append($1) } }
    #expect(Set(order).count == order.count)
    #expect(order.count == [.ascii: 8, .blocks: 5, .braille: 9][glyphs])
  }

  @Test("Bars beyond the ends are clamped", arguments: GlyphSet.allCases)
  func clamped(_ glyphs: GlyphSet) {
    #expect(barGlyph(7, glyphs: glyphs) == barGlyph(1, glyphs: glyphs))
    #expect(barGlyph(.infinity, glyphs: glyphs) == barGlyph(1, glyphs: glyphs))
    for share in [-1.0, -Double.infinity, Double.nan] {
      #expect(barGlyph(share, glyphs: glyphs) == " ")
    }
  }

  @Test("A set of glyphs shows its own bars as they are", arguments: GlyphSet.allCases)
  func shown(_ glyphs: GlyphSet) {
    var canvas = blank(9, 1, .mono, glyphs)
    let bars = (0..<9).map { barGlyph(Double($0) / 8, glyphs: glyphs) }
    canvas.write(String(bars), at: Point(x: 0, y: 0))
    #expect(picture(canvas) == String(bars))
  }
}
