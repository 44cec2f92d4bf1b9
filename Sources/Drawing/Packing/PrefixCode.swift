/// A prefix code: short words for frequent symbols, none the beginning of another.
struct PrefixCode {
  /// Bits of each symbol's word; 0 for a symbol that has none.
  let lengths: [Int]
  /// Each symbol's word, its first bit the lowest.
  private let words: [UInt32]

  /// The code of these lengths, which all readers make alike.
  ///
  /// Source: RFC 1951, section 3.2.2.
  init(lengths: [Int]) {
    self.lengths = lengths
    var counts = [UInt32](repeating: 0, count: 17)
    for length in lengths where length > 0 { counts[length] += 1 }
    var next = [UInt32](repeating: 0, count: 17)
    for length in 1..<17 { next[length] = (next[length - 1] + counts[length - 1]) << 1 }
    words = lengths.map { length in
      guard length > 0 else { return 0 }
      defer { next[length] += 1 }
      return Self.reversed(next[length], count: length)
    }
  }

  /// The best code for these frequencies with words of at most so many bits.
  init(frequencies: [Int], limit: Int) {
    self.init(lengths: Self.lengths(frequencies, limit: limit))
  }

  /// Writes a symbol's word.
  func write(_ symbol: Int, to writer: inout BitWriter) {
    writer.write(words[symbol], count: lengths[symbol])
  }

  /// The bits that all symbols take.
  func cost(_ frequencies: [Int]) -> Int {
    zip(frequencies, lengths).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func reversed(_ word: UInt32, count: Int) -> UInt32 {
    (0..<count).reduce(UInt32(0)) { $0 << 1 | (word >> UInt32($1)) & 1 }
  }

  /// Package-merge: of coins of every symbol in every length, the cheapest that pay for the code.
  ///
  /// Source: L. L. Larmore, D. S. Hirschberg, "A fast algorithm for optimal length-limited Huffman
  /// codes", 1990.
  private static func lengths(_ frequencies: [Int], limit: Int) -> [Int] {
    var lengths = Array(repeating: 0, count: frequencies.count)
    let symbols = frequencies.indices.filter { frequencies[$0] > 0 }
      .sorted { (frequencies[$0], $0) < (frequencies[$1], $1) }
    guard symbols.count > 1 else {
      // A code of no word is none that readers take.
      if !lengths.isEmpty { lengths[symbols.first ?? 0] = 1 }
      return lengths
    }
    typealias Coin = (weight: Int, symbols: [Int])
    let leaves: [Coin] = symbols.map { (frequencies[$0], [$0]) }
    var packages: [Coin] = []
    for _ in 0..<limit {
      var coins: [Coin] = []
      var (leaf, package) = (0, 0)
      while leaf < leaves.count || package < packages.count {
        let takesLeaf =
          package >= packages.count
          || (leaf < leaves.count && leaves[leaf].weight <= packages[package].weight)
        coins.append(takesLeaf ? leaves[leaf] : packages[package])
        if takesLeaf { leaf += 1 } else { package += 1 }
      }
      packages = stride(from: 0, to: coins.count - 1, by: 2).map {
        (coins[$0].weight + coins[$0 + 1].weight, coins[$0].symbols + coins[$0 + 1].symbols)
      }
    }
    for package in packages.prefix(symbols.count - 1) {
      for symbol in package.symbols { lengths[symbol] += 1 }
    }
    return lengths
  }
}
