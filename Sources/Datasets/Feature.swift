import Engine

/// A value computed from a point that the network can have as an input.
public enum Feature: String, CaseIterable, Sendable {
  case x1
  case x2
  case x1Squared = "x1sq"
  case x2Squared = "x2sq"
  case product = "x1x2"
  case sineX1 = "sinx1"
  case sineX2 = "sinx2"

  /// How it is written on the screen.
  public var title: String {
    switch self {
    case .x1: "x₁"
    case .x2: "x₂"
    case .x1Squared: "x₁²"
    case .x2Squared: "x₂²"
    case .product: "x₁x₂"
    case .sineX1: "sin x₁"
    case .sineX2: "sin x₂"
    }
  }

  /// Its value at a point; angles are in radians.
  public func value(_ x1: Float, _ x2: Float) -> Float {
    switch self {
    case .x1: x1
    case .x2: x2
    case .x1Squared: x1 * x1
    case .x2Squared: x2 * x2
    case .product: x1 * x2
    case .sineX1: Float(Elementary.sine(Double(x1)))
    case .sineX2: Float(Elementary.sine(Double(x2)))
    }
  }
}
