/// Layer normalisation: x̂ = (x − μ) / √(σ² + ε) over the units of one sample, y = γ x̂ + β.
///
/// It does the same while training and while evaluating, whatever the batch.
///
/// Source: J. L. Ba, J. R. Kiros, G. E. Hinton, *Layer Normalization* (2016).
public struct LayerNorm: Layer {
  static let kind = LayerKind(
    name: "layer", formula: "z <- gamma (z - mean) / sd + beta, over the units",
    help: "Layer normalisation: each sample's sums get mean 0 and spread 1 over the units."
  ) { [LayerNorm(count: $0.level.units)] }

  public let inputCount: Int
  public var outputCount: Int { inputCount }
  /// ε, which keeps the division finite.
  public let epsilon: Float

  /// Layer normalisation of `count` units, with PyTorch's usual setting.
  public init(count: Int, epsilon: Float = 1e-5) {
    inputCount = count
    self.epsilon = epsilon
  }

  public var parameterGroups: [ParameterGroup] { .scaleAndShift(inputCount) }

  /// x̂ of every unit, then 1/√(σ² + ε).
  public var scratchCount: Int { inputCount + 1 }

  public func initialize(_ parameters: inout ArraySlice<Float>, using random: inout Random) {
    for unit in 0..<inputCount { parameters[parameters.startIndex + unit] = 1 }
  }

  public func stations(at place: Place) -> [Station] {
    [
      Station(.standardized(overBatch: false), units: inputCount, from: place.scratch),
      Station(.normalized, units: inputCount, from: place.output),
    ]
  }

  public func forward(
    _ values: inout MutableSpan<Lanes>, _ pass: Pass, at place: Place, parameters: Span<Float>,
    statistics: Span<Float>
  ) {
    let blocks = pass.blocks
    let share = 1 / Float(inputCount)
    for block in 0..<blocks {
      var sum = Lanes()
      for unit in 0..<inputCount { sum += values[(place.input + unit) * blocks + block] }
      let mean = sum * share
      var squares = Lanes()
      for unit in 0..<inputCount {
        let deviation = values[(place.input + unit) * blocks + block] - mean
        squares += deviation * deviation
      }
      // A variance that overflows must not end as a scale of 0, which hides it: ∞ · 0 is NaN.
      let scale = 1 / (squares * share + epsilon).squareRoot() + squares * 0
      values[(place.scratch + inputCount) * blocks + block] = scale
      for unit in 0..<inputCount {
        let normalized = (values[(place.input + unit) * blocks + block] - mean) * scale
        values[(place.scratch + unit) * blocks + block] = normalized
        values[(place.output + unit) * blocks + block] =
          normalized * parameters[place.parameters + unit]
          + parameters[place.parameters + inputCount + unit]
      }
    }
  }

  /// ∂C/∂γ = Σ x̂ ∂C/∂y and ∂C/∂β = Σ ∂C/∂y over the samples; with g = γ ∂C/∂y and means over the
  /// units, ∂C/∂x = (g − mean(g) − x̂ mean(x̂ g)) / √(σ² + ε)
  public func backward(
    _ gradients: inout MutableSpan<Lanes>, values: Span<Lanes>, _ pass: Pass, at place: Place,
    parameters: Span<Float>, parameterGradient: inout MutableSpan<Float>
  ) {
    let blocks = pass.blocks
    for unit in 0..<inputCount {
      var sum = Lanes()
      var product = Lanes()
      for block in 0..<blocks {
        let gradient = gradients[(place.output + unit) * blocks + block]
        sum += gradient
        product += gradient * values[(place.scratch + unit) * blocks + block]
      }
      parameterGradient[place.parameters + unit] = product.total
      parameterGradient[place.parameters + inputCount + unit] = sum.total
    }
    guard place.wantsInputGradient else { return }
    let share = 1 / Float(inputCount)
    for block in 0..<blocks {
      var sum = Lanes()
      var product = Lanes()
      for unit in 0..<inputCount {
        let gradient =
          gradients[(place.output + unit) * blocks + block] * parameters[place.parameters + unit]
        sum += gradient
        product += gradient * values[(place.scratch + unit) * blocks + block]
      }
      let scale = values[(place.scratch + inputCount) * blocks + block]
      for unit in 0..<inputCount {
        let gradient =
          gradients[(place.output + unit) * blocks + block] * parameters[place.parameters + unit]
        let hat = values[(place.scratch + unit) * blocks + block]
        gradients[(place.input + unit) * blocks + block] =
          (gradient - sum * share - hat * (product * share)) * scale
      }
    }
  }
}
