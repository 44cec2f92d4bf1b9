/// Batch normalisation: x̂ = (x − μ) / √(σ² + ε) over the batch, y = γ x̂ + β, unit by unit.
///
/// While evaluating, running statistics stand in for μ and σ²; a training step moves them by
/// `momentum` of the way to the batch's, the variance's unbiased (n − 1). A batch of one sample has
/// no spread: its x̂ is 0, and it leaves the running variance alone.
///
/// Source: S. Ioffe and C. Szegedy, *Batch Normalization* (2015).
public struct BatchNorm: Layer {
  static let kind = LayerKind(
    name: "batch", formula: "z <- gamma (z - mean) / sd + beta, over the batch",
    help: "Batch normalisation: each unit's sums get mean 0 and spread 1 over the batch."
  ) { [BatchNorm(count: $0.level.units)] }

  public let inputCount: Int
  public var outputCount: Int { inputCount }
  /// ε, which keeps the division finite.
  public let epsilon: Float
  /// The share of the batch's statistics in the running ones after a step.
  public let momentum: Float

  /// Batch normalisation of `count` units, with PyTorch's usual settings.
  public init(count: Int, epsilon: Float = 1e-5, momentum: Float = 0.1) {
    inputCount = count
    self.epsilon = epsilon
    self.momentum = momentum
  }

  public var parameterGroups: [ParameterGroup] { .scaleAndShift(inputCount) }

  public var statisticGroups: [ParameterGroup] {
    [
      ParameterGroup(name: "norm.running_mean", shape: [inputCount], isRegularized: false),
      ParameterGroup(name: "norm.running_var", shape: [inputCount], isRegularized: false),
    ]
  }

  /// x̂ of every unit; then, a block each, the batch's mean and variance and 1/√(σ² + ε).
  public var scratchCount: Int { 4 * inputCount }

  public func initialize(_ parameters: inout ArraySlice<Float>, using random: inout Random) {
    for unit in 0..<inputCount { parameters[parameters.startIndex + unit] = 1 }
  }

  public func initialize(statistics: inout ArraySlice<Float>) {
    for unit in 0..<inputCount { statistics[statistics.startIndex + inputCount + unit] = 1 }
  }

  public func stations(at place: Place) -> [Station] {
    [
      Station(.standardized(overBatch: true), units: inputCount, from: place.scratch),
      Station(.normalized, units: inputCount, from: place.output),
    ]
  }

  public func forward(
    _ values: inout MutableSpan<Lanes>, _ pass: Pass, at place: Place, parameters: Span<Float>,
    statistics: Span<Float>
  ) {
    let blocks = pass.blocks
    let n = Float(pass.count)
    for unit in 0..<inputCount {
      let x = (place.input + unit) * blocks
      var mean = statistics[place.statistics + unit]
      var variance = statistics[place.statistics + inputCount + unit]
      if pass.draws != nil {
        var sum = Lanes()
        for block in 0..<blocks { sum += values[x + block].keepingFirst(pass.filled(block)) }
        mean = sum.total / n
        var squares = Lanes()
        for block in 0..<blocks {
          let deviation = (values[x + block] - mean).keepingFirst(pass.filled(block))
          squares += deviation * deviation
        }
        variance = squares.total / n
      }
      // A variance that overflows must not end as a scale of 0, which hides it: ∞ · 0 is NaN.
      let scale = 1 / (variance + epsilon).squareRoot() + variance * 0
      values[(place.scratch + inputCount + unit) * blocks] = Lanes(repeating: mean)
      values[(place.scratch + 2 * inputCount + unit) * blocks] = Lanes(repeating: variance)
      values[(place.scratch + 3 * inputCount + unit) * blocks] = Lanes(repeating: scale)
      let gamma = parameters[place.parameters + unit]
      let beta = parameters[place.parameters + inputCount + unit]
      for block in 0..<blocks {
        let normalized = (values[x + block] - mean) * scale
        values[(place.scratch + unit) * blocks + block] = normalized
        values[(place.output + unit) * blocks + block] = normalized * gamma + beta
      }
    }
  }

  /// ∂C/∂γ = Σ x̂ ∂C/∂y, ∂C/∂β = Σ ∂C/∂y, and with g = γ ∂C/∂y, as μ and σ² depend on x too:
  /// ∂C/∂x = (g − mean(g) − x̂ mean(x̂ g)) / √(σ² + ε)
  public func backward(
    _ gradients: inout MutableSpan<Lanes>, values: Span<Lanes>, _ pass: Pass, at place: Place,
    parameters: Span<Float>, parameterGradient: inout MutableSpan<Float>
  ) {
    let blocks = pass.blocks
    for unit in 0..<inputCount {
      let y = (place.output + unit) * blocks
      let hat = (place.scratch + unit) * blocks
      var sum = Lanes()
      var product = Lanes()
      for block in 0..<blocks {
        sum += gradients[y + block]
        product += gradients[y + block] * values[hat + block]
      }
      let (beta, gamma) = (sum.total, product.total)
      parameterGradient[place.parameters + unit] = gamma
      parameterGradient[place.parameters + inputCount + unit] = beta
      guard place.wantsInputGradient else { continue }
      let scale =
        values[(place.scratch + 3 * inputCount + unit) * blocks]
        * parameters[place.parameters + unit]
      let isTraining = pass.draws != nil
      let meanGradient = isTraining ? beta / Float(pass.count) : 0
      let meanProduct = isTraining ? gamma / Float(pass.count) : 0
      for block in 0..<blocks {
        let gradient = gradients[y + block] - meanGradient - values[hat + block] * meanProduct
        gradients[(place.input + unit) * blocks + block] =
          (gradient * scale).keepingFirst(pass.filled(block))
      }
    }
  }

  /// running ← (1 − momentum) running + momentum · batch
  public func gather(
    _ statistics: inout MutableSpan<Float>, from values: Span<Lanes>, _ pass: Pass,
    at place: Place
  ) {
    let n = Float(pass.count)
    for unit in 0..<inputCount {
      let mean = values[(place.scratch + inputCount + unit) * pass.blocks][0]
      let variance = values[(place.scratch + 2 * inputCount + unit) * pass.blocks][0]
      let index = place.statistics + unit
      statistics[index] = (1 - momentum) * statistics[index] + momentum * mean
      if pass.count > 1 {
        statistics[index + inputCount] =
          (1 - momentum) * statistics[index + inputCount] + momentum * (variance * (n / (n - 1)))
      }
    }
  }
}

extension [ParameterGroup] {
  /// γ and β of a normalisation.
  static func scaleAndShift(_ count: Int) -> [ParameterGroup] {
    [
      ParameterGroup(name: "norm.weight", shape: [count], isRegularized: false),
      ParameterGroup(name: "norm.bias", shape: [count], isRegularized: false),
    ]
  }
}
