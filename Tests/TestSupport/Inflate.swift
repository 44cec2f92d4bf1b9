/// Reads what DEFLATE wrote, bit by bit as the specification says it, and refuses all that it does not.
///
/// Source: RFC 1951 and, for the frame around it, RFC 1950. It shares nothing with the writer.
public struct Inflate {
  /// What was wrong with the bytes.
  public struct Problem: Error, Equatable {
    public let text: String
  }

  /// The bytes that were packed.
  public private(set) var bytes: [UInt8] = []
  /// The kinds of the blocks in their order: 0 as they are, 1 with the common code, 2 with their own.
  public private(set) var kinds: [Int] = []

  private let packed: [UInt8]
  private var place = 0

  /// The bytes in a stream of zlib, whose checksum must be right.
  public init(zlib packed: [UInt8]) throws {
    guard packed.count >= 6, packed[0] & 15 == 8, (Int(packed[0]) << 8 | Int(packed[1])) % 31 == 0,
      packed[1] & 32 == 0
    else { throw Problem(text: "no head of zlib") }
    self.packed = Array(packed[2..<packed.count - 4])
    try readBlocks()
    var (first, second) = (1, 0)
    for byte in bytes {
      first = (first + Int(byte)) % 65521
      second = (second + first) % 65521
    }
    let sum = packed.suffix(4).reduce(0) { $0 << 8 | Int($1) }
    guard sum == second << 16 | first else { throw Problem(text: "wrong checksum") }
  }

  private mutating func bit() throws -> Int {
    guard place / 8 < packed.count else { throw Problem(text: "the stream ends too early") }
    defer { place += 1 }
    return Int(packed[place / 8] >> UInt8(place % 8)) & 1
  }

  private mutating func bits(_ count: Int) throws -> Int {
    var value = 0
    for index in 0..<count { value |= try bit() << index }
    return value
  }

  private mutating func readBlocks() throws {
    var isLast = false
    while !isLast {
      isLast = try bit() == 1
      let kind = try bits(2)
      kinds.append(kind)
      switch kind {
      case 0: try readPlain()
      case 1:
        let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
        try read(Code(lengths), Code(Array(repeating: 5, count: 32)))
      case 2:
        let (literals, distances) = try readCodes()
        try read(literals, distances)
      default: throw Problem(text: "a block of no kind")
      }
    }
    guard (place + 7) / 8 == packed.count else { throw Problem(text: "bytes after the last block") }
  }

  private mutating func readPlain() throws {
    place = (place + 7) / 8 * 8
    let count = try bits(16)
    guard try bits(16) == count ^ 0xFFFF else { throw Problem(text: "a length that is none") }
    for _ in 0..<count { bytes.append(UInt8(try bits(8))) }
  }

  /// Words by their length and value.
  private struct Code {
    var symbols: [[Int: Int]] = Array(repeating: [:], count: 16)

    init(_ lengths: [Int]) throws {
      var code = 0
      var space = 0
      for length in 1...15 {
        code <<= 1
        for (symbol, own) in lengths.enumerated() where own == length {
          symbols[length][code] = symbol
          code += 1
          space += 1 << (15 - length)
        }
      }
      let used = lengths.count { $0 > 0 }
      // Only a code of one word may leave room.
      guard space == 1 << 15 || used == 1 else {
        throw Problem(text: "a code that is not complete")
      }
    }
  }

  private mutating func symbol(_ code: Code) throws -> Int {
    var word = 0
    for length in 1...15 {
      word = word << 1 | (try bit())
      if let symbol = code.symbols[length][word] { return symbol }
    }
    throw Problem(text: "a word that is in no code")
  }

  private mutating func readCodes() throws -> (Code, Code) {
    let (literals, distances) = (try bits(5) + 257, try bits(5) + 1)
    let count = try bits(4) + 4
    var lengths = Array(repeating: 0, count: 19)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for place in order.prefix(count) { lengths[place] = try bits(3) }
    let code = try Code(lengths)
    var all: [Int] = []
    while all.count < literals + distances {
      switch try symbol(code) {
      case 16:
        guard let last = all.last else { throw Problem(text: "nothing to repeat") }
        all += Array(repeating: last, count: try bits(2) + 3)
      case 17: all += Array(repeating: 0, count: try bits(3) + 3)
      case 18: all += Array(repeating: 0, count: try bits(7) + 11)
      case let length: all.append(length)
      }
    }
    guard all.count == literals + distances, all[256] > 0 else {
      throw Problem(text: "lengths that do not add up")
    }
    return (try Code(Array(all[..<literals])), try Code(Array(all[literals...])))
  }

  private mutating func read(_ literals: Code, _ distances: Code) throws {
    let lengthBits = [
      0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    let lengthStarts = [
      3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
      163, 195, 227, 258,
    ]
    while true {
      let symbol = try symbol(literals)
      if symbol == 256 { return }
      guard symbol > 256 else {
        bytes.append(UInt8(symbol))
        continue
      }
      guard symbol < 286 else { throw Problem(text: "a length of no step") }
      let length = lengthStarts[symbol - 257] + (try bits(lengthBits[symbol - 257]))
      let step = try self.symbol(distances)
      guard step < 30 else { throw Problem(text: "a distance of no step") }
      let extra = max(0, step / 2 - 1)
      let start = step < 2 ? step + 1 : (2 + step % 2) << extra + 1
      let distance = start + (try bits(extra))
      guard distance <= bytes.count else { throw Problem(text: "a copy from before the start") }
      for _ in 0..<length { bytes.append(bytes[bytes.count - distance]) }
    }
  }
}
