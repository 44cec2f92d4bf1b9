import Foundation

/// The built program while it runs: what it says is read line by line, so that a test can act in the
/// middle of it.
///
/// A class: it is one process, which must not be left behind.
final class RunningProgram {
  private let process = Process()
  private let output = Pipe()
  private let complaints: URL
  private var text = ""

  /// Starts it in a folder, with the signals as they are in a terminal, whatever the tests ignore.
  init(_ arguments: [String], in folder: URL) throws {
    complaints = folder.appendingPathComponent("complaints-\(UUID().uuidString)")
    try Data().write(to: complaints)
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["--default-signal", ProgramRun.program] + arguments
    process.currentDirectoryURL = folder
    process.environment = ["XDG_STATE_HOME": folder.path, "XDG_CONFIG_HOME": folder.path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: complaints)
    try process.run()
  }

  deinit {
    if process.isRunning { process.terminate() }
  }

  /// Waits until it has written so many lines to standard output. While nobody reads on, it can write
  /// no more than a pipe holds.
  func waitForLines(_ count: Int) {
    while text.count(where: { $0 == "\n" }) < count {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { return }
      text += String(decoding: data, as: UTF8.self)
    }
  }

  /// Waits until it has a handler of its own for a signal, or is over.
  func waitUntilItCatches(_ signal: Int32) {
    let path = "/proc/\(process.processIdentifier)/status"
    while process.isRunning {
      let facts = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      let caught = facts.firstMatch(of: /SigCgt:\s*([0-9a-f]+)/).flatMap {
        UInt64($0.output.1, radix: 16)
      }
      if let caught, caught >> (signal - 1) & 1 == 1 { return }
    }
  }

  /// Sends it a signal.
  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Reads to its end: its status, what it wrote, and what it said on standard error.
  func end() throws -> (status: Int32, output: String, complaints: String) {
    text += String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let status =
      process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0)
    return (status, text, try String(contentsOf: complaints, encoding: .utf8))
  }
}
