/// The pieces that a network of straight lines cuts the plane into.
///
/// A relu is one straight line where its sum is above 0 and another where it is not. Where the same
/// units of all hidden levels are on, the network as a whole is linear in what it takes in, so each
/// *pattern* of units that are on is a piece of its own, and a pattern may cover several regions that
/// do not touch. Counted at the centres of pixels: a piece too small to hold one is not seen.
///
/// Source: G. Montúfar, R. Pascanu, K. Cho, Y. Bengio, *On the Number of Linear Regions of Deep Neural
/// Networks* (2014).
public struct LinearPieces: Equatable, Sendable {
  /// Pixels a row.
  public let width: Int
  /// The pattern of each pixel, row by row, numbered from 0 in the order in which they are met.
  public let patterns: [Int]
  /// A number for each pattern that depends on the units that are on alone, so that it stays the same
  /// from picture to picture, for a colour.
  public let hashes: [UInt64]
  /// How many units are on in each pattern. Across a line where one unit sets in it differs by one,
  /// so that odd and even tell neighbours apart.
  public let onCounts: [Int]
  /// How many regions there are: pixels of one pattern that touch along an edge.
  public let regionCount: Int

  /// How many patterns there are.
  public var patternCount: Int { hashes.count }

  /// Looks at a network over a grid.
  ///
  /// - Parameters:
  ///   - network: any.
  ///   - samples: a sample for each pixel, row by row.
  ///   - width: pixels a row.
  /// - Returns: nil unless every hidden level is dense, without normalisation, and linear, relu or
  ///   leaky relu: others bend, or have no piece of their own.
  public init?(of network: Network, over samples: Samples, width: Int) {
    guard network.spec.isPiecewiseLinear else { return nil }
    self.init(of: network, sums: network.sums(for: samples), width: width)
  }

  /// Looks at a network whose sums over a grid are known already.
  ///
  /// - Parameters:
  ///   - network: any.
  ///   - sums: what `Network.sums` gives for a sample for each pixel, row by row.
  ///   - width: pixels a row.
  /// - Returns: nil unless the network is piecewise linear, as above.
  public init?(of network: Network, sums: [[[Float]]], width: Int) {
    let count = sums.last?.first?.count ?? 0
    precondition(width >= 1 && count % width == 0, "rows are equally long")
    guard network.spec.isPiecewiseLinear else { return nil }
    let words = Self.words(of: network, sums, count: count)
    var numbers: [[UInt64]: Int] = [:]
    var hashes: [UInt64] = []
    var onCounts: [Int] = []
    var patterns: [Int] = []
    patterns.reserveCapacity(count)
    for pixel in 0..<count {
      // Most pixels are like the one before them, which needs no look into the table.
      if pixel > 0, words.allSatisfy({ $0[pixel] == $0[pixel - 1] }) {
        patterns.append(patterns[pixel - 1])
        continue
      }
      let pattern = words.map { $0[pixel] }
      if let number = numbers[pattern] {
        patterns.append(number)
        continue
      }
      numbers[pattern] = hashes.count
      patterns.append(hashes.count)
      hashes.append(Self.hash(pattern))
      onCounts.append(pattern.reduce(0) { $0 + $1.nonzeroBitCount })
    }
    self.width = width
    self.patterns = patterns
    self.hashes = hashes
    self.onCounts = onCounts
    regionCount = Self.regionCount(of: patterns, width: width)
  }

  /// Which units are on, 64 of them to a word: `[word][pixel]`. Killed units and those without a kink
  /// tell nothing.
  private static func words(
    of network: Network, _ sums: [[[Float]]], count pixels: Int
  ) -> [[UInt64]] {
    var words: [[UInt64]] = []
    var word = [UInt64](repeating: 0, count: pixels)
    var count = 0
    for (number, level) in network.spec.hidden.enumerated() where level.activation.hasKink {
      for unit in 0..<level.units
      where !network.killed.contains(UnitPlace(level: number, unit: unit)) {
        mark(&word, sums[number][unit], bit: 1 << (count % 64))
        count += 1
        guard count % 64 == 0 else { continue }
        words.append(word)
        word = Array(repeating: 0, count: pixels)
      }
    }
    if count % 64 != 0 { words.append(word) }
    return words
  }

  /// Sets a bit where a sum is above 0.
  private static func mark(_ word: inout [UInt64], _ sums: borrowing [Float], bit: UInt64) {
    var target = word.mutableSpan
    let sums = sums.span
    for pixel in 0..<min(target.count, sums.count) {
      target[pixel] |= sums[pixel] > 0 ? bit : 0
    }
  }

  private static func hash(_ pattern: [UInt64]) -> UInt64 {
    pattern.reduce(0x9E37_79B9_7F4A_7C15) { hash, word in
      let mixed = (hash ^ word) &* 0xBF58_476D_1CE4_E5B9
      return mixed ^ (mixed >> 29)
    }
  }

  /// Pixels join the regions of the pixels to the left and above, if the pattern is theirs.
  private static func regionCount(of patterns: [Int], width: Int) -> Int {
    var parents = Array(patterns.indices)
    var count = 0
    func root(_ pixel: Int) -> Int {
      var pixel = pixel
      while parents[pixel] != pixel {
        parents[pixel] = parents[parents[pixel]]
        pixel = parents[pixel]
      }
      return pixel
    }
    for pixel in patterns.indices {
      count += 1
      let before = [pixel % width == 0 ? -1 : pixel - 1, pixel - width]
      for other in before where other >= 0 && patterns[other] == patterns[pixel] {
        let (one, two) = (root(other), root(pixel))
        if one != two {
          parents[max(one, two)] = min(one, two)
          count -= 1
        }
      }
    }
    return count
  }
}

extension NetworkSpec {
  /// Whether every hidden level is dense, without normalisation, and made of straight lines.
  public var isPiecewiseLinear: Bool {
    hidden.allSatisfy { level in
      level.wiring == Dense.name && level.normalization == nil
        && [.linear, .relu, .leakyReLU].contains(level.activation)
    }
  }
}
