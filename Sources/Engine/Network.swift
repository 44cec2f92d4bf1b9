/// A network: its layers hold shapes, one flat vector holds all numbers.
///
/// Optimisers, checkpoints, undo and gradient checks are array code over `parameters`.
public struct Network: Sendable {
  /// The shape it was made from.
  public let spec: NetworkSpec
  /// Every layer in the order of the forward pass.
  public let layers: [any Layer]
  /// All weights and biases: layer by layer, each `weight` `[out, in]` row by row, then `bias`.
  public var parameters: [Float]
  /// Where each layer's parameters lie.
  public let parameterRanges: [Range<Int>]
  /// The parts that regularisation applies to, in order.
  public let weightRanges: [Range<Int>]
  /// The dense layers' places in `layers`, hidden levels first, the output last.
  public let levels: [Int]

  /// A network with first weights drawn from `seed`; each level has a stream of its own.
  public init(_ spec: NetworkSpec, seed: UInt64) {
    self.spec = spec
    layers = spec.layers
    var ranges: [Range<Int>] = []
    var weights: [Range<Int>] = []
    var levels: [Int] = []
    var offset = 0
    for (place, layer) in layers.enumerated() {
      var start = offset
      for group in layer.parameterGroups {
        if group.isRegularized { weights.append(start..<(start + group.count)) }
        start += group.count
      }
      if start > offset { levels.append(place) }
      ranges.append(offset..<start)
      offset = start
    }
    parameterRanges = ranges
    weightRanges = weights
    self.levels = levels
    var values = [Float](repeating: 0, count: offset)
    for (level, place) in levels.enumerated() {
      var random = Random(seed: seed, stream: .initialization, index: UInt64(level))
      layers[place].initialize(&values[ranges[place]], using: &random)
    }
    parameters = values
  }

  /// The number of weights and biases.
  public var parameterCount: Int { parameters.count }

  /// The place of the weight from `input` to `unit` of a level; levels count from the first hidden
  /// layer, the output is the last.
  public func weightIndex(level: Int, unit: Int, input: Int) -> Int {
    let place = levels[level]
    return parameterRanges[place].lowerBound + unit * layers[place].inputCount + input
  }

  /// The place of the bias of a level's unit.
  public func biasIndex(level: Int, unit: Int) -> Int {
    let place = levels[level]
    return parameterRanges[place].lowerBound
      + layers[place].outputCount * layers[place].inputCount + unit
  }

  /// The value buffer that holds what a level computes, its activation included.
  func valueIndex(level: Int) -> Int {
    level + 1 < levels.count ? levels[level + 1] : layers.count
  }

  /// Computes every layer's values from the inputs that stand in the workspace.
  func forward(in workspace: inout Workspace) {
    let blocks = workspace.blocks
    var input = take(&workspace.values[0])
    for place in 0..<layers.count {
      var output = take(&workspace.values[place + 1])
      var span = output.mutableSpan
      layers[place].forward(
        input.span, blocks: blocks,
        parameters: parameters.span.extracting(parameterRanges[place]), into: &span)
      swap(&workspace.values[place], &input)
      swap(&input, &output)
    }
    swap(&workspace.values[layers.count], &input)
  }

  /// Carries the gradient that stands at the output back to every parameter.
  func backward(in workspace: inout Workspace) {
    let blocks = workspace.blocks
    var parameterGradient = take(&workspace.parameterGradient)
    var parameterSpan = parameterGradient.mutableSpan
    var output = take(&workspace.values[layers.count])
    var outputGradient = take(&workspace.gradients[layers.count])
    for place in stride(from: layers.count - 1, through: 0, by: -1) {
      var input = take(&workspace.values[place])
      var inputGradient = take(&workspace.gradients[place])
      var inputSpan = inputGradient.mutableSpan
      layers[place].backward(
        outputGradient.span, input: input.span, output: output.span, blocks: blocks,
        parameters: parameters.span.extracting(parameterRanges[place]),
        inputGradient: &inputSpan, parameterGradient: &parameterSpan,
        at: parameterRanges[place].lowerBound)
      swap(&workspace.values[place + 1], &output)
      swap(&workspace.gradients[place + 1], &outputGradient)
      swap(&output, &input)
      swap(&outputGradient, &inputGradient)
    }
    swap(&workspace.values[0], &output)
    swap(&workspace.parameterGradient, &parameterGradient)
  }
}

/// Moves an array out and leaves an empty one: a second reference would make the next write copy.
@inline(__always)
func take<Element>(_ array: inout [Element]) -> [Element] {
  var taken: [Element] = []
  swap(&taken, &array)
  return taken
}
