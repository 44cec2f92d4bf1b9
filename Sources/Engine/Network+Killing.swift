/// Units that are switched off by hand, to see what a network does without them.
///
/// A killed unit hands on exactly 0 for every sample, in training and in use: after its activation,
/// its dropout and the shortcut of a residual block. No gradient comes back to it, so what belongs to
/// it learns nothing from the data; penalties still act on its weights. Its own sum is computed all
/// the same: a layer normalisation counts it among the others, and the solver of a continuous layer
/// works with it to the end.
///
/// Source: R. Meyes et al., *Ablation Studies in Artificial Neural Networks* (2019).
extension Network {
  /// Where the output of a killed unit stands.
  struct Silence: Equatable, Sendable {
    /// The layer that writes it, the last of its level.
    let layer: Int
    /// Its place among the values of a pass.
    let unit: Int
  }

  /// Whether a unit can be killed: it exists, and is no unit of the output, whose answer is needed.
  public func canKill(_ unit: UnitPlace) -> Bool {
    levels.indices.dropLast().contains(unit.level)
      && levels[unit.level].units > unit.unit && unit.unit >= 0
  }

  /// Kills these units and no others; what can't be killed is left out.
  public mutating func kill(_ units: [UnitPlace]) {
    killed = Set(units.filter(canKill)).sorted()
    // Levels write in rising order, so the silences are in the order of the layers.
    silences = killed.map { place in
      Silence(
        layer: levels[place.level].layers.upperBound - 1,
        unit: levels[place.level].output + place.unit)
    }
  }
}

extension MutableSpan<Lanes> {
  /// Sets all lanes of a unit to 0.
  @inline(__always)
  mutating func silence(_ unit: Int, blocks: Int) {
    for index in (unit * blocks)..<((unit + 1) * blocks) { self[index] = Lanes() }
  }
}
