import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// Where the grid of the plane and the points come to lie in the space of a layer.
struct LayerSpace {
  /// A line of the grid, or through the place that is read.
  struct Line {
    /// Its places among all, in order.
    let places: Range<Int>
    /// Whether x₁ is the same all along it, not x₂.
    let isUpright: Bool
    /// Whether it goes through the place that is read.
    let isProbe: Bool
  }

  /// A point of the data, and its place among all.
  struct Mark {
    let share: Dataset.Share
    let label: Float
    let isMistake: Bool
    let isFlipped: Bool
    let place: Int
  }

  /// The places of the plane.
  private(set) var plane: [PlanePoint] = []
  /// The number of each place to the right, and the one up.
  private(set) var across: [Float] = []
  private(set) var up: [Float] = []
  /// What the outputs give there: `[output][place]`.
  private(set) var outputs: [[Float]] = []
  private(set) var lines: [Line] = []
  private(set) var marks: [Mark] = []
  /// The place that is read, among all.
  private(set) var probe: Int?
  /// The axes.
  private(set) var frame: SpaceFrame

  /// - Parameters:
  ///   - size: the cells there are for it.
  ///   - fitsPoints: whether the axes reach as far as the points do.
  ///   - probe: the place that is read.
  /// - Returns: nil if nothing is finite.
  init?(
    _ scene: Scene, _ choice: SpaceChoice, _ size: Size, fitsPoints: Bool,
    probe: PlanePoint? = nil
  ) {
    // Any frame will do until it is known where the places come to lie.
    guard let first = SpaceFrame(across: [0, 1], up: [0, 1]) else { return nil }
    frame = first
    let isFine = size.height >= 22
    let samples = isFine ? 97 : 49
    for isUpright in [true, false] {
      for value in Self.steps(isFine ? 13 : 7) {
        append(isUpright, value, samples, isProbe: false)
      }
    }
    let gridCount = plane.count
    for part in ShownPoints(scene, limit: size.width * size.height / 4).parts {
      for (example, isMistake, isFlipped) in part.points {
        marks.append(
          Mark(
            share: part.share, label: example.label, isMistake: isMistake, isFlipped: isFlipped,
            place: plane.count))
        plane.append(PlanePoint(x1: example.x1, x2: example.x2))
      }
    }
    let pointsEnd = plane.count
    if let probe {
      append(true, probe.x1, samples, isProbe: true)
      append(false, probe.x2, samples, isProbe: true)
      self.probe = plane.count
      plane.append(probe)
    }
    let last = scene.session.trainer.network.levels.count - 1
    let fields = scene.session.fields(
      x1: plane.map(\.x1), x2: plane.map(\.x2), of: [choice.level, last])
    across = Self.values(choice.across, fields, plane)
    up = Self.values(choice.up, fields, plane)
    outputs = fields.levels.last ?? []
    let isZoomed = fitsPoints && pointsEnd > gridCount
    let seen = isZoomed ? gridCount..<pointsEnd : 0..<pointsEnd
    guard let frame = SpaceFrame(across: Array(across[seen]), up: Array(up[seen])) else {
      return nil
    }
    self.frame = frame
  }

  private mutating func append(
    _ isUpright: Bool, _ value: Float, _ samples: Int, isProbe: Bool
  ) {
    let start = plane.count
    for step in Self.steps(samples) {
      plane.append(
        isUpright ? PlanePoint(x1: value, x2: step) : PlanePoint(x1: step, x2: value))
    }
    lines.append(Line(places: start..<plane.count, isUpright: isUpright, isProbe: isProbe))
  }

  /// Evenly over the domain, both its ends included.
  private static func steps(_ count: Int) -> [Float] {
    let (low, high) = (Dataset.domain.lowerBound, Dataset.domain.upperBound)
    return (0..<count).map { low + (high - low) * Float($0) / Float(count - 1) }
  }

  private static func values(
    _ axis: SpaceChoice.Axis, _ fields: Fields, _ plane: [PlanePoint]
  ) -> [Float] {
    switch axis {
    case .input(let input): fields.inputs[input]
    case .unit(let level, let unit): fields.levels[level][unit]
    case .coordinate(let number): plane.map { number == 0 ? $0.x1 : $0.x2 }
    }
  }

  /// The place of the plane that comes to lie nearest to a cell; nil if none is finite.
  func place(at cell: Point, in plot: Rectangle) -> PlanePoint? {
    let wanted = (
      x: Double(2 * (cell.x - plot.x)) + 0.5, y: Double(4 * (cell.y - plot.y)) + 1.5
    )
    var best: Int?
    var least = Double.infinity
    for place in plane.indices {
      let dot = frame.dot(across[place], up[place], plot.size)
      let (dx, dy) = (dot.x - wanted.x, dot.y - wanted.y)
      let distance = dx * dx + dy * dy
      if distance < least {
        least = distance
        best = place
      }
    }
    return best.map { plane[$0] }
  }
}
