/// A residual block: y = x + F(x), where F is a dense layer and what follows it.
///
/// Where widths differ, as many values pass the shortcut as both sides have: a wider layer sees 0 in
/// the others, as in the source's identity shortcut (option A).
///
/// Source: K. He et al., *Deep Residual Learning for Image Recognition* (2016), §3.
public struct Residual: Layer {
  static let wiring = LayerKind(
    name: "residual", formula: "a = x + f(W x + b)",
    help: "A shortcut passes the values by, so that gradients reach early layers undiminished."
  ) { context in
    [Residual(around: Dense.wiring.layers(context), inputCount: context.inputCount)]
  }

  /// F, layer by layer; never empty.
  public let inner: [any Layer]
  public let inputCount: Int
  public let outputCount: Int

  /// A shortcut around the layers, of which the first takes `inputCount` values.
  public init(around inner: [any Layer], inputCount: Int) {
    self.inner = inner
    self.inputCount = inputCount
    outputCount = inner.last?.outputCount ?? inputCount
    var next = Place(
      input: 0, output: 0, scratch: 0, parameters: 0, statistics: 0, wantsInputGradient: true,
      number: 0)
    var parts: [Place] = []
    for (number, layer) in inner.enumerated() {
      next.number = number
      next.scratch = next.output + layer.outputCount
      parts.append(next)
      next.input = next.output
      next.output = next.scratch + layer.scratchCount
      next.parameters += layer.parameterCount
      next.statistics += layer.statisticCount
    }
    self.parts = parts
    scratchCount = next.output
  }

  public var parameterGroups: [ParameterGroup] { inner.flatMap(\.parameterGroups) }
  public var statisticGroups: [ParameterGroup] { inner.flatMap(\.statisticGroups) }
  public let scratchCount: Int
  /// Where the inner layers' numbers stand, each counted from the block's own scratch, parameters and
  /// statistics.
  private let parts: [Place]

  public func initialize(_ parameters: inout ArraySlice<Float>, using random: inout Random) {
    var start = parameters.startIndex
    for layer in inner {
      let end = start + layer.parameterCount
      layer.initialize(&parameters[start..<end], using: &random)
      start = end
    }
  }

  public func initialize(statistics: inout ArraySlice<Float>) {
    var start = statistics.startIndex
    for layer in inner {
      let end = start + layer.statisticCount
      layer.initialize(statistics: &statistics[start..<end])
      start = end
    }
  }

  public func forward(
    _ values: inout MutableSpan<Lanes>, _ pass: Pass, at place: Place, parameters: Span<Float>,
    statistics: Span<Float>
  ) {
    for index in inner.indices {
      inner[index].forward(
        &values, pass, at: self.place(index, in: place), parameters: parameters,
        statistics: statistics)
    }
    let blocks = pass.blocks
    let last = self.place(inner.count - 1, in: place)
    let shared = min(inputCount, outputCount) * blocks
    for index in 0..<(outputCount * blocks) {
      let own = values[last.output * blocks + index]
      values[place.output * blocks + index] =
        index < shared ? values[place.input * blocks + index] + own : own
    }
  }

  /// ∂C/∂x = ∂C/∂y + what comes back through F.
  public func backward(
    _ gradients: inout MutableSpan<Lanes>, values: Span<Lanes>, _ pass: Pass, at place: Place,
    parameters: Span<Float>, parameterGradient: inout MutableSpan<Float>
  ) {
    let blocks = pass.blocks
    let last = self.place(inner.count - 1, in: place)
    for index in 0..<(outputCount * blocks) {
      gradients[last.output * blocks + index] = gradients[place.output * blocks + index]
    }
    var index = inner.count
    while index > 0 {
      index -= 1
      inner[index].backward(
        &gradients, values: values, pass, at: self.place(index, in: place),
        parameters: parameters, parameterGradient: &parameterGradient)
    }
    guard place.wantsInputGradient else { return }
    for index in 0..<(min(inputCount, outputCount) * blocks) {
      gradients[place.input * blocks + index] += gradients[place.output * blocks + index]
    }
  }

  public func gather(
    _ statistics: inout MutableSpan<Float>, from values: Span<Lanes>, _ pass: Pass,
    at place: Place
  ) {
    for index in inner.indices {
      inner[index].gather(&statistics, from: values, pass, at: self.place(index, in: place))
    }
  }

  public func kinks(at place: Place) -> [Range<Int>] {
    inner.indices.flatMap { inner[$0].kinks(at: self.place($0, in: place)) }
  }

  /// Those of F; what F gives where it applies none.
  public func sums(at place: Place) -> Int? {
    for index in inner.indices {
      if let first = inner[index].sums(at: self.place(index, in: place)) { return first }
    }
    return self.place(inner.count - 1, in: place).output
  }

  /// Those of F, then the sum with the shortcut.
  public func stations(at place: Place) -> [Station] {
    inner.indices.flatMap { inner[$0].stations(at: self.place($0, in: place)) } + [
      Station(.shortcut, units: outputCount, from: place.output)
    ]
  }

  public func activated(at place: Place) -> [Range<Int>] {
    inner.indices.flatMap { inner[$0].activated(at: self.place($0, in: place)) }
  }

  /// The place of an inner layer, given the block's own.
  func place(_ index: Int, in block: Place) -> Place {
    var place = parts[index]
    place.input = index == 0 ? block.input : place.input + block.scratch
    place.output += block.scratch
    place.scratch += block.scratch
    place.parameters += block.parameters
    place.statistics += block.statistics
    // Counted from 1, so that no inner layer has the number of one outside of blocks.
    place.number |= (block.number + 1) << 8
    place.wantsInputGradient = index > 0 || block.wantsInputGradient
    return place
  }
}
