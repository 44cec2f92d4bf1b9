extension Network {
  /// A hidden layer as a learner counts them, or the output: weighted sums and all that is done to
  /// them.
  public struct Level: Equatable, Sendable {
    /// Its units.
    public let units: Int
    /// Values that the level before hands on.
    public let inputs: Int
    /// Where the weight matrix, `[units][columns]`, starts in the parameters; the biases follow it.
    public let weights: Int
    /// Weights of a unit.
    public let columns: Int
    /// All parameters of the level.
    public let parameters: Range<Int>
    /// All statistics of the level.
    public let statistics: Range<Int>
    /// Its layers, by their places in `Network.layers`.
    public let layers: Range<Int>
    /// The first unit of what the level hands on.
    let output: Int
  }

  /// A weight matrix among the parameters.
  public struct WeightMatrix: Equatable, Sendable {
    /// Where it stands, row by row.
    public let range: Range<Int>
    /// The weights of one unit: the length of a row.
    public let columns: Int
  }

  /// Lays out the numbers of one level after the other.
  struct Plan {
    private(set) var layers: [any Layer] = []
    private(set) var places: [Place] = []
    private(set) var levels: [Level] = []
    private(set) var weights: [WeightMatrix] = []
    private(set) var unitCount: Int
    private(set) var parameterCount = 0
    private(set) var statisticCount = 0
    private var width: Int
    private var input = 0

    init(inputCount: Int) {
      width = inputCount
      unitCount = inputCount
    }

    mutating func append(level parts: [any Layer]) {
      let start = (layers.count, parameterCount, statisticCount, width)
      for layer in parts { append(layer) }
      let first = parts.first?.parameterGroups.first
      levels.append(
        Level(
          units: width, inputs: start.3, weights: start.1,
          columns: first.map { $0.shape.dropFirst().reduce(1, *) } ?? 0,
          parameters: start.1..<parameterCount, statistics: start.2..<statisticCount,
          layers: start.0..<layers.count, output: input))
    }

    private mutating func append(_ layer: any Layer) {
      places.append(
        Place(
          input: input, output: unitCount, scratch: unitCount + layer.outputCount,
          parameters: parameterCount, statistics: statisticCount,
          wantsInputGradient: parameterCount > 0, number: layers.count))
      for group in layer.parameterGroups {
        if group.isRegularized {
          weights.append(
            WeightMatrix(
              range: parameterCount..<(parameterCount + group.count),
              columns: group.shape.dropFirst().reduce(1, *)))
        }
        parameterCount += group.count
      }
      statisticCount += layer.statisticCount
      layers.append(layer)
      input = unitCount
      unitCount += layer.outputCount + layer.scratchCount
      width = layer.outputCount
    }
  }
}
