/// Letters as strokes of a pen, drawn for this program: a figure in pixels needs no font of the
/// machine, and is the same everywhere.
///
/// A glyph is written on a grid: capitals are 7 high, small letters 5, the base line is 0. Strokes are
/// apart by `/`, the places of one by spaces: `x,y` is reached straight; `hx,y` by a quarter of an
/// ellipse that sets out level, and `vx,y` by one that sets out upright.
public struct StrokeFont: Sendable {
  /// A letter: how wide it is, and its strokes, y upward.
  struct Glyph: Sendable {
    let width: Double
    let strokes: [[PixelPlace]]
  }

  /// The one font there is.
  public static let standard = StrokeFont()

  private let glyphs: [Character: Glyph]

  /// Pixels of a unit of the grid for each pixel of a font's size.
  private static let unit = 0.098
  /// Units between two letters.
  private static let gap = 1.75

  private init() {
    var glyphs: [Character: Glyph] = [:]
    for (character, width, strokes) in Self.letters + Self.signs {
      glyphs[character] = Glyph(width: width, strokes: Self.strokes(strokes))
    }
    for (character, base, scale, rise) in Self.smallOnes {
      guard let glyph = glyphs[base] else { continue }
      glyphs[character] = Glyph(
        width: glyph.width * scale,
        strokes: glyph.strokes.map { $0.map { $0 * scale + PixelPlace(0, rise) } })
    }
    for (character, base, accent) in Self.accented {
      guard let glyph = glyphs[base], let mark = Self.accents[accent] else { continue }
      let rise = base.isUppercase ? 2.2 : 0
      let strokes = Self.strokes(mark).map { $0.map { $0 + PixelPlace(glyph.width / 2, rise) } }
      glyphs[character] = Glyph(width: glyph.width, strokes: glyph.strokes + strokes)
    }
    self.glyphs = glyphs
  }

  /// How wide a text is, in pixels.
  public func width(of text: String, _ letters: Figure.Letters) -> Double {
    let units = text.reduce(0.0) { $0 + glyph($1).width + Self.gap } - (text.isEmpty ? 0 : Self.gap)
    return units * letters.size * Self.unit * Self.stretch(letters)
  }

  /// The strokes of each letter of a text on one line, in pixels.
  /// - Parameter place: where the text begins, on its base line.
  func strokes(of text: String, at place: PixelPlace, _ letters: Figure.Letters) -> [[[PixelPlace]]]
  {
    let scale = letters.size * Self.unit
    let across = scale * Self.stretch(letters)
    var x = place.x
    return text.map { character in
      let glyph = glyph(character)
      defer { x += (glyph.width + Self.gap) * across }
      return glyph.strokes.map { stroke in
        stroke.map { PixelPlace(x + $0.x * across, place.y - $0.y * scale) }
      }
    }
  }

  /// How thick the strokes are, in pixels.
  static func thickness(_ letters: Figure.Letters) -> Double {
    letters.size * (letters.isBold ? 0.125 : 0.083)
  }

  /// Bold letters are a little wider, so that they do not clog.
  private static func stretch(_ letters: Figure.Letters) -> Double { letters.isBold ? 1.07 : 1 }

  /// A box stands for what the font does not have, a space for what is not seen.
  private func glyph(_ character: Character) -> Glyph {
    glyphs[character] ?? (columnWidth(character) == 0 ? Self.nothing : Self.box)
  }

  /// Whether the font has a letter.
  func has(_ character: Character) -> Bool { glyphs[character] != nil }

  private static let nothing = Glyph(width: -gap, strokes: [])
  private static let box = Glyph(width: 4, strokes: strokes("0,0 0,7 4,7 4,0 0,0"))

  private static func strokes(_ text: String) -> [[PixelPlace]] {
    text.split(separator: "/").map { stroke in
      var places: [PixelPlace] = []
      for word in stroke.split(separator: " ") {
        let kind = word.first
        let isCurved = kind == "h" || kind == "v"
        let numbers = (isCurved ? word.dropFirst() : word).split(separator: ",")
          .compactMap { Double($0) }
        guard numbers.count == 2 else { continue }
        let end = PixelPlace(numbers[0], numbers[1])
        guard isCurved, let start = places.last else {
          places.append(end)
          continue
        }
        places += quarter(from: start, to: end, isLevel: kind == "h")
      }
      return places
    }
  }

  /// A quarter of an ellipse without its first place.
  private static func quarter(
    from start: PixelPlace, to end: PixelPlace, isLevel: Bool
  ) -> ArraySlice<PixelPlace> {
    // How far the tangents of a cubic reach that looks like a quarter of a circle.
    let reach = 0.5523
    let corner = isLevel ? PixelPlace(end.x, start.y) : PixelPlace(start.x, end.y)
    return PixelPath.flattened(
      start, start + (corner - start) * reach, end + (corner - end) * reach, end, parts: 8
    ).dropFirst()
  }
}

extension Raster {
  /// Writes a text in strokes.
  mutating func write(
    _ text: String, at place: PixelPlace, _ letters: Figure.Letters, _ anchor: Figure.Anchor
  ) {
    let font = StrokeFont.standard
    var start = place
    let width = anchor == .start ? 0 : font.width(of: text, letters)
    start.x -= anchor == .end ? width : width / 2
    let radius = StrokeFont.thickness(letters) / 2
    for glyph in font.strokes(of: text, at: start, letters) where !glyph.isEmpty {
      stroke(glyph, letters.ink, radius: radius)
    }
  }
}
