import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The units of a network as small maps, and its connections, in a figure.
struct NetworkFigure {
  let session: Session
  let style: FigureStyle

  /// The most connections of a level that can be told apart, by the pixels between two columns.
  private static func lineLimit(_ layout: FigureNetworkLayout) -> Int {
    max(32, Int(min(100, layout.gap) * 4))
  }

  func draw(in box: PixelBox, on figure: inout Figure) {
    let unit = style.unit
    figure.write(
      "Network", at: PixelPlace(box.x, box.y + unit), style.letters(nil, 1.1, isBold: true))
    drawLegend(in: box, on: &figure)
    let names = session.preset.features.map {
      FigureText.cut($0.title, to: box.width * 0.2, style)
    }
    let ends = endNames
    let before = (names.map { style.width($0) }.max() ?? 0) + 0.7 * unit
    let behind = (ends.map { style.width($0) }.max() ?? 0) + 0.7 * unit
    let inner = PixelBox(
      x: box.x + before, y: box.y + 1.9 * unit, width: box.width - before - behind,
      height: box.height - 3.6 * unit)
    let levels = session.trainer.network.levels
    guard inner.width > 12, inner.height > 6 else { return }
    let layout = FigureNetworkLayout(
      counts: [names.count] + levels.map(\.units), in: inner, largest: 4.2 * unit)
    if session.trainer.divergence == nil { drawConnections(layout, on: &figure) }
    FigureTiles(session: session, style: style, layout: layout).draw(on: &figure)
    for (input, name) in names.enumerated() {
      guard let tile = layout.tile(level: -1, unit: input) else { continue }
      figure.write(
        name, at: PixelPlace(tile.x - 0.5 * unit, tile.centre.y + 0.35 * unit),
        style.letters(), .end)
    }
    for (output, name) in ends.enumerated() {
      guard let tile = layout.tile(level: levels.count - 1, unit: output) else { continue }
      figure.write(
        name, at: PixelPlace(tile.maxX + 0.5 * unit, tile.centre.y + 0.35 * unit),
        style.letters())
    }
    drawFoot(layout, y: box.maxY - 0.4 * unit, on: &figure)
    noteLimit(layout, in: box, on: &figure)
  }

  /// Says beside the title that not all connections are drawn, where that is so.
  private func noteLimit(
    _ layout: FigureNetworkLayout, in box: PixelBox, on figure: inout Figure
  ) {
    let most = session.trainer.network.weights.map(\.range.count).max() ?? 0
    guard most > Self.lineLimit(layout), session.trainer.divergence == nil else { return }
    let start = box.x + style.width("Network", 1.1, isBold: true) + 0.6 * style.unit
    let room = box.width * 0.5 - (start - box.x)
    let limit = Self.lineLimit(layout)
    for text in [
      "the strongest \(limit) weights a layer", "strongest \(limit) a layer", "top \(limit)",
    ]
    where style.width(text, 0.85) <= room {
      figure.write(
        text, at: PixelPlace(start, box.y + style.unit), style.letters(style.muted, 0.85))
      return
    }
  }

  /// What the outputs are called.
  private var endNames: [String] {
    let count = session.preset.objective.outputCount
    guard count > 1 else { return ["ŷ"] }
    return (0..<count).map { FigureText.cut(session.className($0), to: 6 * style.unit, style) }
  }

