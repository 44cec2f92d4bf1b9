extension Network {
  /// What follows a level, as a network of its own: it takes what the units of the level give, and
  /// answers as the whole network does.
  ///
  /// So the output can be looked at as a function of those units. Killed units stay killed.
  ///
  /// - Parameter level: a hidden level, counted from 0; −1 stands for the inputs, which the whole
  ///   network follows.
  /// - Returns: nil if there is no such level, or nothing follows it.
  public func tail(after level: Int) -> Network? {
    guard level >= 0 else { return level == -1 ? self : nil }
    guard level < levels.count - 1 else { return nil }
    var spec = spec
    spec.inputCount = levels[level].units
    spec.hidden.removeFirst(level + 1)
    var tail = Network(spec, seed: 0)
    tail.parameters = Array(parameters[levels[level].parameters.upperBound...])
    tail.statistics = Array(statistics[levels[level].statistics.upperBound...])
    let first = level + 1
    tail.kill(
      killed.filter { $0.level >= first }.map {
        UnitPlace(level: $0.level - first, unit: $0.unit)
      })
    return tail
  }
}
