/// An activation applied to every unit: a = f(z).
public struct Pointwise: Layer {
  public let inputCount: Int
  /// The function applied.
  public let activation: Activation

  /// The activation of `count` units.
  public init(count: Int, activation: Activation) {
    self.inputCount = count
    self.activation = activation
  }

  public var outputCount: Int { inputCount }
  public var parameterGroups: [ParameterGroup] { [] }

  /// a = f(z)
  public func forward(
    _ input: Span<Lanes>, blocks: Int, parameters: Span<Float>,
    into output: inout MutableSpan<Lanes>
  ) {
    for index in 0..<(inputCount * blocks) { output[index] = activation.value(input[index]) }
  }

  /// ∂C/∂z = f′(z) ∂C/∂a
  public func backward(
    _ outputGradient: Span<Lanes>, input: Span<Lanes>, output: Span<Lanes>, blocks: Int,
    parameters: Span<Float>, inputGradient: inout MutableSpan<Lanes>,
    parameterGradient: inout MutableSpan<Float>, at offset: Int
  ) {
    if inputGradient.isEmpty { return }
    for index in 0..<(inputCount * blocks) {
      inputGradient[index] =
        activation.slope(at: input[index], value: output[index]) * outputGradient[index]
    }
  }
}
