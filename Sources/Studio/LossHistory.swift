/// The losses after each epoch, thinned evenly when there are too many to keep.
///
/// What is kept depends on the epochs alone, not on when anybody looked.
public struct LossHistory: Equatable, Sendable {
  /// The losses after one epoch.
  public struct Entry: Equatable, Sendable {
    /// Epochs completed.
    public let epoch: Int
    /// The mean loss over the training data, without penalty.
    public let training: Double
    /// The mean loss over the test data, without penalty; NaN without test points.
    public let test: Double
    /// The mean loss over the validation data, without penalty; nil without validation points.
    public let validation: Double?
    /// The share of each part of the points whose class was right.
    public let accuracy: Accuracy
    /// What regularisation added to the training loss; nil where it was not noted.
    public let penalty: Double?

    init(
      epoch: Int, training: Double, test: Double, validation: Double? = nil,
      accuracy: Accuracy = Accuracy(), penalty: Double? = nil
    ) {
      self.epoch = epoch
      self.training = training
      self.test = test
      self.validation = validation
      self.accuracy = accuracy
      self.penalty = penalty
    }
  }

  /// Shares of right answers, 0…1; nil where numbers are predicted, without points, and where they
  /// were not noted.
  public struct Accuracy: Equatable, Sendable {
    /// Of the training points.
    public var training: Double?
    /// Of the test points.
    public var test: Double?
    /// Of the validation points.
    public var validation: Double?
  }

  /// The entries kept, oldest first, the newest epoch not always among them.
  public private(set) var entries: [Entry] = []
  /// Every so many epochs one is kept.
  public private(set) var stride = 1

  /// At most twice as many entries are kept.
  private static let capacity = 2048

  /// A history without entries.
  init() {}

  /// A history as it was; the epochs rise, all multiples of `stride`.
  init(entries: [Entry], stride: Int) {
    self.entries = entries
    self.stride = stride
  }

  /// The history up to an epoch.
  func through(_ epoch: Int) -> LossHistory {
    LossHistory(entries: Array(entries.prefix { $0.epoch <= epoch }), stride: stride)
  }

  /// How much memory its entries take up.
  var byteCount: Int { entries.count * MemoryLayout<Entry>.stride }

  /// Whether an entry of that epoch would stay, to be asked before the losses are computed.
  public func keeps(_ epoch: Int) -> Bool { epoch % stride == 0 }

  /// Forgets what came after an epoch, to which training has gone back.
  mutating func forget(after epoch: Int) { entries.removeAll { $0.epoch > epoch } }

  /// Keeps fewer entries, for a run of so many epochs: about a thousand of them are enough for any
  /// picture.
  mutating func thin(for epochs: Int) {
    while stride <= epochs / 1024 { stride *= 2 }
    entries.removeAll { $0.epoch % stride != 0 }
  }

  /// Adds the losses after an epoch; epochs come in rising order.
  public mutating func append(_ entry: Entry) {
    guard keeps(entry.epoch) else { return }
    entries.append(entry)
    if entries.count > 2 * Self.capacity {
      stride *= 2
      entries.removeAll { $0.epoch % stride != 0 }
    }
  }
}
