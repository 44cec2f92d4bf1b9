import Foundation

/// Standard output, for what other programs read; whatever is said to a person goes to standard error.
///
/// A reader that goes away ends the program with SIGPIPE, as it does in any other tool, and where that
/// is ignored with the same status; a disk that is full is told.
enum Output {
  /// Writes a text at once, so that a reader of a pipe sees each line when it is known.
  static func write(_ text: String) throws {
    try write(Array(text.utf8))
  }

  /// Writes bytes at once.
  static func write(_ bytes: [UInt8]) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      // Services and some build machines are started to ignore the signal.
      if SystemError.code(error) == EPIPE { Foundation.exit(128 + SIGPIPE) }
      throw Failure(
        message: "standard output can't be written (\(SystemError.reason(error)))", status: 1)
    }
  }

  /// Writes lines, each with its end.
  static func write(lines: [String]) throws {
    guard !lines.isEmpty else { return }
    try write(lines.joined(separator: "\n") + "\n")
  }
}
