import Datasets
import Drawing
import Lessons
import Studio

/// The tool that draws and erases points of the map, by keys or by mouse.
struct Brush: Equatable, Sendable {
  /// How far it reaches, in units of the plane.
  enum Reach: Int, CaseIterable, Sendable {
    case point, small, large

    /// The radius within which points are put, erased and given another class.
    var radius: Float {
      switch self {
      case .point: 0.35
      case .small: 0.8
      case .large: 1.6
      }
    }

    /// How many points one touch puts.
    var count: Int {
      switch self {
      case .point: 1
      case .small: 6
      case .large: 16
      }
    }

    var title: String {
      switch self {
      case .point: "one point"
      case .small: "6 points"
      case .large: "16 points"
      }
    }

    var next: Reach { Self.allCases[(rawValue + 1) % Self.allCases.count] }
  }

  /// Where it is.
  var place = PlanePoint(x1: 0, x2: 0)
  /// The class it draws, or the number for regression.
  var label: Float = 1
  /// How far it reaches.
  var reach = Reach.point
  /// The corners of a lasso so far; empty while there is none.
  var corners: [PlanePoint] = []
  /// Whether the lasso is closed, so that it takes the place of the brush.
  var isClosed = false
  /// Whether the mouse traces a lasso.
  var isTracing = false

  /// Takes another label where the present one is none of the problem's.
  mutating func fit(to session: Session) {
    switch session.preset.problem {
    case .regression: label = min(max(label, -1), 1)
    case .classification(let classes):
      // One class more than there are can be drawn: it becomes a class by that.
      if label < 0 || label > Float(classes) || label != label.rounded() { label = 1 }
    }
  }

  /// The points of one touch, the same each time: on a spiral, evenly over the disc.
  func points() -> [Example] {
    guard reach != .point else { return [example(place.x1, place.x2)] }
    // Each turn is a golden angle from the last, so that no two points lie in one line.
    let (cosine, sine): (Float, Float) = (-0.737_368_9, 0.675_490_3)
    var (x, y): (Float, Float) = (1, 0)
    return (0..<reach.count).map { index in
      let distance = reach.radius * ((Float(index) + 0.5) / Float(reach.count)).squareRoot()
      let point = example(place.x1 + distance * x, place.x2 + distance * y)
      (x, y) = (x * cosine - y * sine, x * sine + y * cosine)
      return point
    }
  }

  private func example(_ x1: Float, _ x2: Float) -> Example {
    let (low, high) = (Dataset.domain.lowerBound, Dataset.domain.upperBound)
    return Example(
      Double(min(max(x1, low), high)), Double(min(max(x2, low), high)), label: Double(label))
  }

  /// Whether a place lies under the brush, or in the closed lasso.
  func covers(_ x1: Float, _ x2: Float) -> Bool {
    if isClosed { return isInside(x1, x2) }
    let (dx, dy) = (x1 - place.x1, x2 - place.x2)
    return dx * dx + dy * dy <= reach.radius * reach.radius
  }

  /// Whether a place lies in the polygon of the corners: a ray to the right crosses its edges an odd
  /// number of times.
  ///
  /// Source: M. Shimrat, "Algorithm 112: Position of point relative to polygon", 1962.
  private func isInside(_ x1: Float, _ x2: Float) -> Bool {
    var isInside = false
    for (index, corner) in corners.enumerated() {
      let other = corners[(index + corners.count - 1) % corners.count]
      guard (corner.x2 > x2) != (other.x2 > x2) else { continue }
      let crossing =
        (other.x1 - corner.x1) * (x2 - corner.x2) / (other.x2 - corner.x2) + corner.x1
      if x1 < crossing { isInside.toggle() }
    }
    return isInside
  }

  /// What the brush would do, in one line.
  func describe(_ session: Session) -> String {
    let place =
      "(\(format(Double(place.x1), decimals: 1)), \(format(Double(place.x2), decimals: 1)))"
    if isClosed {
      return "Lasso closed: f gives its points a class, backspace erases, esc drops it."
    }
    guard corners.isEmpty else {
      let count = "\(corners.count) corner\(corners.count == 1 ? "" : "s")"
      return "Lasso of \(count) at \(place): y sets one; at the first it closes it."
    }
    return "Drawing \(session.className(of: label)), \(reach.title) at \(place). esc ends it."
  }
}
