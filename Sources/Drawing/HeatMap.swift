/// A field of numbers from −1 to +1 as a picture, with the line where it changes its sign.
public struct HeatMap: Equatable, Sendable {
  /// The numbers; those beyond ±1 are shown as ±1.
  public var field: Field
  /// Whether only the signs are shown.
  public var discrete: Bool
  /// Whether the line between the signs is drawn.
  public var showsContour: Bool

  /// A heat map of a field.
  public init(field: Field, discrete: Bool = false, showsContour: Bool = false) {
    self.field = field
    self.discrete = discrete
    self.showsContour = showsContour
  }

  func shown(_ value: Float) -> Float {
    guard discrete, !value.isNaN else { return value }
    return value > 0 ? 1 : (value < 0 ? -1 : 0)
  }
}

extension Canvas {
  /// Draws a heat map, two pixels a cell, stretched to the rectangle if it has other dimensions.
  ///
  /// Without colours or block elements a cell shows the mean of its two pixels as one glyph, each
  /// sign with glyphs of its own.
  public mutating func draw(_ map: HeatMap, in rectangle: Rectangle) {
    guard !rectangle.isEmpty, !rectangle.intersection(bounds).isEmpty else { return }
    let field = map.field.resampled(to: Field.size(for: rectangle))
    let usesGlyphs = capabilities.depth == .mono || capabilities.glyphs == .ascii
    let palette = Palette(capabilities)
    for row in 0..<rectangle.height {
      for column in 0..<rectangle.width {
        let upper = map.shown(field[column, 2 * row])
        let lower = map.shown(field[column, 2 * row + 1])
        self[rectangle.x + column, rectangle.y + row] =
          usesGlyphs
          ? glyphCell(map.shown((upper + lower) / 2), palette)
          : colorCell(palette.level(of: upper), palette.level(of: lower), palette)
      }
    }
    guard map.showsContour, !usesGlyphs else { return }
    let contour = Contour(of: map.field, in: rectangle.size)
    guard capabilities.glyphs == .braille else {
      return darkenContour(contour, palette.contour, in: rectangle)
    }
    for row in 0..<rectangle.height {
      for column in 0..<rectangle.width {
        let dots = contour.dots[row * rectangle.width + column]
        guard dots != 0 else { continue }
        // The ground of a cell is that of its mean; of two signs, the sign that prevails.
        let mean = map.shown((field[column, 2 * row] + field[column, 2 * row + 1]) / 2)
        self[rectangle.x + column, rectangle.y + row] = Cell(
          brailleGlyph(dots), foreground: palette.contour, background: palette.color(of: mean))
      }
    }
  }

  private func colorCell(_ upper: Int?, _ lower: Int?, _ palette: Palette) -> Cell {
    guard let upper, let lower else { return capabilities.notANumber(palette) }
    let top = palette.color(level: upper)
    if upper == lower { return Cell(" ", background: top) }
    return Cell("▀", foreground: top, background: palette.color(level: lower))
  }

  private func glyphCell(_ value: Float, _ palette: Palette) -> Cell {
    guard !value.isNaN else { return capabilities.notANumber(palette) }
    let ramp: [Character] = value < 0 ? negativeGlyphs : positiveGlyphs
    let size = min(abs(value), 1) * Float(ramp.count - 1)
    return Cell(
      ramp[Int(size.rounded())], foreground: value < 0 ? palette.negative : palette.positive)
  }

  /// The contour in pixels, for fonts without braille: half a cell with two dots of it is dark.
  private mutating func darkenContour(
    _ contour: Contour, _ color: Color, in rectangle: Rectangle
  ) {
    for row in 0..<rectangle.height {
      for column in 0..<rectangle.width {
        let dots = contour.dots[row * rectangle.width + column]
        guard dots != 0 else { continue }
        let (x, y) = (rectangle.x + column, rectangle.y + row)
        let upper = (dots & 0b0001_1011).nonzeroBitCount
        let lower = (dots & 0b1110_0100).nonzeroBitCount
        let old = self[x, y]
        let top = old.glyph == "▀" ? old.foreground : old.background
        // A single dot at the edge counts only where there is nothing else.
        let darkensUpper = upper >= 2 || upper > lower
        let darkensLower = lower >= 2 || lower >= upper
        self[x, y] =
          Cell(
            "▀", foreground: darkensUpper ? color : top,
            background: darkensLower ? color : old.background
          ).simplified
      }
    }
  }
}

extension Capabilities {
  /// A pixel that is not a number: a glyph that no map uses otherwise, on no colour.
  func notANumber(_ palette: Palette) -> Cell {
    Cell(depth == .mono || glyphs != .braille ? "?" : "╳", foreground: palette.warning)
  }
}

/// From nothing to full; the two signs share only the space, so that a single cell tells its sign.
private let positiveGlyphs: [Character] = [" ", ".", "o", "O", "0", "@"]
private let negativeGlyphs: [Character] = [" ", "-", "~", "+", "x", "#"]
