/// The gradient of the mean loss over samples, computed a few samples at a time.
///
/// Networks run as they are used, so that nothing is dropped, and the gradient is that of the loss
/// that is reported. Batch normalisation looks at its batch, as in training, for which all samples go
/// through together; of more than `normalizedLimit`, so many that are spread evenly.
struct PartialGradient: Sendable {
  /// The most samples that go through a batch normalisation together.
  static let normalizedLimit = 2048

  /// The sum over the samples so far; their mean's gradient once it is finished.
  private(set) var gradient: [Double]
  /// Samples so far.
  private(set) var position = 0

  private let samples: Samples
  private let loss: Loss
  private let order: [Int]
  private let chunk: Int
  private let draws: Pass.Draws?
  private var workspace: Workspace

  init(of network: Network, over samples: Samples, loss: Loss) {
    self.samples = samples
    self.loss = loss
    let isNormalized = !network.statistics.isEmpty
    let count = isNormalized ? min(samples.count, Self.normalizedLimit) : samples.count
    order = (0..<count).map { $0 * samples.count / max(1, count) }
    draws = isNormalized ? .check : nil
    chunk = isNormalized ? max(1, count) : laneCount * max(1, 384 / max(1, network.unitCount))
    workspace = Workspace(for: network, blocks: blockCount(for: min(chunk, max(1, count))))
    gradient = Array(repeating: 0, count: network.parameterCount)
  }

  /// Whether all samples are in it.
  var isFinished: Bool { position >= order.count }
  /// About how many multiplications one `add` takes.
  func pieceCost(_ network: Network) -> Int {
    min(chunk, max(1, order.count)) * (3 * network.parameterCount + 8 * network.unitCount)
  }

  /// Begins anew.
  mutating func restart() {
    position = 0
    for index in gradient.indices { gradient[index] = 0 }
  }

  /// Adds the next few samples.
  mutating func add(_ network: Network) {
    guard !isFinished else { return }
    let count = min(chunk, order.count - position)
    workspace.pass = Pass(count: count, draws: draws)
    samples.gather(
      position..<(position + count), of: order, inputs: &workspace.values,
      targets: &workspace.targets)
    network.forward(in: &workspace)
    _ = workspace.lossAndGradient(loss, of: network)
    network.backward(in: &workspace)
    let share = Double(count) / Double(order.count)
    for index in gradient.indices {
      gradient[index] += share * Double(workspace.parameterGradient[index])
    }
    position += count
  }
}
