import Foundation

/// What tmux knows of the terminal that it runs in.
struct TmuxClient: Equatable {
  /// The name of that terminal: TERM outside of tmux.
  let terminal: String
  /// Whether exact colours are handed on to it.
  let hasExactColors: Bool
  /// How many milliseconds the escape key is held back; nil if it is not told.
  let escapeTime: Int?

  /// What tmux is asked for, in the order of the answer.
  static let format = "#{client_termname}|#{client_termfeatures}|#{escape-time}"

  /// Reads the answer to `format`; nil if it is none, as of a session that nobody is attached to.
  init?(answer: String) {
    let line = answer.split(separator: "\n").first ?? ""
    let parts = line.split(separator: "|", omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty else { return nil }
    terminal = String(parts[0])
    hasExactColors = parts[1].split(separator: ",").contains("RGB")
    escapeTime = Int(parts[2])
  }

  /// Asks the tmux that the program runs in; nil outside of tmux, and if it has not answered within a
  /// second.
  static func asked(_ environment: [String: String]) -> TmuxClient? {
    guard environment["TMUX", default: ""] != "" else { return nil }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["tmux", "display-message", "-p", format]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    guard (try? process.run()) != nil else { return nil }
    guard ended.wait(timeout: .now() + 1) == .success else {
      process.terminate()
      return nil
    }
    // It has ended, and its answer is shorter than a pipe holds.
    let data = try? pipe.fileHandleForReading.readToEnd()
    return TmuxClient(answer: String(decoding: data ?? Data(), as: UTF8.self))
  }
}
