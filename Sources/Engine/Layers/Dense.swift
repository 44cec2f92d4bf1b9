/// A dense layer: z = W x + b, with W `[out, in]` and b `[out]`.
public struct Dense: Layer {
  public let inputCount: Int
  public let outputCount: Int
  /// How its first weights are drawn.
  public let initializer: Initializer

  /// A layer from `inputCount` values to `outputCount` units.
  public init(inputCount: Int, outputCount: Int, initializer: Initializer) {
    self.inputCount = inputCount
    self.outputCount = outputCount
    self.initializer = initializer
  }

  public var parameterGroups: [ParameterGroup] {
    [
      ParameterGroup(name: "weight", shape: [outputCount, inputCount], isRegularized: true),
      ParameterGroup(name: "bias", shape: [outputCount], isRegularized: false),
    ]
  }

  public func initialize(_ parameters: inout ArraySlice<Float>, using random: inout Random) {
    let biases = parameters.startIndex + outputCount * inputCount
    initializer.fill(
      &parameters[parameters.startIndex..<biases], inputs: inputCount, outputs: outputCount,
      using: &random)
    for index in biases..<parameters.endIndex { parameters[index] = initializer.bias }
  }

  /// z_j = Σᵢ w_ji x_i + b_j
  public func forward(
    _ input: Span<Lanes>, blocks: Int, parameters: Span<Float>,
    into output: inout MutableSpan<Lanes>
  ) {
    let biases = outputCount * inputCount
    var unit = 0
    // Two units at a time: each input is loaded once for both, and their sums stay in registers.
    while unit + 1 < outputCount {
      let row = unit * inputCount
      for block in 0..<blocks {
        var first = Lanes(repeating: parameters[biases + unit])
        var second = Lanes(repeating: parameters[biases + unit + 1])
        for i in 0..<inputCount {
          let x = input[i * blocks + block]
          first += x * parameters[row + i]
          second += x * parameters[row + inputCount + i]
        }
        output[unit * blocks + block] = first
        output[(unit + 1) * blocks + block] = second
      }
      unit += 2
    }
    if unit < outputCount {
      let row = unit * inputCount
      for block in 0..<blocks {
        var sum = Lanes(repeating: parameters[biases + unit])
        for i in 0..<inputCount { sum += input[i * blocks + block] * parameters[row + i] }
        output[unit * blocks + block] = sum
      }
    }
  }

  /// ∂C/∂w_ji = Σ δ_j x_i and ∂C/∂b_j = Σ δ_j over the samples; ∂C/∂x_i = Σ_j w_ji δ_j
  public func backward(
    _ outputGradient: Span<Lanes>, input: Span<Lanes>, output: Span<Lanes>, blocks: Int,
    parameters: Span<Float>, inputGradient: inout MutableSpan<Lanes>,
    parameterGradient: inout MutableSpan<Float>, at offset: Int
  ) {
    let biases = outputCount * inputCount
    for unit in 0..<outputCount {
      let row = unit * inputCount
      for i in 0..<inputCount {
        var sum = Lanes()
        for block in 0..<blocks {
          sum += outputGradient[unit * blocks + block] * input[i * blocks + block]
        }
        parameterGradient[offset + row + i] = sum.total
      }
      var sum = Lanes()
      for block in 0..<blocks { sum += outputGradient[unit * blocks + block] }
      parameterGradient[offset + biases + unit] = sum.total
    }
    if inputGradient.isEmpty { return }
    for i in 0..<inputCount {
      for block in 0..<blocks {
        var sum = Lanes()
        for unit in 0..<outputCount {
          sum += outputGradient[unit * blocks + block] * parameters[unit * inputCount + i]
        }
        inputGradient[i * blocks + block] = sum
      }
    }
  }
}
