/// What is predicted from a point.
public enum Problem: Equatable, Sendable {
  /// One of so many classes, at least 2.
  case classification(classes: Int)
  /// A number.
  case regression
}

/// One labelled point of the plane.
public struct Example: Equatable, Sendable {
  /// The first coordinate, x₁.
  public let x1: Float
  /// The second coordinate, x₂.
  public let x2: Float
  /// The class from 0 on, or the number to predict. Of two classes, 1 is the positive one.
  public let label: Float

  /// A point, rounded once to single precision, with its label.
  public init(_ x1: Double, _ x2: Double, label: Double) {
    self.x1 = Float(x1)
    self.x2 = Float(x2)
    self.label = Float(label)
  }
}
