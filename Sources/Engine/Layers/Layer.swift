/// A group of a layer's parameters, as PyTorch would store it.
public struct ParameterGroup: Equatable, Sendable {
  /// The last part of its name: `weight`, `bias`, `norm.weight`.
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
/// All values of a pass stand in one vector of lanes, `[unit][block]`, and the gradients in another
/// of the same layout: what one layer writes, the next one reads, and `Place` says where. What a
/// layer keeps for the way back, or needs in between, stands in its scratch there.
public protocol Layer: Sendable {
  /// How many values a sample has before the layer.
  var inputCount: Int { get }
  /// How many values a sample has after the layer.
  var outputCount: Int { get }
  /// The parameters in the order in which they are stored; empty for a layer without any.
  var parameterGroups: [ParameterGroup] { get }
  /// Numbers that are gathered over batches rather than learned, such as a running mean.
  var statisticGroups: [ParameterGroup] { get }
  /// Values of a sample that the layer keeps beside its output.
  var scratchCount: Int { get }

  /// Writes the layer's first parameters.
  ///
  /// - Parameters:
  ///   - parameters: the layer's own, all 0.
  ///   - random: where chance comes from, and from nowhere else.
  func initialize(_ parameters: inout ArraySlice<Float>, using random: inout Random)

  /// Writes the layer's first statistics.
  ///
  /// - Parameter statistics: the layer's own, all 0.
  func initialize(statistics: inout ArraySlice<Float>)

  /// Writes the layer's output, and its scratch, for the input that stands in `values`.
  ///
  /// - Parameters:
  ///   - values: all values of the pass.
  ///   - pass: the batch, and whether it trains or evaluates.
  ///   - place: where the layer's numbers stand.
  ///   - parameters: the whole network's.
  ///   - statistics: the whole network's; read where `pass` evaluates.
  func forward(
    _ values: inout MutableSpan<Lanes>, _ pass: Pass, at place: Place, parameters: Span<Float>,
    statistics: Span<Float>)

  /// Carries ∂loss/∂output back to the input, if the place wants that, and to the parameters; both
  /// are overwritten.
  ///
  /// The gradient at the output is 0 in lanes past the end of the batch; that at the scratch is the
  /// layer's own to write.
  ///
  /// - Parameters:
  ///   - gradients: ∂loss/∂values, laid out like the values.
  ///   - values: as `forward` left them.
  ///   - pass: the one of `forward`.
  ///   - place: where the layer's numbers stand.
  ///   - parameters: the whole network's.
  ///   - parameterGradient: the whole network's.
  func backward(
    _ gradients: inout MutableSpan<Lanes>, values: Span<Lanes>, _ pass: Pass, at place: Place,
    parameters: Span<Float>, parameterGradient: inout MutableSpan<Float>)

  /// The units, among the values of a pass, whose slope jumps where they cross 0.
  func kinks(at place: Place) -> [Range<Int>]

  /// The units, among the values of a pass, that hold what an activation has given; a layer that
  /// applies one several times names the units each time, in the same order.
  func activated(at place: Place) -> [Range<Int>]

  /// The first of the units, among the values of a pass, that hold the sums z which an activation is
  /// applied to; nil for a layer without one. A layer that applies it several times names the first.
  func sums(at place: Place) -> Int?

  /// Where one can look at what the layer computes, in the order in which that is done; the last are
  /// its outputs.
  func stations(at place: Place) -> [Station]

  /// Gathers statistics of the batch that `forward` has just seen.
  func gather(
    _ statistics: inout MutableSpan<Float>, from values: Span<Lanes>, _ pass: Pass, at place: Place)
}

extension Layer {
  /// How many parameters the layer has.
  public var parameterCount: Int { parameterGroups.reduce(0) { $0 + $1.count } }

  /// How many statistics the layer has.
  public var statisticCount: Int { statisticGroups.reduce(0) { $0 + $1.count } }

  public var parameterGroups: [ParameterGroup] { [] }
  public var statisticGroups: [ParameterGroup] { [] }
  public var scratchCount: Int { 0 }

  public func initialize(_ parameters: inout ArraySlice<Float>, using random: inout Random) {}
  public func initialize(statistics: inout ArraySlice<Float>) {}
  public func kinks(at place: Place) -> [Range<Int>] { [] }
  public func activated(at place: Place) -> [Range<Int>] { [] }
  public func sums(at place: Place) -> Int? { nil }
  public func gather(
    _ statistics: inout MutableSpan<Float>, from values: Span<Lanes>, _ pass: Pass, at place: Place
  ) {}
}
