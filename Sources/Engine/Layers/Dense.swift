/// A dense layer: z = W x + b, with W `[out, in]` and b `[out]`.
public struct Dense: Layer {
  /// Its name among the wirings.
  public static let name = "dense"
  static let wiring = LayerKind(
    name: name, formula: "a = f(W x + b)",
    help: "Every unit sees every value of the layer before."
  ) { context in
    [
      Dense(
        inputCount: context.inputCount, outputCount: context.level.units,
        initializer: context.initializer)
    ] + context.normalization + context.activation + context.dropout
  }

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

  public func stations(at place: Place) -> [Station] {
    [Station(.sum, units: outputCount, from: place.output)]
  }

  /// z_j = Σᵢ w_ji x_i + b_j
  public func forward(
    _ values: inout MutableSpan<Lanes>, _ pass: Pass, at place: Place, parameters: Span<Float>,
    statistics: Span<Float>
  ) {
    Affine.forward(
      &values, blocks: pass.blocks, input: place.input, inputs: inputCount, output: place.output,
      outputs: outputCount, parameters: parameters, offset: place.parameters)
  }

  /// ∂C/∂w_ji = Σ δ_j x_i and ∂C/∂b_j = Σ δ_j over the samples; ∂C/∂x_i = Σ_j w_ji δ_j
  public func backward(
    _ gradients: inout MutableSpan<Lanes>, values: Span<Lanes>, _ pass: Pass, at place: Place,
    parameters: Span<Float>, parameterGradient: inout MutableSpan<Float>
  ) {
    Affine.parameterGradient(
      gradients.span, values: values, blocks: pass.blocks, input: place.input, inputs: inputCount,
      delta: place.output, outputs: outputCount, into: &parameterGradient,
      offset: place.parameters)
    guard place.wantsInputGradient else { return }
    Affine.inputGradient(
      &gradients, blocks: pass.blocks, input: place.input, inputs: inputCount,
      delta: place.output, outputs: outputCount, parameters: parameters,
      offset: place.parameters)
  }
}
