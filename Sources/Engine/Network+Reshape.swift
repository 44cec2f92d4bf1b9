extension Network {
  /// A network of another shape that keeps every number that still has a place.
  ///
  /// Hidden layers correspond from the input on, the output to the output. What belongs to a unit,
  /// its bias and its part of a normalisation, is kept where the unit is still there, a weight where
  /// the units at both of its ends are; the rest is drawn from `seed` as for a new network.
  ///
  /// - Parameters:
  ///   - spec: the new shape.
  ///   - inputs: for each new input the old one that it was, or nil for a new one.
  ///   - seed: draws what is new.
  public func reshaped(to spec: NetworkSpec, inputs: [Int?], seed: UInt64) -> Network {
    precondition(inputs.count == spec.inputCount, "every new input is the old one it was, or nil")
    var new = Network(spec, seed: seed)
    for level in new.levels.indices {
      guard let old = new.counterpart(of: level, in: self) else { continue }
      new.keepUnits(of: level, from: old, in: self)
      for unit in 0..<min(new.levels[level].units, levels[old].units) {
        for column in 0..<new.levels[level].columns {
          guard
            let source = new.source(of: column, level: level, from: old, in: self, inputs: inputs),
            let place = new.weightIndex(level: level, unit: unit, input: column),
            let oldPlace = weightIndex(level: old, unit: unit, input: source)
          else { continue }
          new.parameters[place] = parameters[oldPlace]
        }
      }
    }
    return new
  }

  /// The level of `old` that a level corresponds to.
  private func counterpart(of level: Int, in old: Network) -> Int? {
    if level == levels.count - 1 { return old.levels.count - 1 }
    return level < old.levels.count - 1 ? level : nil
  }

  /// The column of an old level's weights that a column was; nil for a new one.
  private func source(
    of column: Int, level: Int, from oldLevel: Int, in old: Network, inputs: [Int?]
  ) -> Int? {
    // The weights of a continuous layer run between its own units, whatever comes in.
    if isContinuous(level) && old.isContinuous(oldLevel) { return column }
    guard column < levels[level].inputs else { return nil }
    if level == 0 || oldLevel == 0 { return level == oldLevel ? inputs[column] : nil }
    return counterpart(of: level - 1, in: old) == oldLevel - 1 ? column : nil
  }

  private func isContinuous(_ level: Int) -> Bool {
    levels[level].layers.contains { layers[$0] is ODEBlock }
  }

  /// Takes over what the units of an old level hold each for themselves: all but the weights.
  private mutating func keepUnits(of level: Int, from oldLevel: Int, in old: Network) {
    let (new, before) = (levels[level], old.levels[oldLevel])
    Self.keep(
      unitRanges(of: level, { $0.parameterGroups }, new.parameters), of: &parameters,
      from: old.unitRanges(of: oldLevel, { $0.parameterGroups }, before.parameters),
      old.parameters)
    Self.keep(
      unitRanges(of: level, { $0.statisticGroups }, new.statistics), of: &statistics,
      from: old.unitRanges(of: oldLevel, { $0.statisticGroups }, before.statistics),
      old.statistics)
  }

  /// Copies the groups of the same name, unit by unit.
  private static func keep(
    _ ranges: [UnitRange], of numbers: inout [Float], from oldRanges: [UnitRange],
    _ oldNumbers: [Float]
  ) {
    for range in ranges {
      for oldRange in oldRanges where oldRange.name == range.name {
        for (place, oldPlace) in zip(range.range, oldRange.range) {
          numbers[place] = oldNumbers[oldPlace]
        }
      }
    }
  }

  private typealias UnitRange = (name: String, range: Range<Int>)

  /// The groups of a level with one number for each unit, and where they stand.
  private func unitRanges(
    of level: Int, _ groups: (any Layer) -> [ParameterGroup], _ all: Range<Int>
  ) -> [UnitRange] {
    var start = all.lowerBound
    var ranges: [UnitRange] = []
    for group in layers[levels[level].layers].flatMap(groups) {
      if group.shape == [levels[level].units] {
        ranges.append((group.name, start..<(start + group.count)))
      }
      start += group.count
    }
    return ranges
  }
}
