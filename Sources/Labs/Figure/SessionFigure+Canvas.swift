import Datasets
public import Drawing
import Engine
import Lessons
import Studio

extension SessionFigure {
  /// The figure in cells, for terminals and plain text.
  ///
  /// It is drawn at any size; what has no room is left out.
  public func canvas(size: Size, capabilities: Capabilities) -> Canvas {
    var canvas = Canvas(size: size, capabilities: capabilities)
    var area = canvas.bounds.inset(horizontally: size.width >= 60 ? 1 : 0, vertically: 0)
    if !title.isEmpty, area.height > 1 {
      canvas.write(title, at: Point(x: area.x, y: area.y), style: .bold, maxWidth: area.width)
      area = area.splitTop(1).bottom
    }
    var lines: [String] = []
    for word in caption {
      if let last = lines.last, columnWidth(last) + 3 + columnWidth(word) <= area.width {
        lines[lines.count - 1] = last + " · " + word
      } else {
        lines.append(word)
      }
    }
    for line in lines.prefix(area.height / 8) {
      canvas.write(line, at: Point(x: area.x, y: area.y), style: .dim, maxWidth: area.width)
      area = area.splitTop(1).bottom
    }
    for (part, place) in Self.places(parts, in: area) { draw(part, in: place, on: &canvas) }
    return canvas
  }

  private func draw(_ part: FigurePart, in area: Rectangle, on canvas: inout Canvas) {
    var scene = Scene(session: session, evaluations: now)
    scene.look.points = .all
    let accent = Palette(canvas.capabilities).accent
    switch part {
    case .loss: LossPanel(session: session, now: now).draw(in: area, on: &canvas)
    case .network:
      var panel = NetworkPanel(session: session, focus: .problem)
      panel.isStill = true
      panel.draw(in: area, on: &canvas)
    case .map:
      let isRegression = session.preset.problem == .regression
      canvas.drawBox(
        area, title: isCurve ? "Prediction" : isRegression ? "Output" : "Decision map",
        accent: accent)
      let inner = area.inset(horizontally: 1, vertically: 1)
      if isCurve {
        CurveView().draw(scene, in: inner, on: &canvas)
      } else {
        MapView().draw(scene, in: inner, on: &canvas)
      }
    }
  }

  /// The map right of the others, which stand one above the other; all of them so in a tall place.
  private static func places(
    _ parts: [FigurePart], in area: Rectangle
  ) -> [(FigurePart, Rectangle)] {
    let others = [FigurePart.network, .loss].filter(parts.contains)
    guard parts.contains(.map), !others.isEmpty else {
      return stacked(parts.contains(.map) ? [.map] : others, in: area)
    }
    guard area.width * 10 >= area.height * 22 else { return stacked([.map] + others, in: area) }
    let width = min(MapView.paneWidth(forHeight: area.height), area.width / 2)
    let (left, right) = area.splitLeft(area.width - width)
    return stacked(others, in: left) + [(.map, right)]
  }

  private static func stacked(
    _ parts: [FigurePart], in area: Rectangle
  ) -> [(FigurePart, Rectangle)] {
    var rest = area
    var places: [(FigurePart, Rectangle)] = []
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      // A curve needs fewer rows than a network or a map.
      let rows =
        parts.count == 2 && parts[1] == .loss
        ? area.height * 3 / 5 : area.height / max(1, parts.count)
      let (top, bottom) = rest.splitTop(isLast ? rest.height : rows)
      places.append((part, top))
      rest = bottom
    }
    return places
  }
}
