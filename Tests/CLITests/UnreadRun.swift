import Foundation
import Testing

/// The built program with nobody to read its output.
struct UnreadRun {
  /// The status, or the number of the signal that ended it.
  let status: Int32
  let reason: Process.TerminationReason
  let complaints: String

  /// Runs it to its end in a folder.
  ///
  /// - Parameter signals: what `env` is told about signals.
  init(_ arguments: [String], in folder: URL, signals: String = "--default-signal") throws {
    let process = Process()
    let complaints = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [signals, ProgramRun.program] + arguments
    process.currentDirectoryURL = folder
    process.environment = ["XDG_STATE_HOME": folder.path, "XDG_CONFIG_HOME": folder.path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try brokenPipe()
    process.standardError = complaints
    try process.run()
    let said = try complaints.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    status = process.terminationStatus
    reason = process.terminationReason
    self.complaints = String(decoding: said, as: UTF8.self)
  }
}

/// The writing end of a pipe whose reader went away.
///
/// A named one, for its reading end can be opened so that no program inherits it which another test
/// starts at that moment.
private func brokenPipe() throws -> FileHandle {
  let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("pipe-\(UUID().uuidString)").path
  try #require(unsafe mkfifo(path, 0o600) == 0)
  defer { _ = unsafe unlink(path) }
  let reader = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  try #require(reader >= 0)
  defer { close(reader) }
  return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
}
