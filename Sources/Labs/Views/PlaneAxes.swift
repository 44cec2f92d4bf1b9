import Datasets
import Drawing

/// The axes of the plane around a map, with the values that its places have in the data; none upwards
/// where the data has no second direction.
struct PlaneAxes {
  let dataset: Dataset

  func draw(around map: Rectangle, on canvas: inout Canvas) {
    let (across, up) = (dataset.axes[0], dataset.axes[1])
    let hasX2 = !dataset.isOneDimensional
    for share in hasX2 ? [0.0, 0.25, 0.5, 0.75, 1.0] : [] {
      let label = Self.label(up.value(at: 6 - 12 * share), width: MapView.leftMargin - 1)
      let y = map.y + Int((share * Double(map.height - 1)).rounded())
      canvas.write(label, at: Point(x: map.x - 1 - columnWidth(label), y: y), style: .dim)
      canvas.write("┤", at: Point(x: map.x - 1, y: y), style: .dim)
    }
    for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
      let label = Self.label(across.value(at: -6 + 12 * share), width: max(3, map.width / 6))
      let x = map.x + Int((share * Double(map.width - 1)).rounded())
      let shift = share == 0 ? 0 : share == 1 ? columnWidth(label) - 1 : columnWidth(label) / 2
      canvas.write(label, at: Point(x: x - shift, y: map.maxY), style: .dim)
    }
    guard map.height >= 12, across.isPlain, up.isPlain else { return }
    canvas.write("x₁", at: Point(x: map.x + map.width * 7 / 8 - 1, y: map.maxY), style: .bold)
    guard hasX2 else { return }
    canvas.write("x₂", at: Point(x: map.x - 3, y: map.y + map.height / 8), style: .bold)
  }

  /// Writes the names of columns into two corners of the map; a plain plane has them on its axes.
  func drawNames(on map: Rectangle, on canvas: inout Canvas) {
    let (across, up) = (dataset.axes[0], dataset.axes[1])
    guard map.height >= 8, !(across.isPlain && up.isPlain) else { return }
    let color = Palette(canvas.capabilities).contour
    if !dataset.isOneDimensional {
      canvas.write(
        "↑ \(up.name)", at: Point(x: map.x, y: map.y), foreground: color, style: .bold,
        maxWidth: map.width)
    }
    let name = "\(across.name) →"
    let width = min(columnWidth(name), map.width)
    canvas.write(
      name, at: Point(x: map.maxX - width, y: map.maxY - 1), foreground: color, style: .bold,
      maxWidth: width)
  }

  /// A number in no more than so many columns, as exactly as that allows.
  static func label(_ value: Double, width: Int) -> String {
    var texts = [3, 2, 1].map { format(value, significantDigits: $0) }
    for (unit, letter) in [(1e3, "k"), (1e6, "M"), (1e9, "G")] {
      texts += [2, 1].map { format(value / unit, significantDigits: $0) + letter }
    }
    let whole = format(value, decimals: 0)
    texts.append(whole == "-0" ? "0" : whole)
    return texts.first { columnWidth($0) <= width && !$0.contains("e") } ?? "…"
  }
}
