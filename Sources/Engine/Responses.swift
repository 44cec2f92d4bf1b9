/// What the units of some levels give for some samples.
public struct Responses: Sendable {
  /// The levels in it.
  public let levels: Range<Int>
  /// How many samples.
  public let count: Int
  /// `[unit of all levels][block]`.
  var lanes: [Lanes]
  /// The first unit of each level in `lanes`.
  let rows: [Int]
  private let units: [Int]

  /// Room for so many samples.
  ///
  /// - Parameters:
  ///   - network: any network of the shape that will respond.
  ///   - levels: the levels to keep; nil for all.
  ///   - count: how many samples, 0 or more.
  public init(for network: Network, levels: Range<Int>? = nil, count: Int) {
    self.levels = levels ?? network.levels.indices
    self.count = count
    units = network.levels[self.levels].map(\.units)
    var rows: [Int] = []
    var row = 0
    for units in units {
      rows.append(row)
      row += units
    }
    self.rows = rows
    lanes = Array(repeating: Lanes(), count: row * blockCount(for: count))
  }

  /// The blocks of a unit.
  var blocks: Int { blockCount(for: count) }

  /// Takes over the values of one level for some blocks.
  mutating func write(
    _ first: Int, units: Int, at number: Int, from values: borrowing [Lanes], blocks: Int,
    to start: Int
  ) {
    let row = rows[number - levels.lowerBound]
    let all = self.blocks
    var target = lanes.mutableSpan
    for unit in 0..<units {
      let from = (first + unit) * blocks
      let to = (row + unit) * all + start
      for block in 0..<blocks { target[to + block] = values[from + block] }
    }
  }

  /// The values of one unit, sample by sample; `level` counts all levels of the network.
  public func values(level: Int, unit: Int) -> [Float] {
    let start = (rows[level - levels.lowerBound] + unit) * blocks
    var values: [Float] = []
    values.reserveCapacity(count)
    for block in 0..<blocks {
      let lane = lanes[start + block]
      for index in 0..<min(laneCount, count - block * laneCount) { values.append(lane[index]) }
    }
    return values
  }

  /// All values: `[level][unit][sample]`.
  public var all: [[[Float]]] {
    levels.map { level in
      (0..<units[level - levels.lowerBound]).map { values(level: level, unit: $0) }
    }
  }
}

extension Network {
  /// The mean loss and the accuracy over samples with targets; see `Evaluator`.
  public func evaluate(_ samples: Samples, loss: Loss) -> Evaluation {
    var evaluator = Evaluator(for: self)
    return evaluator.evaluate(self, on: samples, loss: loss)
  }

  /// What every unit gives for every sample, its activation included: `[level][unit][sample]`,
  /// hidden layers first, the output last.
  public func responses(to samples: Samples) -> [[[Float]]] {
    responses(to: samples, of: levels.indices).all
  }

  /// The sum z of every unit for every sample, to which its activation is applied:
  /// `[level][unit][sample]`. The line where it is 0 is where a relu begins to give something.
  ///
  /// With a normalisation it is the normalised sum; of a residual block that of F; of a continuous
  /// layer the one where its solver sets out. Of units without an activation it is what they give.
  public func sums(for samples: Samples) -> [[[Float]]] {
    var evaluator = Evaluator(for: self)
    var responses = Responses(for: self, count: samples.count)
    evaluator.sum(self, over: samples, into: &responses)
    return responses.all
  }

  /// The first of the units of a level, among the values of a pass, that hold its sums.
  func firstSum(ofLevel number: Int) -> Int {
    let level = levels[number]
    for index in level.layers {
      if let first = layers[index].sums(at: places[index]) { return first }
    }
    return level.output
  }

  /// What the output units give for every sample: `[output][sample]`.
  public func outputs(for samples: Samples) -> [[Float]] {
    responses(to: samples, of: levels.indices.suffix(1)).all[0]
  }

  /// What the units of some levels give for every sample, without the cost of writing out the others.
  public func responses(to samples: Samples, of levels: Range<Int>) -> Responses {
    var evaluator = Evaluator(for: self)
    var responses = Responses(for: self, levels: levels, count: samples.count)
    evaluator.respond(self, to: samples, into: &responses)
    return responses
  }
}
