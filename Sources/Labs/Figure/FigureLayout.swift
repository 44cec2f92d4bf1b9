import Drawing

/// Where the parts of a figure stand.
struct FigureLayout {
  /// Each part and its place.
  let boxes: [(FigurePart, PixelBox)]

  /// The map right of the others, which stand one above the other; all of them so in a tall place.
  init(_ parts: [FigurePart], in area: PixelBox, gap: Double) {
    let hasMap = parts.contains(.map)
    let others = [FigurePart.network, .loss].filter(parts.contains)
    guard hasMap, !others.isEmpty else {
      boxes = Self.stacked(hasMap ? [.map] : others, in: area, gap)
      return
    }
    guard area.width >= 1.15 * area.height else {
      boxes = Self.stacked([.map] + others, in: area, gap)
      return
    }
    // As wide as a square map needs, with its axes.
    let mapWidth = min(area.height * 1.02, area.width * (others == [.loss] ? 0.5 : 0.44))
    let left = PixelBox(
      x: area.x, y: area.y, width: area.width - mapWidth - gap, height: area.height)
    let right = PixelBox(x: area.maxX - mapWidth, y: area.y, width: mapWidth, height: area.height)
    boxes = Self.stacked(others, in: left, gap) + [(.map, right)]
  }

  private static func stacked(
    _ parts: [FigurePart], in area: PixelBox, _ gap: Double
  ) -> [(FigurePart, PixelBox)] {
    func weight(_ part: FigurePart) -> Double {
      switch part {
      case .map: 1.15
      case .network: 1
      case .loss: 0.72
      }
    }
    let total = parts.map(weight).reduce(0, +)
    let free = max(0, area.height - gap * Double(max(0, parts.count - 1)))
    var y = area.y
    return parts.map { part in
      let height = free * weight(part) / total
      defer { y += height + gap }
      return (part, PixelBox(x: area.x, y: y, width: area.width, height: height))
    }
  }
}
