extension Attempt {
  /// Which goals are reached, in the exercise's order: what can be told without measuring anything.
  public var reachedGoals: [Bool] { records.map { $0.reachedAt != nil } }
}

extension SeedTrial {
  /// Whether both try other seeds of the same settings for the same goal.
  public func isOfSameRun(as other: SeedTrial) -> Bool { isSame(as: other) }
}
