/// Spreads a seed: every seed, 0 and small ones included, gives unrelated numbers.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, *Fast Splittable Pseudorandom Number Generators*
/// (2014).
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// What random numbers are for. Each purpose has a stream of its own, so that drawing more of one
/// never changes another.
public enum RandomStream: UInt64, Sendable {
  /// The points of a data set.
  case data = 1
  /// Which points are for training.
  case split
  /// The first weights of a network.
  case initialization
  /// The order of the samples in an epoch.
  case order
  /// Which values dropout drops.
  case dropout
  /// What is added to inputs while training.
  case noise
  /// The directions in which the loss is looked at, and the start of the search for its curvature.
  case landscape
  /// The configurations of a sweep.
  case sweep
}

/// Random numbers that depend on a seed and nothing else, on any machine.
///
/// Source: xoshiro256** by D. Blackman and S. Vigna, *Scrambled Linear Pseudorandom Number
/// Generators* (2021), its state filled by SplitMix64.
public struct Random: RandomNumberGenerator, Equatable, Sendable {
  private var a: UInt64
  private var b: UInt64
  private var c: UInt64
  private var d: UInt64

  /// The numbers for one purpose; `index` tells apart several of a kind, such as layers.
  public init(seed: UInt64, stream: RandomStream, index: UInt64 = 0) {
    var mix = SplitMix64(seed: seed)
    let base = mix.next()
    var streamMix = SplitMix64(seed: base ^ (stream.rawValue << 32 | index))
    a = streamMix.next()
    b = streamMix.next()
    c = streamMix.next()
    d = streamMix.next()
  }

  /// The numbers of one training step: they depend on the step and not on the steps before, so that
  /// nothing has to be kept of them.
  init(_ draws: Pass.Draws, stream: RandomStream, index: Int) {
    var mix = SplitMix64(seed: draws.seed)
    var stepMix = SplitMix64(seed: mix.next() ^ UInt64(draws.step))
    self.init(seed: stepMix.next(), stream: stream, index: UInt64(index))
  }

  /// The numbers that go on where others were; nil unless there are four words, not all 0, for from
  /// there only 0 would come.
  init?(state: [UInt64]) {
    guard state.count == 4, state.contains(where: { $0 != 0 }) else { return nil }
    (a, b, c, d) = (state[0], state[1], state[2], state[3])
  }

  /// Four words: all that the numbers to come depend on.
  var state: [UInt64] { [a, b, c, d] }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let product = b &* 5
    let result = (product << 7 | product >> 57) &* 9
    let shifted = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = d << 45 | d >> 19
    return result
  }

  /// A number in [0, 1), one of 2⁵³ equally likely ones.
  public mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number in [low, high).
  public mutating func uniform(_ low: Double, _ high: Double) -> Double {
    let value = low + (high - low) * unit()
    // The sum may round up to the bound that is left out.
    return value < high ? value : max(low, high.nextDown)
  }

  /// A whole number in 0..<count, each equally likely; `count` is at least 1.
  ///
  /// Source: D. Lemire, *Fast Random Integer Generation in an Interval* (2019).
  public mutating func below(_ count: Int) -> Int {
    let bound = UInt64(count)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// A normally distributed number with mean 0 and standard deviation 1.
  ///
  /// Source: the polar method of G. Marsaglia and T. A. Bray (1964); the second number of each
  /// pair is not kept, so that the state is the seed's alone.
  public mutating func normal() -> Double {
    while true {
      let u = uniform(-1, 1)
      let v = uniform(-1, 1)
      let s = u * u + v * v
      if s > 0 && s < 1 { return u * (-2 * Elementary.logarithm(s) / s).squareRoot() }
    }
  }

  /// Puts the values in a random order, each equally likely.
  public mutating func shuffle<Value>(_ values: inout [Value]) {
    var order = Array(values.indices)
    shuffle(&order)
    values = order.map { [values] in values[$0] }
  }

  /// Puts whole numbers in a random order, each equally likely (Fisher and Yates).
  ///
  /// It stands apart from the generic form because that one allocates for every swap where the
  /// compiler cannot specialise it: in debug builds, which optimise each file by itself.
  public mutating func shuffle(_ values: inout [Int]) {
    var last = values.count - 1
    while last > 0 {
      values.swapAt(last, below(last + 1))
      last -= 1
    }
  }
}
