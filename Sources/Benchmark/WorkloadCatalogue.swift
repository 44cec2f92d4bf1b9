import Engine

/// The workloads that there are.
public enum WorkloadCatalogue {
  /// A workload before its points are made.
  public struct Entry: Sendable {
    /// Its name on the command line: `w1`.
    public let name: String
    /// What is done, in a few words.
    public let summary: String
    let make: @Sendable (Entry) -> Workload

    /// The workload, ready to run.
    public func prepared() -> Workload { make(self) }
  }

  private static let small = [2, 4, 2, 1]
  private static let deep = [7, 8, 8, 8, 8, 8, 8, 1]

  /// In the order in which they are shown.
  public static let all = [
    Entry(name: "w1", summary: "train 2-4-2-1 tanh on 250 points, batches of 10") {
      playground($0, small, epochs: 500, train: 0.32494, test: 0.44867)
    },
    Entry(name: "w2", summary: "train 7-8-8-8-8-8-8-1 tanh on 250 points, batches of 10") {
      playground($0, deep, epochs: 30, train: 0.33943, test: 0.40575)
    },
    Entry(name: "w3a", summary: "all units of 2-4-2-1 tanh over 100 x 100 points") {
      grid($0, small, checksum: 29492, within: 0.5)
    },
    Entry(name: "w3b", summary: "all units of 7-8-8-8-8-8-8-1 tanh over 100 x 100 points") {
      grid($0, deep, checksum: 164_980, within: 5)
    },
    Entry(name: "w4", summary: "train 2-64-64-2 relu with Adam, batches of 32 examples") {
      classes($0, .relu, loss: 0.0858)
    },
    Entry(name: "w4tanh", summary: "train 2-64-64-2 tanh with Adam, batches of 32 examples") {
      classes($0, .tanh, loss: 0.6479)
    },
  ]

  /// The workload of a name; nil if there is none.
  public static func named(_ name: String) -> Entry? { all.first { $0.name == name } }
}

extension WorkloadCatalogue {
  /// A playground's network on its spiral: 250 points for training, 250 to test.
  private static func playground(
    _ entry: Entry, _ widths: [Int], epochs: Int, train: Double, test: Double
  ) -> Workload {
    let network = playgroundNetwork(widths)
    var random = Mulberry32(seed: 42)
    let points = BenchmarkPoint.spiral(500, using: &random)
    let (training, testing) = (points.prefix(250), points.suffix(250))
    let samples = Samples(training, inputs: network.spec.inputCount) { [$0] }
    let others = Samples(testing, inputs: network.spec.inputCount) { [$0] }
    let cost = Cost(widths, samples: 250, trains: true)
    let trainer = Trainer(
      network: network, samples: samples,
      spec: TrainingSpec(
        loss: .halfSquaredError, optimizer: SGD(), learningRate: 0.03, batchSize: 10,
        shuffles: false), seed: 0)
    return Workload(
      name: entry.name, summary: entry.summary, unit: "epochs", unitsPerRound: 1,
      operations: cost.operations, tangents: cost.units, start: Run(trainer)
    ) { start in
      let end = start.advanced(rounds: epochs).network
      return [
        check("train", end?.evaluate(samples, loss: .halfSquaredError).loss, train, within: 5.1e-6),
        check("test", end?.evaluate(others, loss: .halfSquaredError).loss, test, within: 5.1e-6),
      ]
    }
  }

  /// All units of a playground's untrained network over a picture.
  private static func grid(
    _ entry: Entry, _ widths: [Int], checksum: Double, within tolerance: Double
  ) -> Workload {
    let pass = GridPass(playgroundNetwork(widths))
    let cost = Cost(widths, samples: BenchmarkPoint.grid.count, trains: false)
    return Workload(
      name: entry.name, summary: entry.summary, unit: "grids", unitsPerRound: 1,
      operations: cost.operations, tangents: cost.units, start: Run(pass)
    ) { start in
      [check("sum", start.advanced(rounds: 1).checksum, checksum, within: tolerance)]
    }
  }

  /// Two classes of 1000 points, learned with Adam.
  private static func classes(_ entry: Entry, _ activation: Activation, loss: Double) -> Workload {
    let widths = [2, 64, 64, 2]
    var random = Mulberry32(seed: 42)
    let points = BenchmarkPoint.spiral(2000, using: &random)
    random = Mulberry32(seed: 7)
    let network = Network.drawn(widths, activation, output: .linear, bias: 0, using: &random) {
      (6 / Double($0 + $1)).squareRoot()
    }
    let samples = Samples(points[...], inputs: 2) { $0 > 0 ? [0, 1] : [1, 0] }
    let cost = Cost(widths, samples: points.count, trains: true)
    let trainer = Trainer(
      network: network, samples: samples,
      spec: TrainingSpec(
        loss: .softmaxCrossEntropy, optimizer: Adam(), learningRate: 0.001, batchSize: 32,
        shuffles: false), seed: 0)
    return Workload(
      name: entry.name, summary: entry.summary, unit: "examples",
      unitsPerRound: points.count, operations: cost.operations,
      tangents: activation == .tanh ? cost.hiddenUnits : 0, start: Run(trainer)
    ) { start in
      let end = start.advanced(rounds: 20).network
      // Adam divides by the roots of small averages, so that the order of sums shows by then.
      let found = end?.evaluate(samples, loss: .softmaxCrossEntropy).loss
      return [check("loss", found, loss, within: 2e-4)]
    }
  }

  private static func playgroundNetwork(_ widths: [Int]) -> Network {
    var random = Mulberry32(seed: 7)
    return .drawn(widths, .tanh, output: .tanh, bias: 0.1, using: &random) { _, _ in 0.5 }
  }
}
