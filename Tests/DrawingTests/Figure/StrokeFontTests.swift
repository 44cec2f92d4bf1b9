@testable import Drawing
import Testing

@Suite("The font of figures")
struct StrokeFontTests {
  private let font = StrokeFont.standard
  private let letters = Figure.Letters(Ink(0), size: 100)

  @Test("It has all of ASCII, and every sign that the program writes")
  func coverage() {
    for code in 32...126 {
      let character = Character(Unicode.Scalar(UInt8(code)))
      #expect(font.has(character), "\(character)")
    }
    for character in "x₁x₂x₁²ŷηλαβμσδε·×−–—…“”’½±≤≥→←↑↓ΔΣπθäöüÄÖÜßéèêçñøåœ" where character != "œ" {
      #expect(font.has(character), "\(character)")
    }
  }

  @Test("No two letters look the same")
  func differences() {
    var seen: [String: Character] = [:]
    // A space has no strokes, and some signs share theirs on purpose.
    for code in 33...126 {
      let character = Character(Unicode.Scalar(UInt8(code)))
      let strokes = "\(font.strokes(of: String(character), at: .zero, letters))"
      #expect(seen[strokes] == nil, "\(character) is \(seen[strokes] ?? " ")")
      seen[strokes] = character
    }
  }

  @Test("Strokes stay within their line and width")
  func extent() {
    for character in "AQgjpqy0189ŷÄÅ{}$@₂²ηφ" {
      let text = String(character)
      let places = font.strokes(of: text, at: PixelPlace(0, 100), letters).flatMap {
        $0.flatMap { $0 }
      }
      #expect(!places.isEmpty)
      let width = font.width(of: text, letters)
      for place in places {
        #expect(place.x >= -8 && place.x <= width + 8, "\(character)")
        #expect(place.y >= 0 && place.y <= 125, "\(character)")
      }
    }
  }

  @Test("A text is as wide as its letters with their gaps, and digits are all alike")
  func widths() {
    #expect(font.width(of: "", letters) == 0)
    let one = font.width(of: "a", letters)
    #expect(font.width(of: "aaa", letters) > 3 * one)
    #expect(Set("0123456789".map { font.width(of: String($0), letters) }).count == 1)
    #expect(font.width(of: "a\u{200B}a", letters) == font.width(of: "aa", letters))
  }

  @Test("What it does not have is a box")
  func unknown() {
    #expect(font.strokes(of: "日", at: .zero, letters).first?.first?.count == 5)
    #expect(!font.has("日"))
  }

  @Test("Anchors put a text where they say")
  func anchors() {
    func columns(_ anchor: Figure.Anchor) -> (Int, Int) {
      var figure = Figure(width: 120, height: 40, paper: Ink(0xFFFFFF))
      figure.write("HHH", at: PixelPlace(60, 30), .init(Ink(0), size: 20), anchor)
      let raster = Raster(figure)
      let dark = (0..<120).filter { x in
        (0..<40).contains { raster.bytes[($0 * 120 + x) * 3] < 128 }
      }
      return (dark.first ?? -1, dark.last ?? -1)
    }
    #expect(abs(columns(.start).0 - 60) <= 2)
    #expect(abs(columns(.end).1 - 60) <= 2)
    let (left, right) = columns(.middle)
    #expect(abs((left + right) / 2 - 60) <= 2)
  }
}
