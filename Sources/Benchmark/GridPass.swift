import Engine

/// A network's response to the points of a picture, every unit's kept.
struct GridPass: Sendable {
  private let network: Network
  private let samples: Samples
  private var evaluator: Evaluator
  private var responses: Responses

  init(_ network: Network) {
    let rows = BenchmarkPoint.grid.map { $0.inputs(network.spec.inputCount) }
    self.network = network
    samples = Samples(
      columns: (0..<network.spec.inputCount).map { column in rows.map { $0[column] } },
      count: rows.count)
    evaluator = Evaluator(for: network)
    responses = Responses(for: network, count: rows.count)
  }

  /// One forward pass.
  mutating func run() { evaluator.respond(network, to: samples, into: &responses) }

  /// The sum of all values' sizes.
  var checksum: Double {
    responses.all.joined().joined().reduce(0) { $0 + Double($1.magnitude) }
  }
}
