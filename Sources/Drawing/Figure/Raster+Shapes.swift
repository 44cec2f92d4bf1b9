/// Lines, circles and polygons as pixels.
extension Raster {
  /// Draws a line with round ends and corners.
  mutating func stroke(_ places: [PixelPlace], _ pen: Figure.Pen) {
    let lines = pen.dashes.isEmpty ? [places] : PixelPath.dashes(of: places, pen.dashes)
    for line in lines { stroke([line], pen.ink, radius: pen.width / 2) }
  }

  /// Draws lines that touch as one shape: where they overlap, edges are as smooth as elsewhere.
  mutating func stroke(_ lines: [[PixelPlace]], _ ink: Ink, radius: Double) {
    // A line thinner than a pixel is a faint one.
    let strength = min(1, radius * 2)
    let radius = max(radius, 0.5)
    guard let box = PixelPath.bounds(of: lines, margin: radius + 1) else { return }
    let columns = Self.pixels(from: box.x, to: box.maxX, within: width)
    let rows = Self.pixels(from: box.y, to: box.maxY, within: height)
    guard !columns.isEmpty, !rows.isEmpty else { return }
    var mask = [UInt8](repeating: 0, count: columns.count * rows.count)
    for line in lines {
      if line.count == 1 { cover(line[0], line[0], radius, columns, rows, &mask) }
      for index in line.indices.dropFirst() {
        cover(line[index - 1], line[index], radius, columns, rows, &mask)
      }
    }
    var index = 0
    for y in rows {
      for x in columns {
        if mask[index] > 0 { blend(x, y, ink, Double(mask[index]) / 255 * strength) }
        index += 1
      }
    }
  }

  /// Marks the pixels within a distance of a straight line, each with the most that covers it.
  private func cover(
    _ start: PixelPlace, _ end: PixelPlace, _ radius: Double, _ columns: Range<Int>,
    _ rows: Range<Int>, _ mask: inout [UInt8]
  ) {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let square = dx * dx + dy * dy
    guard square.isFinite else { return }
    let reach = radius + 0.5
    let low = min(start.y, end.y) - reach
    let high = max(start.y, end.y) + reach
    for y in Self.pixels(from: low, to: high, within: height).clamped(to: rows) {
      let py = Double(y) + 0.5
      // Only pixels near the line in this row, and not the whole rectangle around it.
      var (left, right) = (min(start.x, end.x) - reach, max(start.x, end.x) + reach)
      if dy.magnitude > 1e-9 {
        let middle = start.x + (py - start.y) / dy * dx
        let half = reach * (square.squareRoot() / dy.magnitude)
        left = max(left, middle - half)
        right = min(right, middle + half)
      }
      for x in Self.pixels(from: left, to: right, within: width).clamped(to: columns) {
        let px = Double(x) + 0.5
        var along = 0.0
        if square > 0 {
          along = min(max(((px - start.x) * dx + (py - start.y) * dy) / square, 0), 1)
        }
        let (ex, ey) = (px - start.x - along * dx, py - start.y - along * dy)
        let coverage = reach - (ex * ex + ey * ey).squareRoot()
        guard coverage > 0 else { continue }
        let value = UInt8(min(coverage, 1) * 255)
        let index = (y - rows.lowerBound) * columns.count + x - columns.lowerBound
        if value > mask[index] { mask[index] = value }
      }
    }
  }

  mutating func fillCircle(_ centre: PixelPlace, _ radius: Double, _ ink: Ink) {
    eachPixel(around: centre, radius + 1) { raster, x, y, distance in
      raster.blend(x, y, ink, min(1, radius + 0.5 - distance))
    }
  }

  mutating func strokeCircle(_ centre: PixelPlace, _ radius: Double, _ pen: Figure.Pen) {
    eachPixel(around: centre, radius + pen.width / 2 + 1) { raster, x, y, distance in
      let away = (distance - radius).magnitude
      raster.blend(x, y, pen.ink, min(1, pen.width / 2 + 0.5 - away, pen.width))
    }
  }

  private mutating func eachPixel(
    around centre: PixelPlace, _ reach: Double,
    _ body: (inout Raster, _ x: Int, _ y: Int, _ distance: Double) -> Void
  ) {
    for y in Self.pixels(from: centre.y - reach, to: centre.y + reach, within: height) {
      for x in Self.pixels(from: centre.x - reach, to: centre.x + reach, within: width) {
        let (dx, dy) = (Double(x) + 0.5 - centre.x, Double(y) + 0.5 - centre.y)
        body(&self, x, y, (dx * dx + dy * dy).squareRoot())
      }
    }
  }

  /// Fills a polygon of few corners.
  mutating func fill(_ corners: [PixelPlace], _ ink: Ink) {
    guard corners.count > 2, let box = PixelPath.bounds(of: [corners], margin: 1) else { return }
    for y in Self.pixels(from: box.y, to: box.maxY, within: height) {
      for x in Self.pixels(from: box.x, to: box.maxX, within: width) {
        let place = PixelPlace(Double(x) + 0.5, Double(y) + 0.5)
        let (isInside, distance) = PixelPath.edge(of: corners, from: place)
        blend(x, y, ink, min(1, isInside ? 0.5 + distance : 0.5 - distance))
      }
    }
  }
}
