/// How far predicted numbers are from the true ones, summed in double precision in their order.
///
/// Without samples everything is NaN.
public struct RegressionMetrics: Equatable, Sendable {
  /// √(mean of (a - y)²), in the unit of the targets: large errors weigh more.
  public let rootMeanSquaredError: Double
  /// Mean of |a - y|, in the unit of the targets.
  public let meanAbsoluteError: Double
  /// R² = 1 - Σ(a - y)² / Σ(y - ȳ)²: 1 is exact, 0 as good as always the mean ȳ, below 0 worse.
  ///
  /// NaN where all targets are equal: there is no spread to explain. (scikit-learn says 1 or 0
  /// there, so that searches over settings have a number to go by.)
  public let determination: Double

  /// Compares predictions a with targets y.
  public init(predictions: [Double], targets: [Double]) {
    precondition(predictions.count == targets.count, "every prediction needs a target")
    let count = Double(targets.count)
    let errors = zip(predictions, targets).map { $0 - $1 }
    let squares = errors.reduce(0) { $0 + $1 * $1 }
    rootMeanSquaredError = (squares / count).squareRoot()
    meanAbsoluteError = errors.reduce(0) { $0 + abs($1) } / count
    let mean = targets.reduce(0, +) / count
    let spread = targets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    // Asked of the targets themselves: the mean of equal numbers can be off by a rounding.
    let haveSpread = targets.contains { $0 != targets[0] }
    determination = haveSpread ? 1 - squares / spread : .nan
  }
}
