/// Changes of single numbers and units by hand, in the middle of training.
///
/// Counters, order and the optimiser's moments go on as they are. Early stopping forgets its best,
/// which is none of the changed network's.
extension Trainer {
  /// Freezes these parameters and no others: after every step they have the bits from before it,
  /// whatever optimiser, penalty, decay or largest length is at work.
  ///
  /// Their gradient counts as 0 before anything is clipped, so it takes no share of the gradient's
  /// length, and the optimiser's moments of them fade as with such a gradient.
  ///
  /// - Parameter indices: places in `Network.parameters`, in any order.
  public mutating func freeze(_ indices: [Int]) {
    let known = indices.filter { network.parameters.indices.contains($0) }
    frozen = Set(known).sorted()
    held = Array(repeating: 0, count: frozen.count)
    watch()
  }

  /// Kills these units and no others; see `Network.kill`.
  public mutating func kill(_ units: [UnitPlace]) {
    network.kill(units)
    watch()
  }

  /// Gives a parameter another value, frozen or not.
  ///
  /// - Precondition: the place is one of a parameter, and the value is finite.
  public mutating func setParameter(_ index: Int, to value: Float) {
    precondition(network.parameters.indices.contains(index), "there is no such parameter")
    precondition(value.isFinite, "a parameter is a finite number")
    network.parameters[index] = value
    watch()
  }
}

extension Trainer {
  /// About how much memory its numbers take up, by the counts of its arrays.
  public var byteCount: Int {
    let lanes =
      samples.inputs.count + samples.targets.count + workspace.values.count
      + workspace.gradients.count + workspace.targets.count
    let moments = spec.optimizer.momentNames.count
    return lanes * MemoryLayout<Lanes>.stride + 8 * (order.count + frozen.count)
      + 4 * network.parameterCount * (moments + (earlyStopping == nil ? 2 : 3))
  }
}
