// What terminals of 16 and 8 colours show is the same in every theme, but for the signs: there are
// no others to pick.

extension Ground {
  /// Accent, warning, success and muted among 16 colours. Where the ground is not known, grey could
  /// be the ground's own colour, and is left out.
  var sixteenNotes: [Color] {
    switch self {
    case .dark: [.indexed(13), .indexed(9), .indexed(10), .indexed(7)]
    case .light: [.indexed(5), .indexed(1), .indexed(2), .indexed(8)]
    case .unknown: [.indexed(5), .indexed(9), .indexed(2), .standard]
    }
  }

  /// The same among 8.
  var eightNotes: [Color] {
    [.indexed(5), .indexed(1), .indexed(2), self == .dark ? .indexed(7) : .standard]
  }
}

/// The colours of classes at one depth.
struct ClassColors: Hashable, Sendable {
  /// A ramp for each class, from pale to full.
  var ramps: [[Color]]
  /// The colour of each class's mark on its map.
  var marks: [Color]

  /// Pale is the bright colour, full the darker one, where it is bright enough for black marks: marks
  /// of one class look the same wherever they stand.
  static let sixteen = ClassColors(
    ramps: [
      [11, 3], [12], [10, 2], [13], [9], [14], [15], [7], [5], [6],
    ]
    .map { $0.map { .indexed($0) } },
    marks: Array(repeating: .indexed(0), count: 10))

  /// Eight colours; the last two classes have those of the first two, and marks of their own.
  static let eight = ClassColors(
    ramps: [3, 4, 2, 5, 1, 6, 7, 0, 3, 4].map { [.indexed($0)] },
    marks: Array(repeating: .indexed(0), count: 10))
}
