/// A hash of numbers' bits: equal numbers, down to the last bit, have equal fingerprints.
///
/// FNV-1a with 64 bits, lowest byte first.
///
/// Source: G. Fowler, L. C. Noll, K.-P. Vo, *The FNV Non-Cryptographic Hash Algorithm* (1991).
public struct Fingerprint: Equatable, Sendable {
  /// The hash.
  public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The fingerprint of numbers in their order.
  public init(_ numbers: [Float]) {
    for number in numbers {
      for shift in [0, 8, 16, 24] as [UInt32] {
        value = (value ^ UInt64(number.bitPattern >> shift & 0xff)) &* 0x100_0000_01b3
      }
    }
  }

  /// Sixteen hexadecimal digits.
  public var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
