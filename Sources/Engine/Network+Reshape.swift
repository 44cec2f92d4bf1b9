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
    for (place, oldPlace) in new.origins(in: self, inputs: inputs).enumerated() {
      if let oldPlace { new.parameters[place] = parameters[oldPlace] }
    }
    for level in new.levels.indices {
      guard let old = new.counterpart(of: level, in: self) else { continue }
      let ranges = new.unitRanges(of: level, { $0.statisticGroups }, new.levels[level].statistics)
      let before = unitRanges(of: old, { $0.statisticGroups }, levels[old].statistics)
      for (place, oldPlace) in Self.pairs(ranges, before) {
        new.statistics[place] = statistics[oldPlace]
      }
    }
    new.kill(new.units(of: killed, in: self))
    return new
  }

  /// For each parameter the place where it was in an old network, as `reshaped` keeps them; nil for
  /// a new one.
  ///
  /// - Parameters:
  ///   - old: the network of another shape.
  ///   - inputs: for each input the old one that it was, or nil for a new one.
  public func origins(in old: Network, inputs: [Int?]) -> [Int?] {
    var origins = [Int?](repeating: nil, count: parameterCount)
    for level in levels.indices {
      guard let before = counterpart(of: level, in: old) else { continue }
      let ranges = unitRanges(of: level, { $0.parameterGroups }, levels[level].parameters)
      let oldRanges = old.unitRanges(
        of: before, { $0.parameterGroups }, old.levels[before].parameters)
      for (place, oldPlace) in Self.pairs(ranges, oldRanges) { origins[place] = oldPlace }
      for unit in 0..<min(levels[level].units, old.levels[before].units) {
        for column in 0..<levels[level].columns {
          guard
            let source = source(of: column, level: level, from: before, in: old, inputs: inputs),
            let place = weightIndex(level: level, unit: unit, input: column),
            let oldPlace = old.weightIndex(level: before, unit: unit, input: source)
          else { continue }
          origins[place] = oldPlace
        }
      }
    }
    return origins
  }

  /// The units of an old network that have a place in this one; hidden units stay hidden.
  public func units(of oldUnits: [UnitPlace], in old: Network) -> [UnitPlace] {
    oldUnits.filter { canKill($0) && counterpart(of: $0.level, in: old) == $0.level }
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

  /// Whether the units of a level look at each other, rather than at the level before.
  func isContinuous(_ level: Int) -> Bool {
    levels[level].layers.contains { layers[$0] is ODEBlock }
  }

  /// The places of the groups of the same name in the new and in the old level, unit by unit.
  private static func pairs(_ ranges: [UnitRange], _ oldRanges: [UnitRange]) -> [(Int, Int)] {
    ranges.flatMap { range in
      oldRanges.filter { $0.name == range.name }.flatMap { Array(zip(range.range, $0.range)) }
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
