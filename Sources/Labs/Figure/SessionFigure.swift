import Datasets
public import Drawing
import Engine
import Lessons
public import Studio

/// A part of a figure.
public enum FigurePart: String, CaseIterable, Sendable {
  /// What the network makes of the plane, or of x₁ alone, with the points.
  case map
  /// The units as small maps, and the connections.
  case network
  /// The loss from epoch to epoch.
  case loss
}

/// A session as a picture for slides and handouts.
public struct SessionFigure: Sendable {
  let session: Session
  let parts: [FigurePart]
  let title: String
  let now: Evaluations

  /// The sizes of figures, in pixels: the shorter side at least, the longer side at most.
  public static let sides = 120...8192
  /// A figure has at most so many pixels: 7680×4320.
  public static let pixelLimit = 7680 * 4320

  /// - Parameters:
  ///   - parts: what is shown; nothing twice.
  ///   - title: the headline; nil for the preset's title, empty for none.
  public init(_ session: Session, parts: [FigurePart] = FigurePart.allCases, title: String? = nil) {
    self.session = session
    self.parts = FigurePart.allCases.filter(parts.contains)
    self.title = title ?? session.preset.title
    now = Evaluations(session)
  }

  /// The figure in shapes.
  /// - Parameters:
  ///   - width: pixels across.
  ///   - height: pixels down.
  ///   - ground: what it stands on.
  public func figure(width: Int, height: Int, theme: Theme, ground: Ground) -> Figure {
    let unit = max(6, min(Double(width) / 80, Double(height) / 45, 120))
    // Of a tall figure, the width has the say.
    let isTall = height > width
    let style = FigureStyle(
      theme: theme, ground: ground, unit: isTall ? max(6, Double(width) / 45) : unit)
    var figure = Figure(
      width: width, height: height, paper: style.paper,
      title: ([title] + caption).filter { !$0.isEmpty }.joined(separator: ", "))
    let unitWidth = style.unit
    var area = PixelBox(
      x: 1.6 * unitWidth, y: 1.3 * unitWidth, width: Double(width) - 3.2 * unitWidth,
      height: Double(height) - 2.6 * unitWidth)
    area = drawHead(in: area, style, on: &figure)
    for (part, box) in FigureLayout(parts, in: area, gap: 1.6 * unitWidth).boxes {
      switch part {
      case .map where isCurve:
        CurveFigure(session: session, style: style).draw(in: box, on: &figure)
      case .map: MapFigure(session: session, style: style).draw(in: box, on: &figure)
      case .network: NetworkFigure(session: session, style: style).draw(in: box, on: &figure)
      case .loss:
        LossFigure(session: session, now: now, style: style).draw(in: box, on: &figure)
      }
    }
    return figure
  }

  /// Whether a number is predicted from x₁ alone.
  var isCurve: Bool { session.dataset.isOneDimensional && session.preset.problem == .regression }

  /// Writes title and caption; gives the rest of the place.
  private func drawHead(
    in area: PixelBox, _ style: FigureStyle, on figure: inout Figure
  ) -> PixelBox {
    var rest = area
    func cut(_ height: Double) {
      rest.y += height * style.unit
      rest.height = max(0, rest.height - height * style.unit)
    }
    if !title.isEmpty {
      let size = 1.9
      let scale = min(1, area.width / max(1, style.width(title, size, isBold: true)))
      figure.write(
        title, at: PixelPlace(rest.x, rest.y + 1.5 * style.unit),
        style.letters(nil, size * max(scale, 0.4), isBold: true))
      cut(2.5)
    }
    for line in FigureText.lines(caption, joinedBy: "  ·  ", width: area.width, style) {
      figure.write(
        line, at: PixelPlace(rest.x, rest.y + 0.8 * style.unit), style.letters(style.muted))
      cut(1.5)
    }
    cut(0.5)
    return rest
  }
}
