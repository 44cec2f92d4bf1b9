/// Every value of one pass of a network, as it is used rather than trained.
struct EvaluatedValues {
  private let workspace: Workspace

  /// Runs the network over samples; of more than `limit`, over so many that are spread evenly.
  init(of network: Network, for samples: Samples, limit: Int) {
    let count = min(samples.count, limit)
    let chosen = (0..<count).map { $0 * samples.count / count }
    var workspace = Workspace(for: network, blocks: blockCount(for: count), trains: false)
    workspace.pass = Pass(count: count)
    samples.gather(
      0..<count, of: chosen, inputs: &workspace.values, targets: &workspace.targets)
    network.forward(in: &workspace)
    self.workspace = workspace
  }

  /// The values of some units, unit by unit, sample by sample.
  func numbers(in units: Range<Int>) -> [Float] {
    let pass = workspace.pass
    var numbers: [Float] = []
    numbers.reserveCapacity(units.count * pass.count)
    for unit in units {
      for block in 0..<pass.blocks {
        let lanes = workspace.values[unit * pass.blocks + block]
        for lane in 0..<pass.filled(block) { numbers.append(lanes[lane]) }
      }
    }
    return numbers
  }

  /// The share of units that are 0 for every sample in each of some ranges, which are equally long;
  /// 0 without a range.
  func deadShare(of ranges: [Range<Int>]) -> Double {
    guard let first = ranges.first, !first.isEmpty else { return 0 }
    let dead = first.indices.count { place in
      let offset = place - first.lowerBound
      return ranges.allSatisfy { range in
        let unit = range.lowerBound + offset
        return numbers(in: unit..<(unit + 1)).allSatisfy { $0 == 0 }
      }
    }
    return Double(dead) / Double(first.count)
  }

  /// The share of the values in some ranges that lie outside of two bounds; 0 without a value.
  func share(of ranges: [Range<Int>], beyond bounds: ClosedRange<Float>) -> Double {
    var (beyond, count) = (0, 0)
    for range in ranges {
      for number in numbers(in: range) {
        if number < bounds.lowerBound || number > bounds.upperBound { beyond += 1 }
        count += 1
      }
    }
    return count == 0 ? 0 : Double(beyond) / Double(count)
  }
}
