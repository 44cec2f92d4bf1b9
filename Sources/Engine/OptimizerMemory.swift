/// One number for each parameter that an optimiser keeps from step to step.
public struct Moment<Root>: Sendable {
  /// Its name as in the optimiser's formula: `v`.
  public let name: String
  /// Where the numbers are, in the order of `Network.parameters`; empty before training.
  public let values: any WritableKeyPath<Root, [Float]> & Sendable
  /// One sentence for the learner.
  public let help: String
}

/// Everything of an optimiser that a later step depends on, beside its settings.
public struct OptimizerMemory: Equatable, Sendable {
  /// The numbers of each of the optimiser's `moments`, in that order.
  public var moments: [[Float]]
  /// The optimiser's `counters`.
  public var counters: [Double]

  /// A memory of these numbers, as a checkpoint has it.
  public init(moments: [[Float]], counters: [Double]) {
    self.moments = moments
    self.counters = counters
  }
}

extension Optimizer {
  /// The names of its moments.
  public var momentNames: [String] { Self.moments.map(\.name) }

  /// The numbers of a moment, one for each parameter; nil if there is none of that name.
  public func moment(_ name: String) -> [Float]? {
    Self.moments.first { $0.name == name }.map { self[keyPath: $0.values] }
  }

  /// What it remembers now.
  public var memory: OptimizerMemory {
    OptimizerMemory(moments: Self.moments.map { self[keyPath: $0.values] }, counters: counters)
  }

  /// Takes over a memory, after which it goes on to the bit as the one that had it, given the same
  /// settings.
  ///
  /// - Returns: whether the memory fits: as many moments and counters, and each moment as long as
  ///   what this optimiser was prepared for. If not, nothing changes.
  public mutating func restore(_ memory: OptimizerMemory) -> Bool {
    let moments = Self.moments
    guard memory.moments.count == moments.count, memory.counters.count == counters.count,
      zip(moments, memory.moments).allSatisfy({ self[keyPath: $0.values].count == $1.count })
    else { return false }
    for (moment, values) in zip(moments, memory.moments) { self[keyPath: moment.values] = values }
    counters = memory.counters
    return true
  }
}

/// 0 in place of a number too small for full precision, below 1.2·10⁻³⁸ in size; NaN stays.
///
/// A moment that decays would otherwise spend many steps among such numbers, with which a processor
/// takes up to a hundred times longer. Every build does it the same way.
@inline(__always)
func flushed(_ value: Float) -> Float {
  value.magnitude < Float.leastNormalMagnitude ? 0 : value
}
