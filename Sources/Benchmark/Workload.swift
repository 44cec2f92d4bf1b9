/// A task of fixed size that is run again and again against the clock, and whose result is known.
public struct Workload: Sendable {
  /// A result that other programs get as well.
  public struct Check: Equatable, Sendable {
    /// What it is: `train`.
    public let name: String
    /// What came out.
    public let found: Double
    /// What should come out.
    public let expected: Double
    /// How far apart they may be: by what is cut off in writing the expected value down, or more
    /// where programs differ in the order of their sums.
    public let tolerance: Double

    /// A result and what it should be.
    public init(name: String, found: Double, expected: Double, tolerance: Double) {
      self.name = name
      self.found = found
      self.expected = expected
      self.tolerance = tolerance
    }

    /// Whether the two agree.
    public var isRight: Bool { (found - expected).magnitude <= tolerance }
  }

  /// Its name on the command line: `w1`.
  public let name: String
  /// What is done, in a few words.
  public let summary: String
  /// What is counted: epochs, grids or examples.
  public let unit: String
  /// So many of the unit are done in a round.
  public let unitsPerRound: Int
  /// Multiplications and additions in the layers' sums of a round, each counted as one.
  public let operations: Int
  /// Hyperbolic tangents of a round.
  public let tangents: Int
  /// Where every run starts.
  public let start: Run
  let results: @Sendable (Run) -> [Check]

  /// Does the work whose result is known and compares.
  public func checks() -> [Check] { results(start) }
}

/// A result; without one, it is not a number.
func check(
  _ name: String, _ found: Double?, _ expected: Double, within tolerance: Double
) -> Workload.Check {
  Workload.Check(name: name, found: found ?? .nan, expected: expected, tolerance: tolerance)
}
