import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The network: inputs, every unit as a small map of what it computes, and the connections.
struct NetworkPanel {
  let session: Session
  let focus: Control

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(depth: canvas.capabilities.depth)
    let spec = session.trainer.network.spec
    let shape = ([spec.inputCount] + spec.hidden.map(\.units) + [spec.outputCount])
      .map { "\($0)" }.joined(separator: "·")
    canvas.drawBox(
      area,
      title: "Network \(shape)"
        + (spec.hidden.isEmpty ? "" : " \(activations)"),
      focused: focus.panel == .network, accent: palette.accent)
    let layout = NetworkLayout(
      inner: area.inset(horizontally: 1, vertically: 1), hidden: spec.hidden.map(\.units),
      outputs: spec.outputCount)
    guard layout.isDrawable else { return }
    drawFeatures(layout, palette, on: &canvas)
    drawConnections(layout, palette, on: &canvas)
    drawTiles(layout, palette, on: &canvas)
    drawCounts(layout, palette, on: &canvas)
  }

  private func drawFeatures(
    _ layout: NetworkLayout, _ palette: Palette, on canvas: inout Canvas
  ) {
    for (slot, feature) in Feature.allCases.enumerated() {
      let isOn = session.preset.features.contains(feature)
      let isFocused = focus == .feature(feature)
      let y = layout.featureRow(slot)
      let x = layout.inner.x
      canvas.write(
        (isFocused ? "▸" : " ") + (isOn ? "●" : "○"), at: Point(x: x, y: y),
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
    for (input, feature) in session.preset.features.enumerated() {
      let slot = Feature.allCases.firstIndex(of: feature) ?? 0
      draw(scaledToOne(fields.inputs[input]), at: layout.featureTile(slot))
    }
    for level in fields.levels.indices {
      for unit in fields.levels[level].indices {
        let values = fields.levels[level][unit]
        let isOutput = level == fields.levels.count - 1
        let tile = layout.tile(level: level, unit: unit)
        draw(isOutput ? session.shown(values) : shown(values, level: level), at: tile)
      }
    }
    if let last = fields.levels.last, last.count == 1 {
      let tile = layout.tile(level: fields.levels.count - 1, unit: 0)
      canvas.write("ŷ", at: Point(x: tile.x + tile.width / 2, y: tile.y - 1), style: .bold)
    }
  }

  /// The activations of the hidden layers, once if all have the same.
  private var activations: String {
    session.preset.network.activation.values.map(\.rawValue).joined(separator: " ")
  }

  /// Bounded activations are shown on their own range, others on the range they take, and so is what
  /// a shortcut adds to.
  private func shown(_ values: [Float], level: Int) -> [Float] {
    let network = session.preset.network
    guard network.wiring[level] == Dense.name else { return scaledToOne(values) }
    switch network.activation[level] {
    case .tanh, .sin: return values
    case .sigmoid, .step, .softmax: return values.map { 2 * $0 - 1 }
    case .linear, .relu, .leakyReLU, .elu, .selu, .gelu, .silu, .softplus:
      return scaledToOne(values)
    }
  }

  private func scaledToOne(_ values: [Float]) -> [Float] {
    let largest = values.reduce(0) { max($0, abs($1)) }
    return largest > 0 ? values.map { $0 / largest } : values
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
    let network = session.trainer.network
    let levels = network.levels.indices.map { connections(into: $0, layout) }
    let drawn = levels.flatMap { $0.prefix(Self.lineLimit) }
    let largest = network.weights.map(\.range).joined().reduce(Float(1)) {
      max($0, abs(network.parameters[$1]))
    }
    canvas.drawConnections(drawn, scale: largest, palette: palette)
    if drawn.count < levels.joined().count {
      write(note: " the strongest \(Self.lineLimit) lines a layer ", layout, on: &canvas)
    }
  }

  /// Says on the lower edge what is left out.
  private func write(note: String, _ layout: NetworkLayout, on canvas: inout Canvas) {
    canvas.write(
      note, at: Point(x: layout.inner.maxX - columnWidth(note) - 1, y: layout.inner.maxY),
      style: .dim)
  }

  /// The connections into a level, the strongest first.
  private func connections(into level: Int, _ layout: NetworkLayout) -> [Connection] {
    let network = session.trainer.network
    let features = session.preset.features
    let inputs = level == 0 ? features.count : network.levels[level - 1].units
    return (0..<network.levels[level].units).flatMap { unit in
      (0..<inputs).compactMap { input in
        guard let weight = network.weightIndex(level: level, unit: unit, input: input) else {
          return nil
        }
        let source =
          level == 0
          ? layout.featureTile(Feature.allCases.firstIndex(of: features[input]) ?? 0)
          : layout.tile(level: level - 1, unit: input)
        let target = layout.tile(level: level, unit: unit)
        return Connection(
          from: Point(x: source.maxX - 1, y: source.y + source.height / 2),
          to: Point(x: target.x, y: target.y + target.height / 2),
          weight: network.parameters[weight])
      }
    }.sorted { abs($0.weight) > abs($1.weight) }
  }

  /// Below the columns: how many layers and units there are, with the focus.
  private func drawCounts(_ layout: NetworkLayout, _ palette: Palette, on canvas: inout Canvas) {
    let hidden = session.preset.network.hidden
    write(
      "‹\(hidden.count) layer\(hidden.count == 1 ? "" : "s")›", isFocused: focus == .layers,
      centre: layout.inner.x + 5, layout, palette, on: &canvas)
    for layer in hidden.indices {
      let tile = layout.tile(level: layer, unit: 0)
      let count = "‹\(hidden[layer])›"
      let centre = tile.x + tile.width / 2
      write(
        count, isFocused: focus == .units(layer), centre: centre, layout, palette, on: &canvas)
      let start = centre + columnWidth(count) - columnWidth(count) / 2 + 1
      let room = layout.tile(level: layer + 1, unit: 0).x - start - 1
      canvas.write(
        tags(of: layer, within: room), at: Point(x: start, y: layout.inner.maxY - 1), style: .dim)
    }
  }

  /// What is special about a layer, in few letters, such as `res bn -20%`; a star where there is no
  /// room for all of it.
  private func tags(of layer: Int, within room: Int) -> String {
    let network = session.preset.network
    var tags: [String] = []
    if network.wiring[layer] != Dense.name { tags.append(String(network.wiring[layer].prefix(3))) }
    if network.normalization[layer] != "none" {
      tags.append(String(network.normalization[layer].prefix(1)) + "n")
    }
    if network.dropout[layer] > 0 {
      tags.append("-\(format(network.dropout[layer], decimals: 0))%")
    }
    let all = tags.joined(separator: " ")
    return all.isEmpty || columnWidth(all) <= room ? all : room > 0 ? "*" : ""
  }

  private func write(
    _ text: String, isFocused: Bool, centre: Int, _ layout: NetworkLayout, _ palette: Palette,
    on canvas: inout Canvas
  ) {
    let x = max(layout.inner.x, centre - columnWidth(text) / 2)
    canvas.write(
      text, at: Point(x: x, y: layout.inner.maxY - 1),
      foreground: isFocused ? palette.accent : .standard,
      style: isFocused ? [.bold, .reverse] : .dim, maxWidth: layout.inner.maxX - x)
  }
}
