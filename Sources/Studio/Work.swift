/// A computation that takes longer than a frame, done piece by piece on a copy of what it needs.
///
/// It is a value, so what there is of its result can be shown at any time, and how it is cut into
/// pieces changes nothing of the result.
public protocol Work: Sendable {
  /// How much of it is done, 0…1.
  var progress: Double { get }
  /// Whether there is nothing left to do.
  var isFinished: Bool { get }
  /// Does a piece of about 10 ms at most; nothing once it is finished.
  mutating func advance()
}
