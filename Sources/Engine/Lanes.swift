/// One value of one unit for sixteen samples.
///
/// A batch of *n* samples is ⌈n/16⌉ blocks; activations are stored `[unit][block]`, so every layer
/// is plain loops over lanes. Lanes past the end of a batch hold finite filler and are masked where
/// sums over samples are taken.
public typealias Lanes = SIMD16<Float>

/// How many samples one `Lanes` holds.
public let laneCount = 16

/// The number of blocks that hold `count` samples: ⌈count/16⌉.
@inlinable public func blockCount(for count: Int) -> Int {
  (count + laneCount - 1) / laneCount
}

extension SIMD16<Float> {
  /// The sum of the sixteen lanes, always added in the same tree, so that every machine gets the
  /// same bits.
  @inlinable @inline(__always) var total: Float {
    let eight = lowHalf + highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }

  /// The lanes with those from `count` on set to 0; `count` is 1…16.
  @inlinable func keepingFirst(_ count: Int) -> Self {
    if count >= laneCount { return self }
    let index = Self(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    return replacing(with: 0, where: index .>= Float(count))
  }

  /// Each lane, or `bound` where the lane is above it; NaN stays NaN.
  ///
  /// Baseline x86-64 has an instruction for the minimum but none for a choice by a mask, which takes
  /// five; the compiler finds the first from a loop alone, and wide vectors from a mask alone.
  @inlinable @inline(__always) func atMost(_ bound: Float) -> Self {
    #if PERCEPT_NATIVE
      return replacing(with: bound, where: self .> bound)
    #else
      var lanes = self
      for lane in 0..<laneCount { lanes[lane] = self[lane] > bound ? bound : self[lane] }
      return lanes
    #endif
  }

  /// Each lane, or `bound` where the lane is below it; NaN stays NaN.
  @inlinable @inline(__always) func atLeast(_ bound: Float) -> Self {
    #if PERCEPT_NATIVE
      return replacing(with: bound, where: self .< bound)
    #else
      var lanes = self
      for lane in 0..<laneCount { lanes[lane] = self[lane] < bound ? bound : self[lane] }
      return lanes
    #endif
  }

  /// Whether every lane is a finite number.
  @inlinable var isFinite: Bool {
    // x − x is 0 for a finite x and NaN for an infinity or a NaN; NaN differs from everything.
    let difference = self - self
    return all(difference .== 0)
  }
}
