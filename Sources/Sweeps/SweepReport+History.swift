import Lessons

extension SweepReport {
  /// A configuration in the order of the plan, and the best until then.
  public struct Moment: Equatable, Sendable {
    /// Its place in the plan, from 0.
    public let configuration: Int
    /// Its objective over its seeds; NaN if it diverged.
    public let value: Double
    /// The best until then; NaN as long as all diverged.
    public let best: Double
  }

  /// How the best became better with every configuration that is known, in the order of the plan and
  /// not of time, so that it is the same however many worked on it; each at the highest rung it came to.
  public var history: [Moment] {
    let objective = plan.spec.objective
    var least = Double.infinity
    return rows.sorted { $0.configuration < $1.configuration }.map { row in
      least = min(least, row.cost)
      return Moment(
        configuration: row.configuration, value: objective.value(ofCost: row.cost),
        best: objective.value(ofCost: least))
    }
  }
}

extension SweepObjective {
  /// The value that a cost was made of; NaN of an infinite one.
  func value(ofCost cost: Double) -> Double {
    guard cost < .infinity else { return .nan }
    return direction == .minimise ? cost : -cost
  }
}
