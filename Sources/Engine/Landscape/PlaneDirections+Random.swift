extension PlaneDirections {
  /// Two random directions, each unit's part of which is as long as the unit's own weights.
  ///
  /// A unit with weights of length 10 hardly notices a change by 1, one with weights of length 0.1 is
  /// another unit: scaled like this, pictures of different networks can be compared. Biases and the
  /// scales and shifts of normalisations stay as they are, as in the source's own pictures; so do
  /// frozen parameters. The two parts of each unit are at right angles, and with them the directions;
  /// a unit with a single weight leaves no choice, and there the signs make the best of it. Where all
  /// weights are 0, which says nothing about a scale, each part has length 1.
  ///
  /// Source: H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein, *Visualizing the Loss Landscape of
  /// Neural Nets* (2018), §4, “filter normalization”; right angles are our own addition.
  ///
  /// - Parameters:
  ///   - network: the weights that the plane goes through.
  ///   - frozen: places of parameters that both directions leave alone.
  ///   - seed: any number; it has a stream of its own.
  ///   - number: tells several pairs of one seed apart.
  public init(randomFor network: Network, frozen: [Int] = [], seed: UInt64, number: Int = 0) {
    var random = Random(
      seed: seed, stream: .landscape, index: UInt64(number & 0x7FFF_FFFF))
    var first = [Float](repeating: 0, count: network.parameterCount)
    var second = first
    let held = Set(frozen)
    let hasScale = network.weights.contains { matrix in
      matrix.range.contains { network.parameters[$0] != 0 }
    }
    var mixed = 0.0
    for matrix in network.weights where matrix.columns > 0 {
      for start in stride(
        from: matrix.range.lowerBound, to: matrix.range.upperBound, by: matrix.columns)
      {
        let row = start..<(start + matrix.columns)
        var pair = RowPair(count: row.count, using: &random)
        pair.drop(row.filter(held.contains).map { $0 - start })
        let free = row.filter { !held.contains($0) }.map { Double(network.parameters[$0]) }
        let length = hasScale ? free.reduce(0) { $0 + $1 * $1 }.squareRoot() : 1
        pair.fit(to: length, balancing: mixed)
        mixed += pair.product
        for (offset, index) in row.enumerated() {
          first[index] = Float(pair.first[offset])
          second[index] = Float(pair.second[offset])
        }
      }
    }
    self.init(first: first, second: second)
  }
}

/// The parts of two directions that belong to one unit.
private struct RowPair {
  var first: [Double] = []
  var second: [Double] = []

  init(count: Int, using random: inout Random) {
    for _ in 0..<count {
      first.append(random.normal())
      second.append(random.normal())
    }
  }

  /// Σ of the products of both.
  var product: Double { zip(first, second).reduce(0) { $0 + $1.0 * $1.1 } }

  /// Leaves these places of the row alone.
  mutating func drop(_ places: [Int]) {
    for place in places {
      first[place] = 0
      second[place] = 0
    }
  }

  /// Puts the second at right angles to the first and gives both this length.
  ///
  /// - Parameter sum: the product of all rows before, against which a single weight's sign goes.
  mutating func fit(to length: Double, balancing sum: Double) {
    scale(\.first, to: length)
    let square = first.reduce(0) { $0 + $1 * $1 }
    if square > 0, first.count(where: { $0 != 0 }) > 1 {
      let share = product / square
      for place in second.indices { second[place] -= share * first[place] }
    }
    scale(\.second, to: length)
    if product * sum > 0, first.count(where: { $0 != 0 }) == 1 {
      for place in second.indices { second[place] = -second[place] }
    }
  }

  private mutating func scale(_ part: WritableKeyPath<RowPair, [Double]>, to length: Double) {
    let own = self[keyPath: part].reduce(0) { $0 + $1 * $1 }.squareRoot()
    let factor = own > 0 ? length / own : 0
    for place in self[keyPath: part].indices { self[keyPath: part][place] *= factor }
  }
}
