/// A group of a layer's parameters, as PyTorch would store it.
public struct ParameterGroup: Equatable, Sendable {
  /// The last part of its name: `weight`, `bias`.
  public let name: String
  /// Its dimensions, `[out, in]` for a weight matrix, laid out row by row.
  public let shape: [Int]
  /// Whether regularisation applies to it.
  public let isRegularized: Bool

  /// How many parameters it has.
  public var count: Int { shape.reduce(1, *) }
}

/// How numbers flow through one layer of a network, without the numbers.
///
/// Values are `[unit][block]` in lanes, compact for the given number of blocks. A layer's
/// parameters are a part of the network's flat vector, in the order of `parameterGroups`.
public protocol Layer: Sendable {
  /// How many values a sample has before the layer.
  var inputCount: Int { get }
  /// How many values a sample has after the layer.
  var outputCount: Int { get }
  /// The parameters in the order in which they are stored; empty for a layer without any.
  var parameterGroups: [ParameterGroup] { get }

  /// Writes the layer's first parameters.
  ///
  /// - Parameter parameters: the layer's own, all 0.
  func initialize(_ parameters: inout ArraySlice<Float>, using random: inout Random)

  /// Writes the layer's output for `input`.
  ///
  /// - Parameter parameters: the layer's own.
  func forward(
    _ input: Span<Lanes>, blocks: Int, parameters: Span<Float>,
    into output: inout MutableSpan<Lanes>
  )

  /// Carries ∂loss/∂output back to the input and the parameters, both overwritten.
  ///
  /// - Parameters:
  ///   - outputGradient: ∂loss/∂output; 0 in lanes past the end of the batch.
  ///   - parameters: the layer's own.
  ///   - inputGradient: receives ∂loss/∂input, or is empty where nobody needs it.
  ///   - parameterGradient: the whole network's; the layer's part starts at `offset`.
  func backward(
    _ outputGradient: Span<Lanes>, input: Span<Lanes>, output: Span<Lanes>, blocks: Int,
    parameters: Span<Float>, inputGradient: inout MutableSpan<Lanes>,
    parameterGradient: inout MutableSpan<Float>, at offset: Int
  )
}

extension Layer {
  /// How many parameters the layer has.
  public var parameterCount: Int { parameterGroups.reduce(0) { $0 + $1.count } }

  /// A layer without parameters has none to set.
  public func initialize(_ parameters: inout ArraySlice<Float>, using random: inout Random) {}
}
