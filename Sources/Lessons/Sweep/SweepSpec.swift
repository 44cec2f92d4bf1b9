import Datasets

/// What a sweep tries: a preset, the settings that are varied, how often, for how long, and what
/// counts as good.
public struct SweepSpec: Equatable, Sendable {
  /// How configurations are chosen and how long each is trained.
  public enum Method: String, CaseIterable, Sendable {
    /// Every combination of the listed values.
    case grid
    /// Combinations drawn at random.
    case random
    /// Many configurations for few epochs, the best of them for longer and longer.
    case halving
  }

  /// Successive halving: how the few are chosen from the many.
  ///
  /// Sources: K. Jamieson and A. Talwalkar, *Non-stochastic Best Arm Identification and Hyperparameter
  /// Optimization* (2016); L. Li et al., *A System for Massively Parallel Hyperparameter Tuning* (2020),
  /// for the form that waits for nobody.
  public struct Halving: Equatable, Sendable {
    /// When a configuration may go on.
    public enum Mode: String, CaseIterable, Sendable {
      /// As soon as it is among the best of those that came to the rung before it.
      case asha
      /// When all of its rung are known.
      case synchronous
    }

    /// Epochs of the first rung.
    public var minimum: Int
    /// One of so many goes on, for so many times the epochs; 2…10.
    public var factor: Int
    public var mode: Mode

    /// The epochs of the first rung where nothing is said: a ninth of all, for rankings after less
    /// than a tenth say little of those at the end.
    public static func usualMinimum(for epochs: Int) -> Int { max(1, (epochs + 8) / 9) }
  }

  /// The most configurations of a sweep, and the most trials, which are configurations times seeds.
  public static let configurationLimit = 100_000
  /// The most epochs of a trial.
  public static let epochLimit = 1_000_000
  /// The most seeds of a configuration.
  public static let seedLimit = 1000

  /// Its name.
  public var name: String
  /// What everything begins with, its fixed settings made.
  public var base: Preset
  public var method: Method
  /// What is varied, in the order of the file: the last one changes fastest in a grid.
  public var parameters: [SweepParameter]
  /// How many configurations are drawn; nil for all combinations.
  public var trials: Int?
  /// Draws the configurations.
  public var seed: UInt64
  /// The seeds of weights and order that each configuration is tried with.
  public var replicates: [SweepReplicate]
  /// Whether the points are drawn by the same seeds.
  public var variesData: Bool
  /// How long a trial is trained at most.
  public var epochs: Int
  /// What counts as good.
  public var objective: SweepObjective
  /// Of successive halving alone.
  public var halving: Halving

  /// The epochs after which trials are compared, rising; the last is `epochs`.
  public var rungs: [Int] {
    guard method == .halving else { return [epochs] }
    var rungs: [Int] = []
    var next = halving.minimum
    while next < epochs {
      rungs.append(next)
      next *= halving.factor
    }
    return rungs + [epochs]
  }

  /// How many configurations there are at most, for those that come to the same are tried once; nil
  /// for more than the limit.
  public var configurationCount: Int? { trials ?? combinationCount }

  /// How many combinations the listed values have; nil for more than the limit.
  var combinationCount: Int? {
    var count = 1
    for parameter in parameters {
      count *= max(1, parameter.listed?.count ?? 0)
      if count > Self.configurationLimit { return nil }
    }
    return count
  }
}

/// One of the seeds that a configuration is tried with.
public enum SweepReplicate: Equatable, Hashable, Sendable {
  /// The preset's own seeds, moved on by so many.
  case moved(Int)
  /// This seed for weights and order.
  case seed(UInt64)

  /// The preset with this seed.
  public func applied(to preset: Preset, variesData: Bool) -> Preset {
    var preset = preset
    switch self {
    case .moved(let offset):
      // Within the seeds that a person can type.
      func moved(_ seed: UInt64) -> UInt64 {
        (seed % 1_000_000_000 + UInt64(offset)) % 1_000_000_000
      }
      guard offset > 0 else { return preset }
      preset.network.seed = moved(preset.network.seed)
      preset.training.seed = moved(preset.training.seed)
      if variesData { preset.data.seed = moved(preset.data.seed) }
    case .seed(let seed):
      preset.network.seed = seed
      preset.training.seed = seed
      if variesData { preset.data.seed = seed }
    }
    if variesData { preset.data.points?.forgetShares() }
    return preset
  }
}
