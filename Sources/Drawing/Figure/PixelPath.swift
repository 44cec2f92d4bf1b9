/// Geometry of lines through places.
enum PixelPath {
  /// A cubic Bézier curve as a line of so many parts.
  static func flattened(
    _ start: PixelPlace, _ first: PixelPlace, _ second: PixelPlace, _ end: PixelPlace,
    parts: Int = 24
  ) -> [PixelPlace] {
    (0...parts).map { part in
      let t = Double(part) / Double(parts)
      let s = 1 - t
      let (a, b, c, d) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
      return PixelPlace(
        a * start.x + b * first.x + c * second.x + d * end.x,
        a * start.y + b * first.y + c * second.y + d * end.y)
    }
  }

  /// The parts of a line that dashes cover; the pattern starts with a dash and repeats.
  static func dashes(of places: [PixelPlace], _ pattern: [Double]) -> [[PixelPlace]] {
    guard places.count > 1, pattern.allSatisfy({ $0 >= 0 }), pattern.reduce(0, +) > 0.1 else {
      return [places]
    }
    var lines: [[PixelPlace]] = []
    var current = [places[0]]
    var (phase, left) = (0, pattern[0])
    for index in 1..<places.count {
      let (start, end) = (places[index - 1], places[index])
      let step = end - start
      let length = (step.x * step.x + step.y * step.y).squareRoot()
      guard length > 0, length.isFinite else { continue }
      var done = 0.0
      while length - done > left {
        done += left
        let place = start + step * (done / length)
        if phase % 2 == 0 {
          current.append(place)
          lines.append(current)
          current = []
        } else {
          current = [place]
        }
        phase += 1
        left = pattern[phase % pattern.count]
      }
      left -= length - done
      if phase % 2 == 0 { current.append(end) }
    }
    if !current.isEmpty { lines.append(current) }
    return lines
  }

  /// The rectangle around all places that are finite, with a margin; nil if there are none.
  static func bounds(of lines: [[PixelPlace]], margin: Double) -> PixelBox? {
    var (left, right) = (Double.infinity, -Double.infinity)
    var (top, bottom) = (Double.infinity, -Double.infinity)
    for line in lines {
      for place in line where place.x.isFinite && place.y.isFinite {
        (left, right) = (min(left, place.x), max(right, place.x))
        (top, bottom) = (min(top, place.y), max(bottom, place.y))
      }
    }
    guard left <= right, top <= bottom else { return nil }
    return PixelBox(
      x: left - margin, y: top - margin, width: right - left + 2 * margin,
      height: bottom - top + 2 * margin)
  }

  /// Whether a place is inside a polygon, and how far it is from its edge.
  static func edge(
    of corners: [PixelPlace], from place: PixelPlace
  ) -> (isInside: Bool, distance: Double) {
    var (isInside, least) = (false, Double.infinity)
    for index in corners.indices {
      let (a, b) = (corners[index], corners[(index + 1) % corners.count])
      if (a.y > place.y) != (b.y > place.y),
        place.x < (b.x - a.x) * (place.y - a.y) / (b.y - a.y) + a.x
      {
        isInside.toggle()
      }
      least = min(least, distance(from: place, toLine: a, b))
    }
    return (isInside, least)
  }

  /// How far a place is from a straight line between two others.
  static func distance(
    from place: PixelPlace, toLine start: PixelPlace, _ end: PixelPlace
  ) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let square = dx * dx + dy * dy
    let (px, py) = (place.x - start.x, place.y - start.y)
    let along = square > 0 ? min(max((px * dx + py * dy) / square, 0), 1) : 0
    let (ex, ey) = (px - along * dx, py - along * dy)
    return (ex * ex + ey * ey).squareRoot()
  }

  /// The line with fewer places, nowhere further from the old one than a tolerance in pixels.
  static func simplified(_ places: [PixelPlace], tolerance: Double) -> [PixelPlace] {
    guard places.count > 2 else { return places }
    var kept = [places[0]]
    var anchor = 0
    var next = 2
    while next < places.count {
      // What has been passed over must stay near; only so much of it is looked at again and again.
      let isNear =
        next - anchor <= 64
        && places[(anchor + 1)..<next].allSatisfy {
          distance(from: $0, toLine: places[anchor], places[next]) <= tolerance
        }
      if !isNear {
        anchor = next - 1
        kept.append(places[anchor])
      }
      next += 1
    }
    kept.append(places[places.count - 1])
    return kept
  }
}

extension Array where Element == PixelPlace {
  /// The line through fewer places, nowhere further from this one than so many pixels.
  public func thinned(tolerance: Double) -> [PixelPlace] {
    PixelPath.simplified(self, tolerance: tolerance)
  }
}
