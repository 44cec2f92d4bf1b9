/// The weights that a run went through, thinned evenly, for the picture of its path.
///
/// What is kept depends on the epochs alone, not on when anybody looked. All entries are of one shape
/// of the network: another shape begins anew.
public struct WeightPath: Equatable, Sendable {
  /// The weights after one epoch.
  public struct Entry: Equatable, Sendable {
    /// Epochs completed.
    public let epoch: Int
    /// All parameters of the network.
    public let parameters: [Float]
  }

  /// The entries kept, oldest first: where it began, and later ones at even distances, the newest
  /// epoch not always among them.
  public private(set) var entries: [Entry] = []
  /// Every so many epochs one is kept.
  public private(set) var stride = 1

  /// The most entries there are.
  public static let capacity = 64
  /// The most memory that they take, 1 MiB; of networks for which it holds fewer than three entries,
  /// none are kept.
  public static let byteLimit = 1 << 20

  /// A path without entries.
  init() {}

  /// Whether an entry of that epoch would stay, to be asked before anything is copied.
  func keeps(_ epoch: Int) -> Bool { entries.isEmpty || epoch % stride == 0 }

  /// Adds the weights after an epoch. Those of later epochs are gone: the run went back.
  mutating func append(_ parameters: [Float], after epoch: Int) {
    guard keeps(epoch) else { return }
    let room = Self.byteLimit / (MemoryLayout<Float>.stride * max(1, parameters.count))
    let limit = min(Self.capacity, room)
    guard limit >= 3 else { return }
    while let last = entries.last, last.epoch >= epoch { entries.removeLast() }
    entries.append(Entry(epoch: epoch, parameters: parameters))
    while entries.count > limit {
      stride *= 2
      let first = entries.removeFirst()
      entries.removeAll { $0.epoch % stride != 0 }
      entries.insert(first, at: 0)
    }
  }
}

extension WeightPath {
  /// How much memory its numbers take.
  var byteCount: Int {
    entries.reduce(0) { $0 + MemoryLayout<Float>.stride * $1.parameters.count }
  }
}
