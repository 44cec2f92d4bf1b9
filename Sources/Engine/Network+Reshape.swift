extension Network {
  /// A network of another shape that keeps every weight that still has a place.
  ///
  /// Hidden layers correspond from the input on, the output to the output. A bias is kept where its
  /// unit is still there, a weight where the units at both of its ends are; the rest is drawn from
  /// `seed` as for a new network. A normalisation keeps what it has for a unit.
  ///
  /// - Parameter inputs: for each new input the old one that it was, or nil for a new one.
  public func reshaped(to spec: NetworkSpec, inputs: [Int?], seed: UInt64) -> Network {
    precondition(inputs.count == spec.inputCount, "every new input is the old one it was, or nil")
    var new = Network(spec, seed: seed)
    for level in new.levels.indices {
      guard let old = new.counterpart(of: level, in: self) else { continue }
      let isFirst = level == 0 && old == 0
      let sourceMatches =
        level > 0 && old > 0 && new.counterpart(of: level - 1, in: self) == old - 1
      for unit in 0..<min(new.levels[level].units, levels[old].units) {
        new.parameters[new.biasIndex(level: level, unit: unit)] =
          parameters[biasIndex(level: old, unit: unit)]
        for input in 0..<new.levels[level].columns {
          // A level that follows its own units has columns past the inputs: they stay where they are.
          let source =
            isFirst && input < inputs.count
            ? inputs[input] : isFirst || sourceMatches ? input : nil
          guard let source,
            let place = new.weightIndex(level: level, unit: unit, input: input),
            let oldPlace = weightIndex(level: old, unit: unit, input: source)
          else { continue }
          new.parameters[place] = parameters[oldPlace]
        }
      }
      keepNormalization(of: old, in: &new, level)
    }
    return new
  }

  /// Keeps what a normalisation has learned and gathered for each unit, where the new level has the
  /// same kind of it.
  private func keepNormalization(of old: Int, in new: inout Network, _ level: Int) {
    guard new.normalization(level) == normalization(old) else { return }
    let (from, to) = (levels[old], new.levels[level])
    let shared = min(from.units, to.units)
    let kept = from.parameters.dropFirst(from.units * (from.columns + 1))
    let place = to.parameters.dropFirst(to.units * (to.columns + 1))
    // Both are rows of a number for each unit.
    for row in 0..<(kept.count / from.units) {
      for unit in 0..<shared {
        new.parameters[place.lowerBound + row * to.units + unit] =
          parameters[kept.lowerBound + row * from.units + unit]
      }
    }
    for row in 0..<(from.statistics.count / from.units) {
      for unit in 0..<shared {
        new.statistics[to.statistics.lowerBound + row * to.units + unit] =
          statistics[from.statistics.lowerBound + row * from.units + unit]
      }
    }
  }

  /// The kind of a level's normalisation; nil for none.
  private func normalization(_ level: Int) -> String? {
    spec.hidden.indices.contains(level) ? spec.hidden[level].normalization : nil
  }

  /// The level of `old` that a level corresponds to.
  private func counterpart(of level: Int, in old: Network) -> Int? {
    if level == levels.count - 1 { return old.levels.count - 1 }
    return level < old.levels.count - 1 ? level : nil
  }
}