  /// How many units a column has, and what they apply; and what is left out.
  private func drawFoot(_ layout: FigureNetworkLayout, y: Double, on figure: inout Figure) {
    let letters = style.letters(style.muted, 0.85)
    let hidden = session.trainer.network.spec.hidden
    var free = -Double.infinity
    for column in layout.columns {
      let middle = column.x + layout.tile / 2
      var texts = ["\(column.count)"]
      if hidden.indices.contains(column.level) {
        texts.insert("\(column.count) \(hidden[column.level].activation.rawValue)", at: 0)
      }
      if column.shown < column.count {
        texts = ["\(column.shown) of \(column.count)", "\(column.shown)/\(column.count)"]
      }
      let room = layout.gap + layout.tile
      guard let text = texts.first(where: { style.width($0, 0.85) + 0.4 * style.unit <= room })
      else { continue }
      let half = style.width(text, 0.85) / 2
      guard middle - half > free else { continue }
      figure.write(text, at: PixelPlace(middle, y), letters, .middle)
      free = middle + half
    }
    guard !layout.left.isEmpty,
      let gap = layout.columns.firstIndex(where: { $0.level >= layout.left.upperBound })
    else { return }
    let x = (layout.columns[gap - 1].x + layout.tile + layout.columns[gap].x) / 2
    figure.write(
      "…\(layout.left.count)", at: PixelPlace(x, y - 1.4 * style.unit), letters, .middle)
  }

  private func drawConnections(_ layout: FigureNetworkLayout, on figure: inout Figure) {
    let network = session.trainer.network
    let largest = network.weights.map(\.range).joined().reduce(Float(1)) {
      max($0, abs(network.parameters[$1]))
    }
    for level in network.levels.indices {
      var lines: [(weight: Float, from: PixelPlace, to: PixelPlace)] = []
      for unit in 0..<network.levels[level].units {
        guard let target = layout.tile(level: level, unit: unit) else { continue }
        for input in 0..<NetworkPart.inputCount(of: level, in: session) {
          guard let source = layout.tile(level: level - 1, unit: input),
            let index = network.weightIndex(level: level, unit: unit, input: input)
          else { continue }
          let weight = network.parameters[index]
          guard weight != 0, weight.isFinite else { continue }
          lines.append(
            (
              weight, PixelPlace(source.maxX, source.centre.y),
              PixelPlace(target.x, target.centre.y)
            ))
        }
      }
      // The strongest lie on top.
      lines.sort { abs($0.weight) < abs($1.weight) }
      for line in lines.suffix(Self.lineLimit(layout)) {
        draw(line, Double(abs(line.weight) / largest), layout, on: &figure)
      }
    }
  }

  private func draw(
    _ line: (weight: Float, from: PixelPlace, to: PixelPlace), _ size: Double,
    _ layout: FigureNetworkLayout, on figure: inout Figure
  ) {
    let ink = line.weight < 0 ? style.negative : style.positive
    // Weak ones are thin and pale; between small maps all are thinner.
    let full = 0.25 * min(1, max(0.12, layout.tile / (1.7 * style.unit)))
    let pen = style.pen(
      style.paper.mixed(with: ink, 0.35 + 0.65 * min(1, size * 3)), 0.2 * full + full * size,
      dashes: line.weight < 0 ? Self.dashes.map { $0 * max(0.4, full / 0.25) } : [])
    let reach = PixelPlace((line.to.x - line.from.x) * 0.45, 0)
    figure.add(.curve(line.from, line.from + reach, line.to - reach, line.to, pen))
  }

  /// Of a negative connection, in units of the font.
  private static let dashes = [0.42, 0.5]

  private func drawLegend(in box: PixelBox, on figure: inout Figure) {
    let unit = style.unit
    let base = box.y + unit
    var x = box.maxX
    for (name, ink, dashes) in [
      ("negative", style.negative, Self.dashes), ("positive weight", style.positive, []),
    ] {
      x -= style.width(name, 0.9)
      guard x - 2.8 * unit > box.x + style.width("Network", 1.1, isBold: true) + unit else {
        return
      }
      figure.write(name, at: PixelPlace(x, base), style.letters(style.muted, 0.9))
      figure.draw(
        from: PixelPlace(x - 2.5 * unit, base - 0.33 * unit),
        to: PixelPlace(x - 0.6 * unit, base - 0.33 * unit), style.pen(ink, 0.17, dashes: dashes))
      x -= 3.6 * unit
    }
  }
}
