/// Where one layer's numbers stand.
///
/// Values count in units: unit *u* of a region that starts at *r* fills the lanes
/// `(r + u) * blocks ..< (r + u + 1) * blocks`.
public struct Place: Equatable, Sendable {
  /// The first unit of the layer's input.
  public var input: Int
  /// The first unit of the layer's output.
  public var output: Int
  /// The first unit of the layer's scratch.
  public var scratch: Int
  /// Where the layer's parameters start in the network's.
  public var parameters: Int
  /// Where the layer's statistics start in the network's.
  public var statistics: Int
  /// Whether somebody asks for the gradient at the input.
  public var wantsInputGradient: Bool
  /// The layer's number among those of its network, which tells their random numbers apart.
  public var number: Int
}

/// One batch on its way through a network.
public struct Pass: Equatable, Sendable {
  /// What random numbers of a training step depend on.
  public struct Draws: Equatable, Sendable {
    /// The seed of the training.
    public let seed: UInt64
    /// The step from 0.
    public let step: Int

    /// The draws of one step.
    public init(seed: UInt64, step: Int) {
      self.seed = seed
      self.step = step
    }
  }

  /// How many blocks of samples, at least 1.
  public let blocks: Int
  /// How many samples; lanes past them hold filler.
  public let count: Int
  /// Present while training: dropout drops and batch normalisation looks at the batch; nil while
  /// evaluating.
  public let draws: Draws?

  /// A pass of so many samples.
  public init(count: Int, draws: Draws? = nil) {
    blocks = blockCount(for: count)
    self.count = count
    self.draws = draws
  }

  /// How many samples of a block there are.
  @inline(__always)
  func filled(_ block: Int) -> Int { min(laneCount, count - block * laneCount) }
}
