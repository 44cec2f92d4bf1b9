/// Sums by which a reader finds out that bytes were damaged.
enum Checksums {
  /// The remainder of the bytes as a polynomial.
  ///
  /// Source: PNG specification, third edition, annex D; ISO 3309.
  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc = remainders[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ (crc >> 8)
    }
    return ~crc
  }

  /// The remainder of every byte.
  private static let remainders: [UInt32] = (0..<256).map { byte in
    var value = UInt32(byte)
    for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    return value
  }

  /// Two sums modulo 65521, the second one of the first.
  ///
  /// Source: RFC 1950, section 8.2.
  static func adler32(_ bytes: [UInt8]) -> UInt32 {
    var (first, second): (UInt32, UInt32) = (1, 0)
    var index = 0
    while index < bytes.count {
      // So many bytes can be added before a sum overflows.
      let end = min(index + 5552, bytes.count)
      while index < end {
        first &+= UInt32(bytes[index])
        second &+= first
        index += 1
      }
      first %= 65521
      second %= 65521
    }
    return second << 16 | first
  }
}
