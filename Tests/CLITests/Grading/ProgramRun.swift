import Foundation

/// The built program, run without a terminal.
struct ProgramRun {
  let status: Int32
  let output: String
  let complaints: String

  /// Runs it to its end in a folder.
  init(_ arguments: [String], in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["XDG_STATE_HOME": folder.path, "XDG_CONFIG_HOME": folder.path]
    // Files, for a pipe that is full would hold the program up.
    let names = ["output", "complaints"].map {
      FileManager.default.temporaryDirectory.appendingPathComponent("\($0)-\(UUID().uuidString)")
    }
    defer { for name in names { try? FileManager.default.removeItem(at: name) } }
    for name in names { try Data().write(to: name) }
    process.standardOutput = try FileHandle(forWritingTo: names[0])
    process.standardError = try FileHandle(forWritingTo: names[1])
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: try Data(contentsOf: names[0]), as: UTF8.self)
    complaints = String(decoding: try Data(contentsOf: names[1]), as: UTF8.self)
  }

  /// It is built beside the tests.
  private static var program: String {
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
