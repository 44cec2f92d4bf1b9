/// What a round costs at least.
struct Cost {
  /// Multiplications and additions in the sums of dense layers.
  let operations: Int
  /// Values of all units.
  let units: Int
  /// Values of all units but the outputs.
  let hiddenUnits: Int

  /// The cost of so many samples.
  ///
  /// - Parameters:
  ///   - widths: the values of each level, from the inputs to the outputs.
  ///   - trains: whether gradients are computed as well: those of the weights, and those of the
  ///     values, which nobody asks for at the inputs.
  init(_ widths: [Int], samples: Int, trains: Bool) {
    let products = zip(widths, widths.dropFirst()).map { $0 * $1 }
    let forward = products.reduce(0, +)
    let backward = trains ? forward + products.dropFirst().reduce(0, +) : 0
    operations = 2 * (forward + backward) * samples
    units = widths.dropFirst().reduce(0, +) * samples
    hiddenUnits = units - (widths.last ?? 0) * samples
  }
}
