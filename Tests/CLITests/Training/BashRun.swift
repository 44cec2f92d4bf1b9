import Foundation

/// A line of bash that runs the built program, which it has as `"$0"`, among others.
struct BashRun {
  let status: Int32
  let output: String
  let complaints: String

  /// Runs it to its end in a folder, which is also that of settings and state.
  init(_ line: String, in folder: URL) throws {
    let process = Process()
    let names = ["output", "complaints"].map {
      FileManager.default.temporaryDirectory.appendingPathComponent("\($0)-\(UUID().uuidString)")
    }
    defer { for name in names { try? FileManager.default.removeItem(at: name) } }
    for name in names { try Data().write(to: name) }
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line, ProgramRun.program]
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "XDG_STATE_HOME": folder.path, "XDG_CONFIG_HOME": folder.path,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: names[0])
    process.standardError = try FileHandle(forWritingTo: names[1])
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: try Data(contentsOf: names[0]), as: UTF8.self)
    complaints = String(decoding: try Data(contentsOf: names[1]), as: UTF8.self)
  }
}
