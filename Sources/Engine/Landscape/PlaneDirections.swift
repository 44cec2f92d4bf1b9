/// Two directions in the space of all parameters, which span a plane through some weights.
///
/// A place of the plane is w + a·first + b·second. Both have a length of their own, so that a and b
/// from −1 to 1 are a sensible part of the plane.
public struct PlaneDirections: Equatable, Sendable {
  /// Where one direction points for a = 1, as long as the parameters.
  public let first: [Float]
  /// Where the other one points for b = 1.
  public let second: [Float]
  /// The share of all that the weights moved that lies along each, 0…1; nil for directions that know
  /// nothing of the run.
  public let variance: Variance?

  /// How much of the spread of the weights of a run two directions hold, each 0…1.
  public struct Variance: Equatable, Sendable {
    /// The share along the first direction.
    public let first: Double
    /// The share along the second.
    public let second: Double

    /// Shares of the spread.
    public init(first: Double, second: Double) {
      self.first = first
      self.second = second
    }
  }

  private let products: Products

  /// Directions of the same length.
  public init(first: [Float], second: [Float], variance: Variance? = nil) {
    precondition(first.count == second.count, "both directions have a number for each parameter")
    self.first = first
    self.second = second
    self.variance = variance
    products = Products(
      first: dot(first, first), second: dot(second, second), mixed: dot(first, second))
  }

  /// How long the first direction is, in the parameters' own unit.
  public var firstLength: Double { products.first.squareRoot() }
  /// How long the second one is.
  public var secondLength: Double { products.second.squareRoot() }

  /// A place of the plane, and how far from it some weights are.
  public struct Coordinates: Equatable, Sendable {
    /// How often the first direction.
    public let a: Double
    /// How often the second.
    public let b: Double
    /// The distance from the plane, in the parameters' own unit.
    public let outside: Double
    /// The distance from the plane's middle, of which `outside` is the part that does not show.
    public let distance: Double
  }

  /// The place of the plane that is nearest to some weights.
  ///
  /// With the direction vectors as columns of D it is (DᵀD)⁻¹Dᵀ(weights − middle), so that it is
  /// right for directions that are not at right angles as well.
  ///
  /// - Parameters:
  ///   - weights: as many as a direction has.
  ///   - middle: the weights that the plane goes through.
  public func coordinates(of weights: [Float], from middle: [Float]) -> Coordinates {
    precondition(weights.count == first.count && middle.count == first.count, "one each")
    var (along, across, square) = (0.0, 0.0, 0.0)
    let (weights, middle) = (weights.span, middle.span)
    let (first, second) = (first.span, second.span)
    for index in 0..<weights.count {
      let difference = Double(weights[index]) - Double(middle[index])
      along += difference * Double(first[index])
      across += difference * Double(second[index])
      square += difference * difference
    }
    let (a, b) = products.solve(along, across)
    let inside = a * along + b * across
    return Coordinates(
      a: a, b: b, outside: max(0, square - inside).squareRoot(), distance: square.squareRoot())
  }

  /// The weights at a place of the plane; those in the middle to the bit at 0, 0.
  public func weights(a: Double, b: Double, from middle: [Float]) -> [Float] {
    var weights = middle
    write(a: a, b: b, from: middle, to: &weights)
    return weights
  }

  func write(a: Double, b: Double, from middle: [Float], to weights: inout [Float]) {
    var target = weights.mutableSpan
    let (first, second, middle) = (first.span, second.span, middle.span)
    for index in 0..<target.count {
      target[index] = Float(
        Double(middle[index]) + a * Double(first[index]) + b * Double(second[index]))
    }
  }
}

extension PlaneDirections {
  /// DᵀD of the two directions as columns of D.
  fileprivate struct Products: Equatable, Sendable {
    let first: Double
    let second: Double
    let mixed: Double

    /// The two unknowns whose products with the directions are these; where both directions lie in
    /// one line, or one has no length, the other alone.
    func solve(_ along: Double, _ across: Double) -> (Double, Double) {
      let determinant = first * second - mixed * mixed
      guard determinant > 1e-9 * first * second else {
        if first > 0 { return (along / first, 0) }
        return second > 0 ? (0, across / second) : (0, 0)
      }
      return (
        (along * second - across * mixed) / determinant,
        (across * first - along * mixed) / determinant
      )
    }
  }
}

/// Σ xᵢ yᵢ in double precision.
func dot(_ x: [Float], _ y: [Float]) -> Double {
  var sum = 0.0
  let (x, y) = (x.span, y.span)
  for index in 0..<min(x.count, y.count) { sum += Double(x[index]) * Double(y[index]) }
  return sum
}
