/// The description of a block's own codes: the lengths of their words, packed themselves.
///
/// Source: RFC 1951, section 3.2.7.
struct DeflateHead {
  private let literalCount: Int
  private let distanceCount: Int
  /// Symbols of the code of lengths, each with what says how often it repeats, and bits for that.
  private let entries: [(symbol: Int, rest: Int, bits: Int)]
  private let code: PrefixCode
  private let codeCount: Int

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  init(_ literals: PrefixCode, _ distances: PrefixCode) {
    func used(_ lengths: [Int], atLeast least: Int) -> Int {
      max(least, (lengths.lastIndex { $0 > 0 } ?? -1) + 1)
    }
    literalCount = used(literals.lengths, atLeast: 257)
    distanceCount = used(distances.lengths, atLeast: 1)
    entries = Self.packed(
      Array(literals.lengths.prefix(literalCount) + distances.lengths.prefix(distanceCount)))
    var frequencies = Array(repeating: 0, count: 19)
    for entry in entries { frequencies[entry.symbol] += 1 }
    let code = PrefixCode(frequencies: frequencies, limit: 7)
    self.code = code
    codeCount = max(4, (Self.order.lastIndex { code.lengths[$0] > 0 } ?? -1) + 1)
  }

  /// The bits that it takes.
  var cost: Int {
    14 + 3 * codeCount + entries.reduce(0) { $0 + code.lengths[$1.symbol] + $1.bits }
  }

  func write(to writer: inout BitWriter) {
    writer.write(UInt32(literalCount - 257), count: 5)
    writer.write(UInt32(distanceCount - 1), count: 5)
    writer.write(UInt32(codeCount - 4), count: 4)
    for symbol in Self.order.prefix(codeCount) {
      writer.write(UInt32(code.lengths[symbol]), count: 3)
    }
    for entry in entries {
      code.write(entry.symbol, to: &writer)
      writer.write(UInt32(entry.rest), count: entry.bits)
    }
  }

  /// Runs of zeros and of equal lengths in fewer symbols.
  private static func packed(_ lengths: [Int]) -> [(symbol: Int, rest: Int, bits: Int)] {
    var entries: [(symbol: Int, rest: Int, bits: Int)] = []
    var index = 0
    while index < lengths.count {
      let length = lengths[index]
      let run = lengths[index...].prefix { $0 == length }.count
      if length == 0, run >= 3 {
        let count = min(run, 138)
        entries.append(count <= 10 ? (17, count - 3, 3) : (18, count - 11, 7))
        index += count
        continue
      }
      entries.append((length, 0, 0))
      index += 1
      var left = length == 0 ? 0 : run - 1
      while left >= 3 {
        let count = min(left, 6)
        entries.append((16, count - 3, 2))
        index += count
        left -= count
      }
    }
    return entries
  }
}
