import Foundation

/// A line of bash in which `$PERCEPT` is the built program, run in a folder without a terminal.
///
/// It has a minute of the processor and two GiB of addresses, far more than any of these runs needs: one
/// that would go on for ever, or fill the memory, is ended by the system and told by its status.
struct ShellRun {
  let status: Int32
  let output: String
  let complaints: String

  init(_ script: String, in folder: URL) throws {
    let process = Process()
    // Whatever the tests were started to ignore.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "--default-signal", "/bin/bash", "-c", "ulimit -t 60; ulimit -v 2097152; " + script,
    ]
    process.currentDirectoryURL = folder
    process.environment = [
      "PERCEPT": ProgramRun.program, "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      "HOME": folder.path + "/home", "XDG_STATE_HOME": folder.path + "/home",
      "XDG_CONFIG_HOME": folder.path + "/home",
    ]
    let names = ["output", "complaints"].map {
      FileManager.default.temporaryDirectory.appendingPathComponent("\($0)-\(UUID().uuidString)")
    }
    defer { for name in names { try? FileManager.default.removeItem(at: name) } }
    for name in names { try Data().write(to: name) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: names[0])
    process.standardError = try FileHandle(forWritingTo: names[1])
    try process.run()
    process.waitUntilExit()
    status =
      process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0)
    output = String(decoding: try Data(contentsOf: names[0]), as: UTF8.self)
    complaints = String(decoding: try Data(contentsOf: names[1]), as: UTF8.self)
  }
}
