/// What is to be reached.
public struct Goal: Equatable, Sendable {
  /// When its conditions have to hold.
  public enum Timing: Equatable, Sendable {
    /// At the end of that epoch of a run.
    case at(Int)
    /// At the end of some epoch of a run up to that one.
    case within(Int)
    /// At any moment.
    case anyTime

    /// The epoch it names.
    public var epoch: Int? {
      switch self {
      case .at(let epoch), .within(let epoch): epoch
      case .anyTime: nil
      }
    }
  }

  /// How many seeds of first weights and order have to reach it.
  public struct Seeds: Equatable, Sendable {
    /// Seeds that are tried, the run's own among them.
    public let of: Int
    /// Seeds that have to reach it.
    public let pass: Int

    /// Seeds to try, and how many of them have to reach it.
    public init(of: Int, pass: Int) {
      self.of = of
      self.pass = pass
    }
  }

  /// A bonus that passing does not ask for.
  public enum Medal: String, CaseIterable, Sendable {
    case bronze, silver, gold
  }

  /// What it is, for the learner.
  public let text: String
  /// What has to hold, all at the same moment.
  public let needs: [Condition]
  /// When it has to hold.
  public let timing: Timing
  /// For how many epochs in a row.
  public let hold: Int
  /// How many seeds have to reach it; nil for the run alone.
  public let seeds: Seeds?
  /// The medal it earns; nil if passing asks for it.
  public let medal: Medal?

  /// A goal with these parts.
  public init(
    text: String, needs: [Condition], timing: Timing, hold: Int = 1, seeds: Seeds? = nil,
    medal: Medal? = nil
  ) {
    self.text = text
    self.needs = needs
    self.timing = timing
    self.hold = hold
    self.seeds = seeds
    self.medal = medal
  }

  /// The same goal for one run.
  public var ofOneRun: Goal {
    Goal(text: text, needs: needs, timing: timing, hold: hold, medal: medal)
  }
}
