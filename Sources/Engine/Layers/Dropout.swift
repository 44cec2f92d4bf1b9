/// Dropout, inverted: while training each value is kept with probability 1 − p and divided by it, or
/// else set to 0; while evaluating nothing happens, for the mean is right already.
///
/// Which values are dropped depends on the seed, the step and the layer's number alone.
///
/// Source: N. Srivastava et al., *Dropout: A Simple Way to Prevent Neural Networks from Overfitting*
/// (2014).
public struct Dropout: Layer {
  public let inputCount: Int
  public var outputCount: Int { inputCount }
  /// p, the share of values that is dropped, 0 up to below 1.
  public let rate: Float

  /// Dropout of `count` units.
  public init(count: Int, rate: Float) {
    inputCount = count
    self.rate = rate
  }

  /// The factor of each value, 0 or 1/(1 − p), is kept for the way back.
  public var scratchCount: Int { inputCount }

  public func stations(at place: Place) -> [Station] {
    [
      Station(.mask, units: inputCount, from: place.scratch),
      Station(.dropped, units: inputCount, from: place.output),
    ]
  }

  public func forward(
    _ values: inout MutableSpan<Lanes>, _ pass: Pass, at place: Place, parameters: Span<Float>,
    statistics: Span<Float>
  ) {
    let blocks = pass.blocks
    let source = place.input * blocks
    let target = place.output * blocks
    guard let draws = pass.draws, rate > 0 else {
      for index in 0..<(inputCount * blocks) { values[target + index] = values[source + index] }
      return
    }
    var random = Random(draws, stream: .dropout, index: place.number)
    // A value is dropped where 32 random bits, as a number, are below p · 2³².
    let threshold = UInt64(Double(rate) * 0x1p32)
    let factor = 1 / (1 - rate)
    let scratch = place.scratch * blocks
    for index in 0..<(inputCount * blocks) {
      var mask = Lanes()
      var lane = 0
      while lane < laneCount {
        let bits = random.next()
        mask[lane] = bits & 0xFFFF_FFFF < threshold ? 0 : factor
        mask[lane + 1] = bits >> 32 < threshold ? 0 : factor
        lane += 2
      }
      values[scratch + index] = mask
      values[target + index] = values[source + index] * mask
    }
  }

  public func backward(
    _ gradients: inout MutableSpan<Lanes>, values: Span<Lanes>, _ pass: Pass, at place: Place,
    parameters: Span<Float>, parameterGradient: inout MutableSpan<Float>
  ) {
    guard place.wantsInputGradient else { return }
    let blocks = pass.blocks
    let source = place.output * blocks
    let target = place.input * blocks
    let scratch = place.scratch * blocks
    let drops = pass.draws != nil && rate > 0
    for index in 0..<(inputCount * blocks) {
      let gradient = gradients[source + index]
      gradients[target + index] = drops ? gradient * values[scratch + index] : gradient
    }
  }
}
