public import Engine

/// How the levels of a network did in the course of training, thinned evenly, for pictures over time.
///
/// What is kept depends on the epochs alone, not on when anybody looked. The further training goes,
/// the rarer a new entry is, so that looking costs next to nothing in the end.
public struct DiagnosisHistory: Equatable, Sendable {
  /// How the levels did after one epoch.
  public struct Entry: Equatable, Sendable {
    /// Epochs completed.
    public let epoch: Int
    /// Gradients, weights and activations of each level, the output the last.
    public let diagnosis: Diagnosis
  }

  /// The entries kept, oldest first, the newest epoch not always among them. The number of levels
  /// changes where the network was given another shape.
  public private(set) var entries: [Entry] = []
  /// Every so many epochs one is kept.
  public private(set) var stride = 1

  /// The most entries there are.
  public static let capacity = 64
  /// The most training points whose activations an entry looks at, spread evenly: with more, looking
  /// would cost a small network more than a few hundredths of its training.
  public static let sampleLimit = 64

  /// A history without entries.
  init() {}

  /// The history up to an epoch.
  func through(_ epoch: Int) -> DiagnosisHistory {
    var part = self
    part.entries.removeAll { $0.epoch > epoch }
    return part
  }

  /// About how much memory its entries take up.
  var byteCount: Int {
    // Three histograms of 24 numbers and some single ones to a level.
    entries.reduce(0) { $0 + $1.diagnosis.levels.count * 1024 }
  }

  /// Whether an entry of that epoch would stay, to be asked before the diagnosis is made.
  func keeps(_ epoch: Int) -> Bool { epoch % stride == 0 }

  /// Forgets what came after an epoch, to which training has gone back.
  mutating func forget(after epoch: Int) { entries.removeAll { $0.epoch > epoch } }

  /// Adds a diagnosis after an epoch; epochs come in rising order, and a second diagnosis of the
  /// newest takes the place of the first.
  mutating func append(_ diagnosis: Diagnosis, after epoch: Int) {
    guard keeps(epoch) else { return }
    if entries.last?.epoch == epoch { entries.removeLast() }
    entries.append(Entry(epoch: epoch, diagnosis: diagnosis))
    if entries.count > Self.capacity {
      stride *= 2
      entries.removeAll { $0.epoch % stride != 0 }
    }
  }

  /// One number of a level over time, with the epochs that it belongs to; levels that were not there
  /// yet are left out.
  public func values(
    ofLevel level: Int, _ number: (Diagnosis.Level) -> Double?
  ) -> [(epoch: Int, value: Double)] {
    entries.compactMap { entry in
      guard entry.diagnosis.levels.indices.contains(level) else { return nil }
      return number(entry.diagnosis.levels[level]).map { (entry.epoch, $0) }
    }
  }
}
