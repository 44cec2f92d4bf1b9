import Lessons

/// The configurations that are trained for the same number of epochs, and who of them goes on.
public struct Rung: Sendable {
  /// Its place, from 0.
  public let place: Int
  /// Epochs that each is trained in all.
  public let epochs: Int
  /// The configurations in it, in the order in which they came.
  public private(set) var order: [Int] = []
  /// Whether nobody comes any more.
  var isClosed = false

  private let isLast: Bool
  private let halving: SweepSpec.Halving?
  private var missing: [Int: Int] = [:]
  private var costs: [Int: Double] = [:]
  /// How many of the first are known, so that it was decided about them.
  private var decided = 0
  /// The known ones from the best on: of the first `decided` alone.
  private var ranked: [(cost: Double, entry: Int)] = []
  private var promoted: Set<Int> = []
  private var hasPromotedAll = false

  init(place: Int, epochs: Int, isLast: Bool, halving: SweepSpec.Halving?) {
    self.place = place
    self.epochs = epochs
    self.isLast = isLast
    self.halving = halving
  }

  /// Whether it is known who goes on from here, and nobody comes any more.
  public var isDecided: Bool { isClosed && costs.count == order.count }

  /// What a configuration comes to over its seeds, small being good; nil before that is known.
  public func cost(of configuration: Int) -> Double? { costs[configuration] }

  /// Whether a configuration went on from here.
  public func hasPromoted(_ configuration: Int) -> Bool { promoted.contains(configuration) }

  mutating func enter(_ configuration: Int, seeds: Int) {
    order.append(configuration)
    missing[configuration] = seeds
  }

  /// One more seed of a configuration is known; whether it was the last.
  mutating func hear(of configuration: Int) -> Bool {
    let left = (missing[configuration] ?? 1) - 1
    missing[configuration] = left
    return left == 0
  }

  mutating func put(_ cost: Double, for configuration: Int) {
    costs[configuration] = cost
  }

  /// Those who go on now and did not before, in the order in which that was decided.
  mutating func promote() -> [Int] {
    guard !isLast, let halving else { return [] }
    var new: [Int] = []
    while decided < order.count, let cost = costs[order[decided]] {
      let place = insert(cost, decided)
      decided += 1
      guard halving.mode == .asha else { continue }
      // All others among the best have gone on before.
      let count = decided / halving.factor
      if place < count { new += best(place..<place + 1) }
      if count > 0 { new += best(count - 1..<count) }
    }
    if isDecided, !hasPromotedAll {
      hasPromotedAll = true
      // However few there are, somebody is trained to the end.
      new += best(0..<min(ranked.count, max(1, order.count / halving.factor)))
    }
    return new
  }

  /// Puts a configuration among those that are known; gives its place there.
  private mutating func insert(_ cost: Double, _ entry: Int) -> Int {
    var (low, high) = (0, ranked.count)
    while low < high {
      let middle = (low + high) / 2
      // Equal costs: who came first stands first.
      if ranked[middle].cost <= cost { low = middle + 1 } else { high = middle }
    }
    ranked.insert((cost, entry), at: low)
    return low
  }

  /// Of these places of the ranking those who have not gone on yet; who diverged does not.
  private mutating func best(_ places: Range<Int>) -> [Int] {
    var new: [Int] = []
    for (cost, entry) in ranked[places]
    where cost < .infinity && promoted.insert(order[entry]).inserted {
      new.append(order[entry])
    }
    return new
  }
}
