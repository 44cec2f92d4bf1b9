/// A hash of bit patterns, FNV-1a with 64 bits: lowest byte first.
///
/// Source: G. Fowler, L. C. Noll, K.-P. Vo, *The FNV Non-Cryptographic Hash Algorithm* (1991).
public struct Fingerprint: Sendable {
  /// The hash of all bits so far.
  public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of no bits.
  public init() {}

  /// Takes in 32 bits.
  public mutating func add(_ bits: UInt32) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      value = (value ^ UInt64(bits >> shift & 0xff)) &* 0x100_0000_01b3
    }
  }
}
