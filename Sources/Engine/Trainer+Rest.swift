/// Trainers that are kept, many at a time, to go on from later.
extension Trainer {
  /// The same trainer without its scratch, to be kept. It takes no step before it is `woken`.
  public var resting: Trainer {
    var copy = self
    copy.workspace = Workspace(for: network, blocks: 0, trains: false)
    copy.held = []
    copy.evaluator = nil
    return copy
  }

  /// A trainer that was `resting`, ready to go on as if it never had been.
  public var woken: Trainer {
    var copy = self
    let largest = min(spec.batchSize, samples.count)
    copy.workspace = Workspace(for: network, blocks: blockCount(for: largest))
    copy.held = Array(repeating: 0, count: frozen.count)
    copy.evaluator = earlyStopping == nil ? nil : Evaluator(for: network)
    return copy
  }

  /// About how much memory a resting trainer takes up beside its samples, by the counts of its arrays.
  public var restingByteCount: Int {
    let kept = spec.optimizer.momentNames.count + (earlyStopping == nil ? 1 : 2)
    return MemoryLayout<Trainer>.size + 8 * (order.count + frozen.count)
      + 4 * (network.parameterCount + network.statistics.count) * kept
  }
}

extension Samples {
  /// How much memory its numbers take up.
  public var byteCount: Int { (inputs.count + targets.count) * MemoryLayout<Lanes>.stride }
}
