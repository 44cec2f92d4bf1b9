import Datasets

/// Edits of points as text: `add-points training 1.5,-2,1 0,0,0`, `erase-points 3,5`,
/// `relabel-points 1.0 3,5`; no places and no points are a hyphen.
extension Action {
  /// Whether points are drawn, erased or given another label.
  var editsPoints: Bool {
    switch self {
    case .addPoints, .erasePoints, .relabelPoints: true
    default: false
    }
  }

  static func text(of points: [Example]) -> String {
    points.isEmpty ? "-" : points.map { "\($0.x1),\($0.x2),\($0.label)" }.joined(separator: " ")
  }

  static func text(of places: [Int]) -> String {
    places.isEmpty ? "-" : places.map { "\($0)" }.joined(separator: ",")
  }

  /// The edit that these words tell of; nil if there is none.
  static func pointEdit(_ words: [String]) -> Action? {
    switch words[0] {
    case "add-points":
      guard let share = Dataset.Share.allCases.first(where: { "\($0)" == words[1] }),
        let points = points(words[2])
      else { return nil }
      return .addPoints(points, share: share)
    case "erase-points": return places(words[1]).map { .erasePoints(at: $0) }
    default:
      guard let label = Float(words[1]), let places = places(words[2]) else { return nil }
      return .relabelPoints(at: places, label: label)
    }
  }

  private static func places(_ text: String) -> [Int]? {
    if text == "-" { return [] }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let places = parts.compactMap { Int($0) }
    return places.count == parts.count ? places : nil
  }

  private static func points(_ text: String) -> [Example]? {
    if text == "-" { return [] }
    var points: [Example] = []
    for part in text.split(separator: " ", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: ",", omittingEmptySubsequences: false)
      let numbers = pieces.compactMap { Float($0) }
      guard pieces.count == 3, numbers.count == 3 else { return nil }
      points.append(
        Example(Double(numbers[0]), Double(numbers[1]), label: Double(numbers[2])))
    }
    return points
  }
}
