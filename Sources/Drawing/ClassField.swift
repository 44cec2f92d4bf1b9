/// Which class each pixel belongs to and how surely, to be shown as a map.
public struct ClassField: Equatable, Sendable {
  /// Pixels in a row.
  public let width: Int
  /// Rows of pixels.
  public let height: Int
  /// The classes row by row, row 0 on top: `[height × width]`; negative where there is none.
  public var classes: [Int]
  /// How surely each pixel belongs to its class, from 0 to 1: `[height × width]`.
  public var confidences: [Float]

  /// A field of these classes; missing ones count as none.
  public init(width: Int, height: Int, classes: [Int], confidences: [Float]) {
    self.width = max(0, width)
    self.height = max(0, height)
    self.classes = classes
    self.confidences = confidences
  }

  /// The class and confidence at a pixel; nil if it has none.
  public subscript(x: Int, y: Int) -> (index: Int, confidence: Float)? {
    let position = min(max(y, 0), height - 1) * width + min(max(x, 0), width - 1)
    guard classes.indices.contains(position), confidences.indices.contains(position),
      classes[position] >= 0, !confidences[position].isNaN
    else { return nil }
    return (classes[position], confidences[position])
  }
}

extension Canvas {
  /// Draws a map of classes, two pixels a cell, stretched to the rectangle if it has other
  /// dimensions; `discrete` leaves the confidence out.
  ///
  /// Without colours a cell shows the mark of its class, small where it is unsure.
  public mutating func draw(
    _ field: ClassField, in rectangle: Rectangle, discrete: Bool = false
  ) {
    guard !rectangle.isEmpty, !rectangle.intersection(bounds).isEmpty else { return }
    let palette = Palette(capabilities)
    let usesGlyphs = capabilities.depth == .mono || capabilities.glyphs == .ascii
    for row in 0..<rectangle.height {
      for column in 0..<rectangle.width {
        let x = (2 * column + 1) * field.width / (2 * rectangle.width)
        let upper = field[x, (4 * row + 1) * field.height / (4 * rectangle.height)]
        let lower = field[x, (4 * row + 3) * field.height / (4 * rectangle.height)]
        let cell: Cell
        if let upper, let lower {
          cell =
            usesGlyphs
            ? glyph(of: upper, palette, discrete)
            : Cell(
              "▀", foreground: color(of: upper, palette, discrete),
              background: color(of: lower, palette, discrete))
        } else {
          cell = capabilities.notANumber(palette)
        }
        self[rectangle.x + column, rectangle.y + row] = cell.simplified
      }
    }
  }

  private func color(
    of pixel: (index: Int, confidence: Float), _ palette: Palette, _ discrete: Bool
  ) -> Color {
    palette.classColor(pixel.index, strength: discrete ? 1 : pixel.confidence)
  }

  private func glyph(
    of pixel: (index: Int, confidence: Float), _ palette: Palette, _ discrete: Bool
  ) -> Cell {
    let mark: Character
    if discrete || pixel.confidence >= 0.5 {
      mark = Palette.mark(forClass: pixel.index, glyphs: capabilities.glyphs)
    } else {
      mark =
        [".", ":", "'", "-", ",", "\"", "`", ";", "~", "_"][
          max(0, pixel.index) % Palette.classCount]
    }
    return Cell(mark, foreground: palette.classColor(pixel.index))
  }
}

extension Cell {
  /// A half block with equal halves as the space that it looks like, which costs less to send.
  var simplified: Cell {
    guard glyph == "▀", foreground == background else { return self }
    return Cell(" ", background: background)
  }
}
