import Drawing
import Engine
import Lessons
import Studio

/// The last row of the network's picture: how many layers and units there are, with the focus, and
/// what is special about a layer.
struct NetworkCounts {
  let session: Session
  let layout: NetworkLayout
  let focus: Control

  func draw(on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let hidden = session.preset.network.hidden
    let layers = "‹\(hidden.count) layer\(hidden.count == 1 ? "" : "s")›"
    write(
      layers, isFocused: focus == .layers, centre: layout.inner.x + 5, palette, on: &canvas)
    mark(layout.inner.x, columnWidth(layers) + 1, .layers, on: &canvas)
    for layer in layout.layers.shown {
      guard let x = layout.x(ofLevel: layer) else { continue }
      let next = self.next(after: layer)
      let full = "‹\(hidden[layer])›"
      let centre = x + layout.tile.width / 2
      let end = centre - columnWidth(full) / 2 + columnWidth(full)
      let count = end <= next ? full : "\(hidden[layer])"
      write(count, isFocused: focus == .units(layer), centre: centre, palette, on: &canvas)
      mark(centre - 2, min(5, next - x), .units(layer), on: &canvas)
      let start = centre + columnWidth(count) - columnWidth(count) / 2 + 1
      canvas.write(
        tags(of: layer, within: next - start - 1), at: Point(x: start, y: y), style: .dim)
    }
  }

  private var y: Int { layout.inner.maxY - 1 }

  /// Where what stands behind a layer begins: the next one, or the mark of those left out.
  private func next(after layer: Int) -> Int {
    let isLast = layer == layout.layers.shown.upperBound - 1
    if isLast, layout.layers.after > 0, let x = layout.x(ofLevel: layer) {
      return x + layout.tile.width + 1
    }
    return layout.x(ofLevel: layer + 1) ?? layout.inner.maxX
  }

  private func mark(_ x: Int, _ width: Int, _ control: Control, on canvas: inout Canvas) {
    canvas.mark(Rectangle(x: x, y: y, width: width, height: 1), as: Target.control(control))
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
    _ text: String, isFocused: Bool, centre: Int, _ palette: Palette, on canvas: inout Canvas
  ) {
    let x = max(layout.inner.x, centre - columnWidth(text) / 2)
    canvas.write(
      text, at: Point(x: x, y: y), foreground: isFocused ? palette.accent : .standard,
      style: isFocused ? [.bold, .reverse] : .dim, maxWidth: layout.inner.maxX - x)
  }
}
