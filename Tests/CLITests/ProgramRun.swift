import Foundation

/// The built program, run without a terminal.
struct ProgramRun {
  /// The status it ended with; 128 more than the number of a signal that ended it.
  let status: Int32
  let output: String
  let complaints: String

  /// Runs it to its end in a folder.
  ///
  /// - Parameters:
  ///   - input: what it reads from standard input.
  ///   - environment: variables beside the folders for settings and state, which are the same folder.
  ///   - output: where its output goes instead of `self.output`, such as `/dev/full`.
  init(
    _ arguments: [String], in folder: URL, input: String = "",
    environment: [String: String] = [:], output device: String? = nil
  ) throws {
    let process = Process()
    // With the signals as they are in a terminal, whatever the tests were started to ignore.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["--default-signal", Self.program] + arguments
    process.currentDirectoryURL = folder
    process.environment = ["XDG_STATE_HOME": folder.path, "XDG_CONFIG_HOME": folder.path]
      .merging(environment) { $1 }
    // Files, for a pipe that is full would hold the program up.
    let names = ["input", "output", "complaints"].map {
      FileManager.default.temporaryDirectory.appendingPathComponent("\($0)-\(UUID().uuidString)")
    }
    defer { for name in names { try? FileManager.default.removeItem(at: name) } }
    for name in names { try Data(name == names[0] ? input.utf8 : "".utf8).write(to: name) }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(
      forWritingTo: device.map { URL(fileURLWithPath: $0) } ?? names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    status =
      process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0)
    output = String(decoding: try Data(contentsOf: names[1]), as: UTF8.self)
    complaints = String(decoding: try Data(contentsOf: names[2]), as: UTF8.self)
  }

  /// It is built beside the tests.
  static var program: String {
    let tests =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    let built = ([tests] + CommandLine.arguments).first { $0.contains("/.build") } ?? tests
    return URL(fileURLWithPath: built).deletingLastPathComponent()
      .appendingPathComponent("percept").path
  }
}

/// A folder of its own for a test, removed at its end.
func inFolder(_ body: (URL) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("percept-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.resolvingSymlinksInPath())
}
