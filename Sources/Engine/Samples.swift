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
    self.inputs = Self.pack(width: inputCount, count: count) { inputs[$1][$0] }
    self.targets = Self.pack(width: targetCount, count: count) { targets[$1][$0] }
  }

  /// Inputs alone, `[input][sample]`, for evaluating a network where nothing is known.
  public init(columns: [[Float]], count: Int) {
    precondition(columns.allSatisfy { $0.count == count }, "every column has a value per sample")
    self.count = count
    inputCount = columns.count
    targetCount = 0
    inputs = Self.pack(width: inputCount, count: count) { columns[$0][$1] }
    targets = []
  }

  /// The number of blocks.
  var blocks: Int { blockCount(for: count) }

  /// Brings a part of an order of the samples together, `[column][block]`, with 0 in the lanes past
  /// the last.
  func gather(
    _ part: Range<Int>, of order: borrowing [Int], inputs: inout [Lanes], targets: inout [Lanes]
  ) {
    let chosen = order.span.extracting(part)
    Self.gather(chosen, from: self.inputs.span, width: inputCount, all: blocks, into: &inputs)
    Self.gather(chosen, from: self.targets.span, width: targetCount, all: blocks, into: &targets)
  }

  private static func gather(
    _ chosen: Span<Int>, from source: Span<Lanes>, width: Int, all: Int,
    into lanes: inout [Lanes]
  ) {
    let blocks = blockCount(for: chosen.count)
    var target = lanes.mutableSpan
    for index in 0..<(width * blocks) { target[index] = Lanes() }
    // A lane is set where it stands: putting lanes together first takes twice as long.
    var place = 0
    while place < chosen.count {
      let (block, lane) = (place >> laneShift, place & (laneCount - 1))
      let number = chosen[place]
      let (sourceBlock, sourceLane) = (number >> laneShift, number & (laneCount - 1))
      var (to, from) = (block, sourceBlock)
      for _ in 0..<width {
        target[to][lane] = source[from][sourceLane]
        to &+= blocks
        from &+= all
      }
      place &+= 1
    }
  }

  private static func pack(
    width: Int, count: Int, _ value: (_ column: Int, _ sample: Int) -> Float
  ) -> [Lanes] {
    let blocks = blockCount(for: count)
    var lanes = Array(repeating: Lanes(), count: width * blocks)
    for column in 0..<width {
      for sample in 0..<count {
        lanes[column * blocks + sample / laneCount][sample % laneCount] = value(column, sample)
      }
    }
    return lanes
  }
}

/// 2⁴ samples to a lane: shifts in place of divisions, which look at the sign as well.
private let laneShift = 4
