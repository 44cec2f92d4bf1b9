/// A network's numbers under PyTorch's names and shapes: `layers.<level>.weight` `[out, in]`,
/// `layers.<level>.bias` `[out]`, `layers.<level>.norm.running_mean`, and so on; levels count from 0.
extension Network {
  /// Where a tensor stands among the network's numbers.
  private struct Slot {
    let name: String
    let shape: [Int]
    let range: Range<Int>
  }

  private var parameterSlots: [Slot] { slots(\.parameterGroups, from: \.parameters) }
  private var statisticSlots: [Slot] { slots(\.statisticGroups, from: \.statistics) }

  private func slots(
    _ groups: (any Layer) -> [ParameterGroup], from start: (Place) -> Int
  ) -> [Slot] {
    levels.enumerated().flatMap { number, level in
      level.layers.flatMap { index in
        var next = start(places[index])
        return groups(layers[index]).map { group in
          defer { next += group.count }
          return Slot(
            name: "layers.\(number).\(group.name)", shape: group.shape,
            range: next..<(next + group.count))
        }
      }
    }
  }

  /// All its numbers: parameters first, then statistics, each from the input on.
  public var tensors: [Tensor] {
    parameterSlots.map { Tensor($0.name, shape: $0.shape, floats: parameters[$0.range]) }
      + statisticSlots.map { Tensor($0.name, shape: $0.shape, floats: statistics[$0.range]) }
  }

  /// What its tensors have to be.
  public var tensorForms: [TensorForm] {
    (parameterSlots + statisticSlots).map { TensorForm($0.name, .floats, shape: $0.shape) }
  }

  /// Takes over all its numbers; on an error, which tells all that does not fit, it stays as it is.
  public mutating func load(_ tensors: [Tensor]) throws(SafetensorsError) {
    load(try TensorTable(tensors, fitting: tensorForms))
  }

  /// Takes over all its numbers from tensors that were found to fit `tensorForms`.
  mutating func load(_ table: TensorTable) {
    for slot in parameterSlots {
      if let numbers = table[slot.name]?.floats {
        parameters.replaceSubrange(slot.range, with: numbers)
      }
    }
    for slot in statisticSlots {
      if let numbers = table[slot.name]?.floats {
        statistics.replaceSubrange(slot.range, with: numbers)
      }
    }
  }
}
