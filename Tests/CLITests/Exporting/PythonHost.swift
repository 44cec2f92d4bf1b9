import Foundation

/// A Python to run exported programs with: `PERCEPT_PYTHON`, or `python3`.
///
/// With `PERCEPT_PYTHON=/path/to/venv/bin/python swift test --filter Python` the programs of every
/// framework that is installed there are run; without one, its tests say that they were skipped.
enum PythonHost {
  private static let path = ProcessInfo.processInfo.environment["PERCEPT_PYTHON"] ?? "python3"

  /// Whether it has these modules.
  static func has(_ modules: String...) -> Bool {
    let names = modules.map { "'\($0)'" }.joined(separator: ", ")
    // Found rather than imported, for that takes seconds.
    let script = "import importlib.util as u, sys; sys.exit(not all(map(u.find_spec, [\(names)])))"
    return (try? run(["-c", script], in: FileManager.default.temporaryDirectory).status) == 0
  }

  /// What came of running it in a folder.
  static func run(_ arguments: [String], in folder: URL) throws -> (
    status: Int32, output: String, complaints: String
  ) {
    let names = ["output", "complaints"].map { folder.appendingPathComponent(".python-\($0)") }
    defer { for name in names { try? FileManager.default.removeItem(at: name) } }
    for name in names { try Data().write(to: name) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [path] + arguments
    process.currentDirectoryURL = folder
    // Keras takes TensorFlow unless told, which is the one that most often is not there.
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["KERAS_BACKEND": backend, "PYTHONDONTWRITEBYTECODE": "1"]
    ) { $1 }
    process.standardOutput = try FileHandle(forWritingTo: names[0])
    process.standardError = try FileHandle(forWritingTo: names[1])
    try process.run()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: try Data(contentsOf: names[0]), as: UTF8.self),
      String(decoding: try Data(contentsOf: names[1]), as: UTF8.self)
    )
  }

  private static var backend: String {
    ProcessInfo.processInfo.environment["KERAS_BACKEND"] ?? "torch"
  }

  /// Runs programs one after the other in one Python, for a framework takes seconds to be imported;
  /// gives how far each is from what stands in it.
  static func distances(of programs: [String], in folder: URL) throws -> [Double] {
    let script = """
      import runpy, sys
      import numpy as np
      paths, sys.argv = sys.argv[1:], sys.argv[:1]
      for path in paths:
          program = runpy.run_path(path)
          given, expected = program["outputs"](*program["POINTS"].T), program["EXPECTED"]
          assert given.shape == expected.shape and len(given) >= 8, given.shape
          distance = np.abs(given - expected) / np.maximum(1, np.abs(expected))
          print(float(distance.max()))
      """
    let run = try run(["-c", script] + programs, in: folder)
    guard run.status == 0 else { throw PythonFailure(description: run.complaints) }
    return run.output.split(separator: "\n").compactMap { Double($0) }
  }
}

/// What Python said before it gave up.
struct PythonFailure: Error, CustomStringConvertible {
  let description: String
}
