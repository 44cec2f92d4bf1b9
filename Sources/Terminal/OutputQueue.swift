import CTermGuard
import Glibc

/// Bytes on their way to the terminal, which takes them when it can.
///
/// ncurses itself would wait in the middle of a picture for a terminal that has stalled, deaf to
/// signals, and the training with it.
struct OutputQueue: ~Copyable {
  /// The way to the terminal; closed with the queue.
  let descriptor: Int32
  private var waiting: [UInt8] = []
  private var sent = 0

  /// A queue to a terminal, whose descriptor should be non-blocking; the queue owns it.
  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Whether all was taken.
  var isEmpty: Bool { sent == waiting.count }

  /// Adds bytes, and sends what the terminal takes at once.
  mutating func send(_ bytes: some Sequence<UInt8>) {
    waiting.append(contentsOf: bytes)
    flush()
  }

  /// Sends as much as the terminal takes now.
  mutating func flush() {
    while sent < waiting.count {
      let count = unsafe waiting.withUnsafeBytes { bytes in
        unsafe write(
          descriptor, bytes.baseAddress.map { unsafe $0 + sent }, bytes.count - sent)
      }
      if count > 0 {
        sent += count
      } else if errno == EAGAIN {
        return
      } else if errno != EINTR {
        // The terminal is gone: poll will tell, and nobody misses the rest.
        break
      }
    }
    drop()
  }

  /// Forgets what was not sent.
  mutating func drop() {
    waiting.removeAll(keepingCapacity: true)
    sent = 0
  }
}
