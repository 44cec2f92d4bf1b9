/// A loss of two weights with a formula, on which optimisers can be watched from above.
///
/// Numbers are computed in double precision by the engine's own functions, so that a race has the
/// same bits on every machine. To add one: a file in `Surfaces` and a line in `SurfaceCatalogue`.
public protocol Surface: Sendable {
  /// Its name, in lower case with hyphens.
  var name: String { get }
  /// The loss L of the weights w₁ and w₂ in the course's notation.
  var formula: String { get }
  /// What is to be seen on it, in one sentence.
  var lesson: String { get }
  /// Where it comes from; empty where it is nobody's in particular.
  var source: String { get }
  /// The part that is looked at.
  var window: SurfaceWindow { get }
  /// Where a race usually begins.
  var start: SIMD2<Float> { get }
  /// The minima that are known, the least first.
  var minima: [SurfaceMinimum] { get }
  /// A learning rate with which plain gradient descent does well from the usual start.
  var rate: Double { get }
  /// The length of a good step, for optimisers whose rate is a length and not a factor.
  var stride: Double { get }

  /// The loss at a place; not a number where it can't be told.
  func value(at w: SIMD2<Double>) -> Double
  /// The gradient (∂L/∂w₁, ∂L/∂w₂) at a place.
  func slope(at w: SIMD2<Double>) -> SIMD2<Double>
}

extension Surface {
  public var source: String { "" }

  /// The least loss that is known.
  public var least: Double { minima.map(\.value).min() ?? 0 }

  /// The minimum nearest to a place, and how far away it is; nil if none is known.
  public func nearestMinimum(to w: SIMD2<Double>) -> (minimum: SurfaceMinimum, distance: Double)? {
    var nearest: (minimum: SurfaceMinimum, distance: Double)?
    for minimum in minima {
      let away = w - minimum.place
      let distance = (away * away).sum().squareRoot()
      if distance < (nearest?.distance ?? .infinity) { nearest = (minimum, distance) }
    }
    return nearest
  }
}

/// A place where a surface goes down no further.
public struct SurfaceMinimum: Equatable, Sendable {
  /// The weights (w₁, w₂), as exactly as they are known.
  public let place: SIMD2<Double>
  /// The loss there.
  public let value: Double

  /// A minimum at these weights.
  public init(_ w1: Double, _ w2: Double, value: Double) {
    place = SIMD2(w1, w2)
    self.value = value
  }
}

/// A rectangle of the plane of both weights.
public struct SurfaceWindow: Equatable, Sendable {
  /// The weights w₁ from left to right.
  public var w1: ClosedRange<Double>
  /// The weights w₂ from bottom to top.
  public var w2: ClosedRange<Double>

  /// A part of the plane.
  public init(_ w1: ClosedRange<Double>, _ w2: ClosedRange<Double>) {
    self.w1 = w1
    self.w2 = w2
  }

  /// Its middle.
  public var middle: SIMD2<Double> {
    SIMD2(w1.lowerBound + w1.upperBound, w2.lowerBound + w2.upperBound) / 2
  }

  /// Half of its longer side.
  public var radius: Double {
    max(w1.upperBound - w1.lowerBound, w2.upperBound - w2.lowerBound) / 2
  }

  /// Whether a place lies inside.
  public func contains(_ w: SIMD2<Double>) -> Bool { w1.contains(w.x) && w2.contains(w.y) }
}
