import Drawing
import Engine
import Studio

/// The maps of inputs and units in a figure of a network.
struct FigureTiles {
  let session: Session
  let style: FigureStyle
  let layout: FigureNetworkLayout

  /// Smaller maps have no line where their sign changes.
  private static let contourSide = 26.0
  /// Larger maps are stretched.
  private static let sideLimit = 160

  func draw(on figure: inout Figure) {
    let hasDiverged = session.trainer.divergence != nil
    let side = max(1, min(Int(layout.tile), Self.sideLimit))
    let fields = session.fields(width: side, height: side)
    let scale = ColorScale(session, .panel)
    for column in layout.columns {
      for unit in 0..<column.shown {
        guard let tile = layout.tile(level: column.level, unit: unit) else { continue }
        guard !hasDiverged else {
          drawNothing(in: tile, on: &figure)
          continue
        }
        let part: NetworkPart =
          column.level < 0 ? .input(unit) : .unit(level: column.level, unit: unit)
        let shown = scale.values(of: part, in: fields)
        let field = Field(
          width: side, height: side, values: shown.values.map { $0 / shown.full })
        figure.add(.image(MapImage.image(of: field, style), tile))
        if tile.width >= Self.contourSide { drawContour(of: field, side, in: tile, on: &figure) }
        figure.frame(tile, style.pen(style.muted, 0.06))
        if column.level >= 0 { drawMarks(column.level, unit, tile, on: &figure) }
      }
    }
  }

  private func drawContour(
    of field: Field, _ side: Int, in tile: PixelBox, on figure: inout Figure
  ) {
    let scale = tile.width / Double(side)
    for line in field.contours() where line.count > 1 {
      let places = line.map { PixelPlace(tile.x + $0.x * scale, tile.y + $0.y * scale) }
      figure.add(.line(places, isClosed: false, style.pen(style.contour, 0.06)))
    }
  }

  private func drawNothing(in tile: PixelBox, on figure: inout Figure) {
    figure.add(.box(tile, style.paper))
    DivergedFigure.hatch(tile, style, gap: max(3, tile.width / 5), on: &figure)
    figure.frame(tile, style.pen(style.muted, 0.06))
  }

  /// A killed unit is crossed out; the bias is a square in the lower left corner, empty if it is
  /// negative.
  private func drawMarks(
    _ level: Int, _ unit: Int, _ tile: PixelBox, on figure: inout Figure
  ) {
    if session.isKilled(level: level, unit: unit) {
      let pen = style.pen(style.contour, 0.15)
      figure.draw(from: PixelPlace(tile.x, tile.y), to: PixelPlace(tile.maxX, tile.maxY), pen)
      figure.draw(from: PixelPlace(tile.x, tile.maxY), to: PixelPlace(tile.maxX, tile.y), pen)
    }
    guard tile.width >= 18 else { return }
    let network = session.trainer.network
    let bias = network.parameters[network.biasIndex(level: level, unit: unit)]
    let side = tile.width * 0.17
    let box = PixelBox(
      x: tile.x + side * 0.5, y: tile.maxY - side * 1.5, width: side, height: side)
    let ink = style.markInk(isPositive: bias >= 0)
    figure.add(.box(box, bias < 0 ? style.light : ink))
    figure.frame(box, Figure.Pen(ink, width: max(0.8, side * 0.22)))
  }
}
