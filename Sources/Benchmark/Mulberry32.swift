/// The generator that draws the benchmark's points and weights, so that they are those of the other
/// programs it was compared with. Everything else uses the engine's `Random`.
///
/// Source: T. Ettinger, *Mulberry32* (2017), in the public domain.
struct Mulberry32 {
  private var state: UInt32

  /// The generator of a seed.
  init(seed: UInt32) { state = seed }

  /// The next number, 0 up to below 1, in steps of 2⁻³².
  mutating func unit() -> Double {
    state &+= 0x6D2B_79F5
    var t = (state ^ (state >> 15)) &* (state | 1)
    t ^= t &+ ((t ^ (t >> 7)) &* (t | 61))
    return Double(t ^ (t >> 14)) / 0x1p32
  }
}
