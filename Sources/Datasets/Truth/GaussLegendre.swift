import Engine

/// Places and weights on −1…1 with which the sum of weight times value is the integral, exactly for
/// polynomials up to degree 2n − 1.
///
/// Source: G. H. Golub and J. H. Welsch, *Calculation of Gauss Quadrature Rules* (1969); the places
/// are found by Newton's method from F. G. Tricomi's first guess.
struct GaussLegendre: Sendable {
  let nodes: [(place: Double, weight: Double)]

  /// Enough for all that is integrated here.
  static let fine = GaussLegendre(count: 32)
  /// For pieces that are short already.
  static let half = GaussLegendre(count: 16)

  init(count: Int) {
    nodes = (0..<count).map { index in
      let n = Double(count)
      var x = Elementary.cosine(.pi * (Double(index) + 0.75) / (n + 0.5))
      var slope = 1.0
      for _ in 0..<8 {
        // P₀ = 1, P₁ = x, k Pₖ = (2k − 1) x Pₖ₋₁ − (k − 1) Pₖ₋₂.
        var (before, value) = (1.0, x)
        for k in stride(from: 2.0, through: n, by: 1) {
          (before, value) = (value, ((2 * k - 1) * x * value - (k - 1) * before) / k)
        }
        slope = n * (x * value - before) / (x * x - 1)
        x -= value / slope
      }
      return (x, 2 / ((1 - x * x) * slope * slope))
    }
  }

  /// The integral of a function from one place to another; 0 where the second is not larger.
  func integral(_ low: Double, _ high: Double, of value: (Double) -> Double) -> Double {
    guard high > low else { return 0 }
    let (middle, half) = ((low + high) / 2, (high - low) / 2)
    var sum = 0.0
    for node in nodes { sum += node.weight * value(middle + half * node.place) }
    return sum * half
  }
}
