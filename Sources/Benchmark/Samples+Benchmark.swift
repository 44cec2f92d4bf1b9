import Engine

extension Samples {
  /// Points as a network with so many inputs takes them.
  ///
  /// - Parameter targets: what is to be learned for a class of 1 or −1.
  init(
    _ points: ArraySlice<BenchmarkPoint>, inputs: Int, targets: (_ label: Float) -> [Float]
  ) {
    let targets = points.map { targets($0.label) }
    self.init(
      inputs: points.map { $0.inputs(inputs) }, targets: targets, inputCount: inputs,
      targetCount: targets.first?.count ?? 0)
  }
}
