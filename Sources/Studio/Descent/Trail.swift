/// Where a racer was, thinned evenly when there are too many places to keep.
///
/// What is kept depends on the steps alone: those that are multiples of a power of two.
public struct Trail: Equatable, Sendable {
  /// A place at a step.
  public struct Entry: Equatable, Sendable {
    /// Steps taken before.
    public let step: Int
    /// The weights.
    public let place: SIMD2<Float>
    /// The loss there.
    public let loss: Double
  }

  /// The most entries that are kept.
  public static let limit = 768

  /// The entries in the order of the steps, the start first.
  public private(set) var entries: [Entry] = []
  /// Every how many steps there is an entry.
  public private(set) var stride = 1

  /// Takes in the place at a step; steps must come in order, from 0.
  mutating func note(step: Int, place: SIMD2<Float>, loss: Double) {
    guard step % stride == 0 else { return }
    if entries.count >= Self.limit {
      stride *= 2
      entries.removeAll { $0.step % stride != 0 }
      guard step % stride == 0 else { return }
    }
    entries.append(Entry(step: step, place: place, loss: loss))
  }
}
