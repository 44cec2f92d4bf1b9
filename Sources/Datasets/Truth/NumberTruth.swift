/// The number that a recipe gives at each place on average, for one amount of noise.
public protocol NumberTruth: Sendable {
  /// The mean of the labels at a place: no other function has a smaller squared error.
  func mean(_ x1: Double, _ x2: Double) -> Double
  /// The variance of the labels at a place, which no model can explain.
  func variance(_ x1: Double, _ x2: Double) -> Double
  /// In how many parts the least loss is computed.
  var partCount: Int { get }
  /// A part of the least loss, `index` in 0..<partCount.
  func part(_ index: Int) -> LeastLoss
}

extension NumberTruth {
  /// Without another rule the variance is the same everywhere.
  public var partCount: Int { 1 }

  /// The variance that is the same everywhere.
  public func part(_ index: Int) -> LeastLoss {
    var loss = LeastLoss.none
    loss.squaredError = variance(0, 0)
    return loss
  }
}
