import Datasets

/// Which points stand on the map.
enum PointChoice: CaseIterable, Sendable {
  case training, all, test, validation, none

  /// What it shows, in words.
  func title(hasValidation: Bool) -> String {
    switch self {
    case .training: "training points"
    case .all: hasValidation ? "training, validation and test points" : "training and test points"
    case .test: "test points"
    case .validation: "validation points"
    case .none: "no points"
    }
  }

  /// What goes before “points” in the map's frame.
  var adjective: String {
    switch self {
    case .training: "training "
    case .test: "test "
    case .validation: "validation "
    case .all, .none: ""
    }
  }

  /// Whether points of a share are shown.
  func shows(_ share: Dataset.Share) -> Bool {
    switch self {
    case .training: share == .training
    case .all: true
    case .test: share == .test
    case .validation: share == .validation
    case .none: false
    }
  }

  /// The choice that follows; validation points have one only where there are any.
  func next(hasValidation: Bool) -> PointChoice {
    let all = Self.allCases.filter { $0 != .validation || hasValidation || self == .validation }
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}
