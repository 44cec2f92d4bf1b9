import CTermGuard
import Glibc

/// The hold on what belongs to the whole process: its signals and its standard error.
///
/// Given back when the value ends. There can be one in a process at a time.
struct ProcessGuard: ~Copyable {
  /// Where signals arrive, one byte each; -1 if they are not taken.
  private(set) var signals: Int32

  /// Takes both.
  /// - Parameter isWanted: whether to; tests have several screens in one process.
  init(isWanted: Bool) {
    signals = isWanted ? guard_watch_signals() : -1
    if signals >= 0 { guard_capture_errors() }
  }

  deinit {
    if signals >= 0 { Self.giveBack() }
  }

  /// Gives both back before the value's end.
  mutating func release() {
    if signals >= 0 { Self.giveBack() }
    signals = -1
  }

  private static func giveBack() {
    guard_unwatch_signals()
    guard_release_errors()
  }

  /// The next signal that arrived; nil if none has.
  func next() -> Int32? {
    var number: UInt8 = 0
    guard signals >= 0, unsafe read(signals, &number, 1) == 1 else { return nil }
    guard_signal_seen(Int32(number))
    return Int32(number)
  }
}
