import Datasets
import Drawing
import Lessons
import Studio

@testable import Labs

/// An app on a data set, while points are drawn.
func drawing(_ recipe: String = "circle", features: [Feature] = [.x1, .x2]) -> App {
  var preset = Preset()
  preset.data.recipe = recipe
  preset.features = features
  var app = App(preset)
  _ = app.update(.resized(wide, .full))
  app.press(.character("p"))
  return app
}

extension App {
  var brush: Brush? { playground?.brush }
  var points: [Example] { session.dataset.allPoints }

  var classCount: Int {
    if case .classification(let count) = session.dataset.problem { count } else { 0 }
  }

  /// Where a place of the plane stands on the wide screen.
  func cell(_ x1: Float, _ x2: Float) -> Point? {
    for spot in view(size: wide, capabilities: .full, answersToMouse: true).hotspots {
      if case .plane(let plane) = spot.target as? Target {
        return plane.cell(PlanePoint(x1: x1, x2: x2))
      }
    }
    return nil
  }

  /// Moves the brush by keys, in quarters of a unit.
  mutating func moveBrush(_ right: Int, _ up: Int) {
    for _ in 0..<abs(right) { press(right > 0 ? .right : .left) }
    for _ in 0..<abs(up) { press(up > 0 ? .up : .down) }
  }

  /// How many points lie in the square of this half side about a place.
  func count(near x1: Float, _ x2: Float, within reach: Float) -> Int {
    points.count { abs($0.x1 - x1) <= reach && abs($0.x2 - x2) <= reach }
  }
}
