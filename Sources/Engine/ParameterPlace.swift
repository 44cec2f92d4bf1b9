/// What one number among a network's parameters is.
public struct ParameterPlace: Equatable, Sendable {
  /// The part that it plays.
  public enum Part: Equatable, Sendable {
    /// A weight: by what a unit multiplies a value of the level before, counted from 0.
    case weight(input: Int)
    /// A weight of a continuous layer, whose units look at each other: at that unit, from 0.
    case ownWeight(from: Int)
    /// What is added to the weighted sum.
    case bias
    /// γ, by what a normalised sum is multiplied.
    case scale
    /// β, what is added to a normalised sum.
    case shift
  }

  /// Its place in `Network.parameters`.
  public let index: Int
  /// The unit that it belongs to, with its level.
  public let unit: UnitPlace
  /// The part that it plays there.
  public let part: Part

  /// Whether it is a weight, which regularisation applies to.
  public var isWeight: Bool {
    switch part {
    case .weight, .ownWeight: true
    case .bias, .scale, .shift: false
    }
  }
}

extension Network {
  /// What a parameter is; nil for a number that is no place of one.
  public func place(ofParameter index: Int) -> ParameterPlace? {
    guard let number = levels.firstIndex(where: { $0.parameters.contains(index) }) else {
      return nil
    }
    let level = levels[number]
    let matrix = level.units * level.columns
    let offset = index - level.weights
    // What follows the matrix is one number for each unit, group after group.
    let isInMatrix = offset < matrix
    let unit = isInMatrix ? offset / max(1, level.columns) : (offset - matrix) % level.units
    let part: ParameterPlace.Part
    if isInMatrix {
      let column = offset % level.columns
      part = isContinuous(number) ? .ownWeight(from: column) : .weight(input: column)
    } else {
      switch (offset - matrix) / level.units {
      case 0: part = .bias
      case 1: part = .scale
      default: part = .shift
      }
    }
    return ParameterPlace(
      index: index, unit: UnitPlace(level: number, unit: unit), part: part)
  }

  /// What every parameter is, in their order.
  public var parameterPlaces: [ParameterPlace] {
    parameters.indices.compactMap { place(ofParameter: $0) }
  }

  /// The parameters that belong to a unit: its incoming weights, its bias, its part of a
  /// normalisation.
  public func parameters(of unit: UnitPlace) -> [Int] {
    guard levels.indices.contains(unit.level) else { return [] }
    return levels[unit.level].parameters.filter { place(ofParameter: $0)?.unit == unit }
  }
}
