/// Bytes as what is new in them and what repeats something before.
///
/// Source: J. Ziv, A. Lempel, "A universal algorithm for sequential data compression", 1977.
struct Repetitions {
  /// A byte, or so many bytes that stand so far before.
  enum Token: Equatable {
    case byte(UInt8)
    case copy(length: Int, distance: Int)
  }

  /// The tokens in the order of the bytes.
  private(set) var tokens: [Token] = []

  private static let window = 32768
  private static let lengths = 3...258
  /// So many earlier places are compared at most; more find little.
  private static let patience = 48
  /// A repetition as long as this is not looked behind for a better one.
  private static let enough = 96

  init(_ bytes: [UInt8]) {
    // The newest place of every three bytes, by a number made of them, and the one before it.
    var newest = [Int32](repeating: -1, count: 1 << 15)
    var older = [Int32](repeating: -1, count: Self.window)
    var held: (length: Int, distance: Int)?
    var index = 0
    func note(_ place: Int) {
      guard place + 2 < bytes.count else { return }
      let key = Self.key(bytes, place)
      older[place % Self.window] = newest[key]
      newest[key] = Int32(truncatingIfNeeded: place)
    }
    while index < bytes.count {
      var found: (length: Int, distance: Int)?
      if (held?.length ?? 0) < Self.enough {
        found = Self.longest(bytes, index, newest, older, above: held?.length ?? 2)
      }
      if let last = held, found == nil {
        // The one found a byte before is the better one.
        tokens.append(.copy(length: last.length, distance: last.distance))
        let end = index - 1 + last.length
        while index < end {
          note(index)
          index += 1
        }
        held = nil
        continue
      }
      if held != nil { tokens.append(.byte(bytes[index - 1])) }
      held = found
      if found == nil { tokens.append(.byte(bytes[index])) }
      note(index)
      index += 1
    }
    if held != nil { tokens.append(.byte(bytes[bytes.count - 1])) }
  }

  private static func key(_ bytes: [UInt8], _ place: Int) -> Int {
    let word =
      UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16
    return Int((word &* 0x9E37_79B1) >> 17)
  }

  /// The longest repetition at a place that is longer than a length; nil if there is none.
  private static func longest(
    _ bytes: [UInt8], _ place: Int, _ newest: [Int32], _ older: [Int32], above least: Int
  ) -> (length: Int, distance: Int)? {
    let limit = min(lengths.upperBound, bytes.count - place)
    guard limit > least, limit >= lengths.lowerBound else { return nil }
    var best: (length: Int, distance: Int)?
    var length = least
    var candidate = Int(newest[key(bytes, place)])
    for _ in 0..<patience {
      guard candidate >= 0, place - candidate < window else { break }
      if bytes[candidate + length] == bytes[place + length] {
        var count = 0
        while count < limit, bytes[candidate + count] == bytes[place + count] { count += 1 }
        if count > length {
          (length, best) = (count, (count, place - candidate))
          if count == limit { break }
        }
      }
      let next = Int(older[candidate % window])
      // An older place has been written over.
      guard next < candidate else { break }
      candidate = next
    }
    return best
  }
}
