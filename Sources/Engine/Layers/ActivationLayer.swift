/// An activation of a layer's units: a = f(z).
public struct ActivationLayer: Layer {
  public let inputCount: Int
  public var outputCount: Int { inputCount }
  /// f.
  public let activation: Activation

  /// The activation of `count` units.
  public init(count: Int, activation: Activation) {
    self.inputCount = count
    self.activation = activation
  }

  /// a = f(z)
  public func forward(
    _ values: inout MutableSpan<Lanes>, _ pass: Pass, at place: Place, parameters: Span<Float>,
    statistics: Span<Float>
  ) {
    activation.apply(
      &values, from: place.input, to: place.output, units: inputCount, blocks: pass.blocks)
  }

  /// ∂C/∂z = f′(z) ∂C/∂a
  public func backward(
    _ gradients: inout MutableSpan<Lanes>, values: Span<Lanes>, _ pass: Pass, at place: Place,
    parameters: Span<Float>, parameterGradient: inout MutableSpan<Float>
  ) {
    guard place.wantsInputGradient else { return }
    activation.applySlope(
      &gradients, values: values, from: place.output, to: place.input, units: inputCount,
      blocks: pass.blocks)
  }

  public func kinks(at place: Place) -> [Range<Int>] {
    activation.hasKink ? [place.input..<(place.input + inputCount)] : []
  }

  public func sums(at place: Place) -> Int? { place.input }

  public func stations(at place: Place) -> [Station] {
    [Station(.activated, units: outputCount, from: place.output)]
  }

  public func activated(at place: Place) -> [Range<Int>] {
    [place.output..<(place.output + outputCount)]
  }
}
