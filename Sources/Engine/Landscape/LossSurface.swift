/// The mean loss at places of a plane through some weights, computed a few at a time: coarse first,
/// then finer.
///
/// The network runs as it is used, not as it is trained: nothing is dropped, and running statistics
/// stand in for those of a batch. A loss that overflows is infinite or NaN, and stays so.
public struct LossSurface: Sendable {
  /// Places along each side, odd, so that the middle is one of them.
  public let side: Int
  /// How far the plane reaches: a and b go from −extent to extent.
  public let extent: Double
  /// The directions that span the plane.
  public let directions: PlaneDirections
  /// The weights in its middle.
  public let middle: [Float]
  /// The losses row by row, the largest b in row 0: `[side × side]`; NaN where none is known yet.
  public private(set) var losses: [Double]
  /// Every so many places along a row and down a column, the loss is known; 0 before the first such
  /// lattice is complete.
  public private(set) var stride = 0
  /// How many losses are known.
  public private(set) var count = 0

  private var network: Network
  private let samples: Samples
  private let loss: Loss
  private let penalty: Regularization
  private var evaluator: Evaluator
  private var sum = EvaluationSum()
  /// The places in the order in which they are computed.
  private let order: [Int]
  /// How many places each lattice is complete with, and its stride.
  private let lattices: [(count: Int, stride: Int)]

  /// The stride of the first picture, where the side is long enough.
  private static let coarsest = 8

  /// A surface of which nothing is known yet.
  ///
  /// - Parameters:
  ///   - network: its weights are the middle.
  ///   - directions: as long as the network's parameters.
  ///   - extent: how far the plane reaches, above 0.
  ///   - side: places along each side, 3 or more and odd.
  ///   - samples: whose mean loss it is; NaN everywhere without any.
  ///   - loss: what is measured.
  ///   - penalty: whose penalties are added; a proximal L1 and a decay are none.
  public init(
    of network: Network, along directions: PlaneDirections, extent: Double, side: Int,
    samples: Samples, loss: Loss, penalty: Regularization = .none
  ) {
    precondition(side >= 3 && side % 2 == 1, "the middle is one of the places")
    precondition(directions.first.count == network.parameterCount, "one number per parameter")
    self.network = network
    self.directions = directions
    self.extent = extent
    self.side = side
    self.samples = samples
    self.loss = loss
    self.penalty = penalty
    middle = network.parameters
    evaluator = Evaluator(for: network)
    losses = Array(repeating: .nan, count: side * side)
    (order, lattices) = Self.plan(side)
  }

  /// Whether every loss is known.
  public var isFinished: Bool { count == order.count }
  /// The share of the losses that are known, 0…1.
  public var progress: Double { Double(count) / Double(order.count) }
  /// About how many multiplications one `advance` takes.
  public var pieceCost: Int { evaluator.pieceCost(network, samples) }

  /// How many places a side has: 81 where a network is small and its samples are few, else 41 or 17.
  public static func side(for network: Network, _ samples: Samples) -> Int {
    let cost = max(1, samples.count) * (network.parameterCount + 4 * network.unitCount)
    return cost <= 100_000 ? 81 : cost <= 10_000_000 ? 41 : 17
  }

  /// The loss in the middle; NaN before it is known, which is first of all.
  public var middleLoss: Double { losses[side * side / 2] }

  /// Runs the network over a few samples at the next place.
  public mutating func advance() {
    guard !isFinished else { return }
    let place = order[count]
    if sum.blocks == 0 {
      let (a, b) = coordinates(of: place)
      directions.write(a: a, b: b, from: middle, to: &network.parameters)
    }
    if samples.count > 0 { evaluator.add(network, on: samples, loss: loss, to: &sum) }
    guard samples.count == 0 || sum.holds(samples) else { return }
    // 0/0 without samples: NaN.
    losses[place] = sum.loss / Double(samples.count) + penalty.penalty(of: network)
    sum = EvaluationSum()
    count += 1
    if let complete = lattices.first(where: { $0.count == count }) { stride = complete.stride }
  }

  /// The a and b of a place among `losses`, both exactly 0 in the middle.
  public func coordinates(of place: Int) -> (a: Double, b: Double) {
    let half = side / 2
    let unit = extent / Double(half)
    return (Double(place % side - half) * unit, Double(half - place / side) * unit)
  }

  /// The places lattice by lattice, the middle first.
  private static func plan(_ side: Int) -> (order: [Int], lattices: [(count: Int, stride: Int)]) {
    let half = side / 2
    var order = [half * side + half]
    var lattices: [(count: Int, stride: Int)] = []
    var stride = coarsest
    // The middle and the border have to be on every lattice.
    while half % stride != 0 { stride /= 2 }
    let first = stride
    while stride >= 1 {
      for row in Swift.stride(from: 0, to: side, by: stride) {
        for column in Swift.stride(from: 0, to: side, by: stride) {
          let isKnown =
            stride < first && row % (2 * stride) == 0 && column % (2 * stride) == 0
          if !isKnown && !(row == half && column == half) { order.append(row * side + column) }
        }
      }
      lattices.append((order.count, stride))
      stride /= 2
    }
    return (order, lattices)
  }
}
