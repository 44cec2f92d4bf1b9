import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("Laws of figures, for every preset")
struct FigureLawTests {
  private static let sizes = [
    (120, 120), (160, 900), (900, 160), (333, 777), (1280, 720), (1600, 900), (8192, 4050),
  ]

  private func session(_ preset: Preset) -> Session {
    var session = Session(preset)
    session.advance(steps: 3)
    return session
  }

  @Test("Nothing lies outside the figure, at any size", arguments: try PresetFile.all())
  func inside(_ file: PresetFile) throws {
    let session = session(try Preset(yaml: file.text))
    for (width, height) in Self.sizes where width < 2000 {
      let figure = SessionFigure(session).figure(
        width: width, height: height, theme: .okabe, ground: .dark)
      for shape in figure.shapes {
        let places: [PixelPlace] =
          switch shape {
          case .box(let box, _), .image(_, let box):
            [PixelPlace(box.x, box.y), PixelPlace(box.maxX, box.maxY)]
          case .line(let places, _, _), .polygon(let places, _, _): places
          case .curve(let a, let b, let c, let d, _): [a, b, c, d]
          case .circle(let centre, _, _, _): [centre]
          case .text(let text, let place, let letters, let anchor):
            Self.ends(of: text, place, letters, anchor)
          }
        for place in places {
          #expect(
            place.x >= -0.5 && place.x <= Double(width) + 0.5 && place.y >= 0
              && place.y <= Double(height) + 0.5, "\(file) \(width)x\(height): \(shape)")
        }
      }
    }
  }

  private static func ends(
    of text: String, _ place: PixelPlace, _ letters: Figure.Letters, _ anchor: Figure.Anchor
  ) -> [PixelPlace] {
    let width = StrokeFont.standard.width(of: text, letters)
    let left = anchor == .start ? 0 : anchor == .end ? width : width / 2
    return [PixelPlace(place.x - left, place.y), PixelPlace(place.x - left + width, place.y)]
  }

  @Test("Its SVG is well-formed in every theme", arguments: try PresetFile.all())
  func markup(_ file: PresetFile) throws {
    let session = session(try Preset(yaml: file.text))
    for theme in Theme.allCases {
      let figure = SessionFigure(session).figure(
        width: 400, height: 240, theme: theme, ground: .light)
      #expect(MarkupCheck(figure.svg).problem == nil, "\(file) \(theme)")
    }
  }

  @Test(
    "In cells it fits every size, and has the colours of its depth", arguments: try PresetFile.all()
  )
  func cells(_ file: PresetFile) throws {
    let session = session(try Preset(yaml: file.text))
    let figure = SessionFigure(session)
    for size in [(0, 0), (1, 1), (20, 8), (80, 24), (40, 60), (120, 40)] {
      for capabilities in [
        Capabilities(depth: .mono, glyphs: .ascii),
        Capabilities(depth: .direct, glyphs: .braille, theme: .cividis, ground: .light),
      ] {
        let canvas = figure.canvas(
          size: Size(width: size.0, height: size.1), capabilities: capabilities)
        #expect(canvas.size == Size(width: size.0, height: size.1))
        if capabilities.depth == .mono {
          let isPlain = canvas.cells.allSatisfy {
            $0.foreground == .standard && $0.background == .standard
          }
          let isASCII = canvas.plainText.allSatisfy { $0.isASCII }
          #expect(isPlain && isASCII)
        }
      }
    }
  }
}
