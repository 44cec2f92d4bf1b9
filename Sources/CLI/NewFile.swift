import Foundation

/// Writes files that were not there before: what a person has is never written over.
enum NewFile {
  /// Creates a file with these bytes, whole or not at all: they are written under another name in the
  /// same folder, brought to the disk, and only then get theirs, if it is still free.
  static func write(_ bytes: [UInt8], to path: String) throws {
    try checkFree(path)
    let url = URL(fileURLWithPath: path)
    let other = url.deletingLastPathComponent()
      .appendingPathComponent(".percept-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: other) }
    do {
      try Data().write(to: other, options: .withoutOverwriting)
      let file = try FileHandle(forWritingTo: other)
      try file.write(contentsOf: Data(bytes))
      try file.synchronize()
      try file.close()
      try rename(other, to: url)
    } catch {
      // Somebody may have been quicker.
      try checkFree(path)
      throw failure(path, error)
    }
  }

  /// A second name is given only if it is free; file systems without second names rename.
  private static func rename(_ other: URL, to url: URL) throws {
    do {
      try FileManager.default.linkItem(at: other, to: url)
    } catch {
      try checkFree(url.path)
      try FileManager.default.moveItem(at: other, to: url)
    }
  }

  /// Creates an empty file; fails if there is anything of that name.
  static func create(_ path: String) throws {
    try checkFree(path)
    do {
      try Data().write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch {
      // Somebody may have been quicker.
      try checkFree(path)
      throw failure(path, error)
    }
  }

  /// Says so where there is anything of that name; a link to nothing is a name that is taken, too.
  static func checkFree(_ path: String) throws {
    guard !path.isEmpty else { throw Failure(message: "a file's name was expected") }
    guard (try? FileManager.default.attributesOfItem(atPath: path)) == nil else {
      throw Failure(
        message: "\(path): there is something of that name already; choose another", status: 1)
    }
  }

  private static func failure(_ path: String, _ error: any Error) -> Failure {
    Failure(
      message: "\(path): the file can't be written (\(SystemError.reason(error)))", status: 1)
  }
}
