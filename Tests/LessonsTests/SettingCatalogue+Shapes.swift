import Lessons

extension SettingCatalogue {
  /// What is said to be expected of hidden layers.
  static let shapes = "expected at most \(layerLimit) numbers from 1 to \(unitLimit)"

  /// One layer more than there may be, of two units each.
  static func tooMany(_ separator: String) -> String {
    Array(repeating: "2", count: layerLimit + 1).joined(separator: separator)
  }
}
