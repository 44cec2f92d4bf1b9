/// Inputs and targets of so many samples, sixteen to a lane.
public struct Samples: Equatable, Sendable {
  /// How many samples.
  public let count: Int
  /// Values of one sample's input.
  public let inputCount: Int
  /// Values of one sample's target.
  public let targetCount: Int
  /// `[input][block]`; 0 past the last sample.
  let inputs: [Lanes]
  /// `[target][block]`; 0 past the last sample.
  let targets: [Lanes]

  /// Packs rows of inputs and targets; the rows of each are equally long.
  public init(inputs: [[Float]], targets: [[Float]], inputCount: Int, targetCount: Int) {
    precondition(inputs.count == targets.count, "every sample needs a target")
    precondition(inputs.allSatisfy { $0.count == inputCount }, "every input has the same length")
    precondition(targets.allSatisfy { $0.count == targetCount }, "every target has the same length")
    count = inputs.count
    self.inputCount = inputCount
    self.targetCount = targetCount
    self.inputs = Self.pack(inputs, width: inputCount)
    self.targets = Self.pack(targets, width: targetCount)
  }

  /// Inputs alone, `[input][sample]`, for evaluating a network where nothing is known.
  public init(columns: [[Float]], count: Int) {
    precondition(columns.allSatisfy { $0.count == count }, "every column has a value per sample")
    self.count = count
    inputCount = columns.count
    targetCount = 0
    targets = []
    let blocks = blockCount(for: count)
    var lanes = Array(repeating: Lanes(), count: columns.count * blocks)
    for (column, values) in columns.enumerated() {
      for (sample, value) in values.enumerated() {
        lanes[column * blocks + sample / laneCount][sample % laneCount] = value
      }
    }
    inputs = lanes
  }

  /// The number of blocks.
  var blocks: Int { blockCount(for: count) }

  private static func pack(_ rows: [[Float]], width: Int) -> [Lanes] {
    let blocks = blockCount(for: rows.count)
    var lanes = Array(repeating: Lanes(), count: width * blocks)
    for (sample, row) in rows.enumerated() {
      for (column, value) in row.enumerated() {
        lanes[column * blocks + sample / laneCount][sample % laneCount] = value
      }
    }
    return lanes
  }
}
