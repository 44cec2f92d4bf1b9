/// Shifts and scales features so that each has mean 0 and standard deviation 1 on the points it was
/// fitted to, and so makes inputs of very different sizes equally easy to learn from.
///
/// (x - μ) / σ, with μ the mean and σ² = mean of (x - μ)², both in double precision, the points in
/// their order. It must be fitted to training points alone: whatever else it saw would leak into
/// training.
/// Source: the z-score; σ is that of the whole population, as in scikit-learn's `StandardScaler`.
public struct Standardizer: Equatable, Sendable {
  /// What was fitted, in the order of the inputs.
  public let features: [Feature]
  /// μ of each feature.
  public let means: [Double]
  /// σ of each feature; 1 for a feature without spread, which is only shifted.
  public let deviations: [Double]

  /// Fits each feature to the points; without points it changes nothing.
  public init(_ features: [Feature], fittedTo examples: [Example]) {
    self.features = features
    let count = Double(max(1, examples.count))
    var means: [Double] = []
    var deviations: [Double] = []
    for feature in features {
      let values = examples.map { Double(feature.value($0.x1, $0.x2)) }
      let mean = values.reduce(0, +) / count
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
      means.append(mean)
      deviations.append(variance > 0 ? variance.squareRoot() : 1)
    }
    self.means = means
    self.deviations = deviations
  }

  /// A value of the input at that place in `features`, standardised and rounded once.
  public func standardized(_ value: Float, input: Int) -> Float {
    Float((Double(value) - means[input]) / deviations[input])
  }
}
