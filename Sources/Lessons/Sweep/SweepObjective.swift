/// What a sweep looks for.
public struct SweepObjective: Equatable, Sendable {
  /// When it is measured.
  public enum Moment: String, CaseIterable, Sendable {
    /// After the last epoch.
    case last
    /// At the best of all epochs, which flatters noisy runs.
    case best
  }

  /// How several seeds become one number.
  public enum Reduction: String, CaseIterable, Sendable {
    case mean, median
  }

  /// Whether less or more of it is better.
  public enum Direction: String, CaseIterable, Sendable {
    case minimise, maximise
  }

  /// The measures that there can be.
  public static let measures: [Measure] = [
    .trainingLoss, .validationLoss, .testLoss, .trainingAccuracy, .validationAccuracy,
    .testAccuracy, .gap,
  ]

  /// The measure of a name, in which hyphens may be underscores; nil if it is none of them.
  public static func measure(named name: String) -> Measure? {
    measures.first { $0.rawValue == name.replacing("_", with: "-") }
  }

  public var measure: Measure
  public var direction: Direction
  public var moment: Moment
  public var reduction: Reduction

  /// An objective.
  public init(
    measure: Measure, direction: Direction? = nil, moment: Moment = .last,
    reduction: Reduction = .mean
  ) {
    self.measure = measure
    self.direction = direction ?? Self.usualDirection(of: measure)
    self.moment = moment
    self.reduction = reduction
  }

  /// Accuracies are to be large, all else small.
  public static func usualDirection(of measure: Measure) -> Direction {
    switch measure {
    case .trainingAccuracy, .validationAccuracy, .testAccuracy: .maximise
    default: .minimise
    }
  }

  /// A number to be made small, whatever the direction; infinite for what was not reached.
  public func cost(of value: Double) -> Double {
    guard !value.isNaN else { return .infinity }
    return direction == .minimise ? value : -value
  }

  /// What a cost was made of; NaN of an infinite one.
  public func value(ofCost cost: Double) -> Double {
    guard cost < .infinity else { return .nan }
    return direction == .minimise ? cost : -cost
  }

  /// As it is told: `test loss after the last epoch, mean of 3 seeds, least first`.
  public func words(seeds: Int) -> String {
    let name = measure.rawValue.replacing("-", with: " ")
    let when = moment == .last ? "after the last epoch" : "at its best epoch"
    let many = seeds > 1 ? ", \(reduction.rawValue) of \(seeds) seeds" : ""
    return "\(name) \(when)\(many), \(direction == .minimise ? "least" : "largest") first"
  }
}
