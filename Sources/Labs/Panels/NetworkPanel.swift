import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The network: inputs, every unit as a small map of what it computes, and the connections.
struct NetworkPanel {
  let session: Session
  let focus: Control
  /// The part that is chosen or under the pointer.
  var part: NetworkPart?
  /// The part that is chosen; what is under the pointer moves nothing.
  var chosenPart: NetworkPart?
  /// Which number has the full colour.
  var range = Look.Range.panel
  /// Whose network it is, where two sessions are compared.
  var side: Rival.Side?
  /// Whether it is a picture on paper, without what can be switched on or changed.
  var isStill = false

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let spec = session.trainer.network.spec
    let head = "Network" + (side.map { " \($0.rawValue) ·" } ?? "") + " "
    canvas.drawBox(
      area, title: head + ShapeText(session).text(within: area.width - 6 - columnWidth(head)),
      focused: focus.panel == .network, accent: palette.accent)
    canvas.mark(area, as: Target.panel(.network))
    let layout = NetworkLayout(
      inner: area.inset(horizontally: 1, vertically: 1), hidden: spec.hidden.map(\.units),
      outputs: spec.outputCount, features: session.preset.features, focused: focusedFeature,
      sight: NetworkSight(focus, part: chosenPart, session), offersAll: !isStill)
    guard layout.isDrawable else { return }
    drawFeatures(layout, palette, on: &canvas)
    drawConnections(layout, palette, on: &canvas)
    drawTiles(layout, palette, on: &canvas)
    if !isStill {
      NetworkCounts(session: session, layout: layout, focus: focus).draw(on: &canvas)
    }
    NetworkRest(session: session, layout: layout).draw(on: &canvas)
    NetworkMarks(session: session, layout: layout, part: part).draw(on: &canvas)
  }

  private var focusedFeature: Feature? {
    if case .feature(let feature) = focus { return feature }
    return nil
  }

  private func drawFeatures(
    _ layout: NetworkLayout, _ palette: Palette, on canvas: inout Canvas
  ) {
    for (slot, feature) in layout.slots.enumerated() {
      let isOn = session.preset.features.contains(feature)
      let isFocused = focus == .feature(feature)
      guard let y = layout.featureRow(slot) else { continue }
      let x = layout.inner.x
      canvas.mark(
        Rectangle(x: x, y: y, width: 3 + layout.featureLabelWidth, height: 1),
        as: Target.control(.feature(feature)))
      canvas.write(
        (isFocused ? "▸" : " ") + (isStill ? " " : isOn ? "●" : "○"), at: Point(x: x, y: y),
        foreground: isFocused ? palette.accent : .standard, style: isOn ? .bold : .dim)
      canvas.write(
        feature.title, at: Point(x: x + 3, y: y),
        foreground: isFocused ? palette.accent : .standard,
        style: isFocused ? [.bold, .reverse] : isOn ? [] : .dim,
        maxWidth: layout.featureLabelWidth)
    }
  }

  private func drawTiles(_ layout: NetworkLayout, _ palette: Palette, on canvas: inout Canvas) {
    let size = Field.size(
      for: Rectangle(x: 0, y: 0, width: layout.tile.width, height: layout.tile.height))
    let fields = session.fields(width: size.width, height: size.height)
    let hasDiverged = session.trainer.divergence != nil
    func draw(_ values: [Float], at tile: Rectangle) {
      if hasDiverged {
        canvas.fill(tile, with: Cell("╱", foreground: palette.muted, style: .dim))
      } else {
        let field = Field(width: size.width, height: size.height, values: values)
        canvas.draw(HeatMap(field: field), in: tile)
      }
    }
    let scale = ColorScale(session, range)
    func draw(_ part: NetworkPart, at tile: Rectangle?) {
      guard let tile else { return }
      let shown = scale.values(of: part, in: fields)
      draw(shown.values.map { $0 / shown.full }, at: tile)
    }
    for (input, feature) in session.preset.features.enumerated() {
      draw(.input(input), at: layout.featureTile(feature))
    }
    for level in fields.levels.indices {
      for unit in fields.levels[level].indices {
        draw(.unit(level: level, unit: unit), at: layout.tile(level: level, unit: unit))
      }
    }
    if let last = fields.levels.last, last.count == 1,
      let tile = layout.tile(level: fields.levels.count - 1, unit: 0)
    {
      canvas.write("ŷ", at: Point(x: tile.x + tile.width / 2, y: tile.y - 1), style: .bold)
    }
  }

  /// More lines than this between two columns can't be told apart.
  private static let lineLimit = 24

  private func drawConnections(
    _ layout: NetworkLayout, _ palette: Palette, on canvas: inout Canvas
  ) {
    guard session.trainer.divergence == nil else { return }
    guard layout.gutter >= 3 else {
      write(note: " no room for lines ", layout, on: &canvas)
      return
    }
    let lines = NetworkLines(session: session, layout: layout, part: part)
    let network = session.trainer.network
    let largest = network.weights.map(\.range).joined().reduce(Float(1)) {
      max($0, abs(network.parameters[$1]))
    }
    let shown = lines.shown(limit: Self.lineLimit)
    canvas.drawConnections(shown.map(\.connection), scale: largest, palette: palette)
    for line in shown.reversed() {
      for cell in line.cells {
        canvas.mark(
          Rectangle(x: cell.x, y: cell.y, width: 1, height: 1), as: Target.part(line.part))
      }
    }
    if shown.count < lines.count {
      write(note: " the strongest \(Self.lineLimit) lines a layer ", layout, on: &canvas)
    }
  }

  /// Says on the lower edge what is left out.
  private func write(note: String, _ layout: NetworkLayout, on canvas: inout Canvas) {
    canvas.write(
      note,
      at: Point(
        x: max(layout.inner.x, layout.inner.maxX - columnWidth(note) - 1), y: layout.inner.maxY),
      style: .dim, maxWidth: layout.inner.width)
  }
}
