import Datasets

/// Points as presets have them.
enum PointsTarget: FuzzTarget {
  static let name = "points"

  static func check(_ bytes: [UInt8]) throws(BrokenLaw) -> Bool {
    guard let text = Laws.text(bytes) else { return false }
    let points: PointSet
    do {
      points = try PointSet(text: text)
    } catch {
      try Laws.checkMessage(error.description)
      try Laws.checkPlace(line: error.line, column: error.column, in: bytes)
      return false
    }
    let written = points.text
    guard let again = try? PointSet(text: written) else {
      throw BrokenLaw("points that were written can't be read: \(written)")
    }
    try Laws.expect(again == points, "points change when they are written: \(written)")
    return true
  }
}
