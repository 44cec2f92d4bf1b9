/// Bytes made smaller, as PNG holds them.
///
/// Source: P. Deutsch, "DEFLATE Compressed Data Format Specification", RFC 1951, 1996, and for the
/// frame around it RFC 1950.
enum Deflate {
  /// The bytes with the head and the checksum of zlib.
  static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    let sum = Checksums.adler32(bytes)
    let tail = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> UInt32($0)) }
    return [0x78, 0x9C] + compressed(bytes) + tail
  }

  /// The bytes alone.
  static func compressed(_ bytes: [UInt8]) -> [UInt8] {
    let tokens = Repetitions(bytes).tokens
    var writer = BitWriter()
    var start = 0
    repeat {
      let end = min(start + blockSize, tokens.count)
      write(tokens[start..<end], isLast: end == tokens.count, to: &writer)
      start = end
    } while start < tokens.count
    writer.finish()
    return writer.bytes
  }

  /// Tokens that share a code.
  private static let blockSize = 32768
  private static let endOfBlock = 256

  private static func write(
    _ tokens: ArraySlice<Repetitions.Token>, isLast: Bool, to writer: inout BitWriter
  ) {
    var literals = Array(repeating: 0, count: 286)
    var distances = Array(repeating: 0, count: 30)
    literals[endOfBlock] = 1
    for token in tokens {
      switch token {
      case .byte(let byte): literals[Int(byte)] += 1
      case .copy(let length, let distance):
        literals[257 + DeflateSteps.lengths.step(of: length)] += 1
        distances[DeflateSteps.distances.step(of: distance)] += 1
      }
    }
    let literalCode = PrefixCode(frequencies: literals, limit: 15)
    let distanceCode = PrefixCode(frequencies: distances, limit: 15)
    let head = DeflateHead(literalCode, distanceCode)
    let own = head.cost + literalCode.cost(literals) + distanceCode.cost(distances)
    let common = fixedLiterals.cost(literals) + fixedDistances.cost(distances)
    writer.write(isLast ? 1 : 0, count: 1)
    if own < common {
      writer.write(2, count: 2)
      head.write(to: &writer)
      write(tokens, literalCode, distanceCode, to: &writer)
    } else {
      writer.write(1, count: 2)
      write(tokens, fixedLiterals, fixedDistances, to: &writer)
    }
  }

  private static func write(
    _ tokens: ArraySlice<Repetitions.Token>, _ literals: PrefixCode, _ distances: PrefixCode,
    to writer: inout BitWriter
  ) {
    for token in tokens {
      switch token {
      case .byte(let byte): literals.write(Int(byte), to: &writer)
      case .copy(let length, let distance):
        let step = DeflateSteps.lengths.step(of: length)
        literals.write(257 + step, to: &writer)
        DeflateSteps.lengths.writeRest(of: length, step, to: &writer)
        let far = DeflateSteps.distances.step(of: distance)
        distances.write(far, to: &writer)
        DeflateSteps.distances.writeRest(of: distance, far, to: &writer)
      }
    }
    literals.write(endOfBlock, to: &writer)
  }

  /// The code that needs no description.
  private static let fixedLiterals = PrefixCode(
    lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = PrefixCode(lengths: Array(repeating: 5, count: 30))
}
