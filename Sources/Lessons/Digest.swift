/// The SHA-256 hash of bytes: two messages with the same one are not to be found.
///
/// Source: NIST, *Secure Hash Standard*, FIPS 180-4 (2015), §4.1.2, §4.2.2, §5 and §6.2.
public struct Digest: Equatable, Hashable, Sendable, CustomStringConvertible {
  /// The 32 bytes.
  public let bytes: [UInt8]

  /// The hash of a message.
  public init(of message: some Sequence<UInt8>) {
    var message = Array(message)
    let bitCount = UInt64(message.count) * 8
    // A one, zeros, and the length fill the last block of 64 bytes.
    message.append(0x80)
    message += Array(repeating: 0, count: (120 - message.count % 64) % 64)
    message += (0..<8).map { UInt8(truncatingIfNeeded: bitCount >> (56 - 8 * UInt64($0))) }
    var state = Self.start
    var words = [UInt32](repeating: 0, count: 64)
    for block in stride(from: 0, to: message.count, by: 64) {
      Self.mix(message, from: block, &words, into: &state)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for word in state {
      bytes.append(UInt8(truncatingIfNeeded: word &>> 24))
      bytes.append(UInt8(truncatingIfNeeded: word &>> 16))
      bytes.append(UInt8(truncatingIfNeeded: word &>> 8))
      bytes.append(UInt8(truncatingIfNeeded: word))
    }
    self.bytes = bytes
  }

  /// The hash of a text in UTF-8.
  public init(of text: String) { self.init(of: text.utf8) }

  /// The hash that 64 hexadecimal digits tell, in lower case; nil for another text.
  public init?(digits: String) {
    let values = digits.utf8.compactMap { digit in Self.digits.firstIndex(of: digit) }
    guard digits.utf8.count == 64, values.count == 64 else { return nil }
    bytes = (0..<32).map { UInt8(values[2 * $0] << 4 | values[2 * $0 + 1]) }
  }

  /// 64 hexadecimal digits in lower case.
  public var description: String { text(bytes: 32) }

  /// Two hexadecimal digits for each of the first bytes.
  public func text(bytes count: Int) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(2 * count)
    for byte in bytes.prefix(count) {
      text.append(Self.digits[Int(byte >> 4)])
      text.append(Self.digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let digits = Array("0123456789abcdef".utf8)

  /// §6.2.2: the message schedule, and 64 rounds.
  ///
  /// Sweeps hash megabytes, in builds for debugging too: hence `while` and words that are used again.
  private static func mix(
    _ message: [UInt8], from block: Int, _ words: inout [UInt32], into state: inout [UInt32]
  ) {
    var t = 0
    while t < 16 {
      let place = block + 4 * t
      words[t] =
        UInt32(message[place]) << 24 | UInt32(message[place + 1]) << 16
        | UInt32(message[place + 2]) << 8 | UInt32(message[place + 3])
      t += 1
    }
    while t < 64 {
      let (early, late) = (words[t - 15], words[t - 2])
      let small = rotated(early, 7) ^ rotated(early, 18) ^ early &>> 3
      let large = rotated(late, 17) ^ rotated(late, 19) ^ late &>> 10
      words[t] = words[t - 16] &+ small &+ words[t - 7] &+ large
      t += 1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    t = 0
    while t < 64 {
      let choice = (e & f) ^ (~e & g)
      let first =
        h &+ (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ choice &+ constants[t]
        &+ words[t]
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ majority
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ second)
      t += 1
    }
    for (place, value) in [a, b, c, d, e, f, g, h].enumerated() { state[place] &+= value }
  }

  @inline(__always)
  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 - count)
  }

  /// §5.3.3: the first 32 bits of the fractions of the square roots of the first eight primes.
  private static let start: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  /// §4.2.2: those of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
