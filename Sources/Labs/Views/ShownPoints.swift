import Datasets
import Drawing
import Studio

/// The points that a picture has room for: so many of each share, every mistake and every flipped one.
struct ShownPoints {
  /// A share of the points, or a part of it.
  struct Part {
    let share: Dataset.Share
    /// The points in the order of the data set, whether they are taken for another class, and whether
    /// noise made them what they should not be.
    var points: [(example: Example, isMistake: Bool, isFlipped: Bool)] = []
  }

  /// Test points last, so that they stay on top.
  let parts: [Part]

  /// - Parameter limit: how many points there is room for; mistakes come on top of that.
  init(_ scene: Scene, limit: Int) {
    let shares = Self.shares(scene)
    let all = shares.reduce(0) { $0 + $1.examples.count }
    let limit = min(all, max(0, limit))
    var shown = 0
    var parts: [Part] = []
    for (share, examples) in shares {
      let isLast = share == shares.last?.share
      let count = min(examples.count, isLast ? limit - shown : limit * examples.count / all)
      let mistakes = scene.look.marksMistakes ? scene.session.mistakes(in: share) : nil
      var part = Part(share: share)
      for (index, example) in examples.enumerated() {
        let isMistake = mistakes?[index] == true
        let isFlipped = scene.truth?.isFlipped(share, index) == true
        // A mistake is always shown, however many points there are, and so is a flipped one.
        if index < count || isMistake || isFlipped {
          part.points.append((example, isMistake, isFlipped))
        }
      }
      parts.append(part)
      shown += count
    }
    self.parts = parts
  }

  /// The shares that are shown, test points last.
  static func shares(_ scene: Scene) -> [(share: Dataset.Share, examples: [Example])] {
    let dataset = scene.session.dataset
    return [
      (.training, dataset.training), (.validation, dataset.validation), (.test, dataset.test),
    ].filter { scene.look.points.shows($0.0) }
  }

  /// Marks the points on a map of the plane.
  func draw(_ scene: Scene, in map: Rectangle, standsOnMap: Bool = true, on canvas: inout Canvas) {
    for part in parts {
      let marks = PointMarks(
        scene.session, part.share, canvas.capabilities, standsOnMap: standsOnMap,
        isBig: scene.isBig)
      // No ring may hide a point.
      for (example, _, isFlipped) in part.points where isFlipped {
        marks.drawRing(around: example, in: map, on: &canvas)
      }
      for (example, isMistake, _) in part.points {
        marks.draw(example, in: map, isMistake: isMistake, on: &canvas)
      }
    }
  }
}
