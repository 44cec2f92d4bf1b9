import Foundation
import Terminal

/// Writes files that were not there before: what a person has is never written over.
enum NewFile {
  /// Creates a file with these bytes, whole or not at all: they are written under another name in the
  /// same folder, brought to the disk, and only then get theirs, if it is still free; that is brought there, too.
  static func write(_ bytes: [UInt8], to path: String) throws {
    try checkFree(path)
    try StateFile.checkFolder(of: path)
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
      FolderEntry.sync(of: url.path)
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
  ///
  /// - Parameter remedy: what may be done then.
  static func create(_ path: String, else remedy: Remedy = .otherName) throws {
    try checkFree(path, else: remedy)
    try StateFile.checkFolder(of: path)
    do {
      try Data().write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch {
      // Somebody may have been quicker.
      try checkFree(path, else: remedy)
      throw failure(path, error)
    }
  }

  /// What may be done where there is something of a name already.
  enum Remedy: String {
    case otherName = "choose another"
    case force = "--force replaces it"
  }

  /// The error that there is something of that name already.
  static func taken(_ path: String, else remedy: Remedy) -> Failure {
    Failure(
      message: "\(path): there is something of that name already; \(remedy.rawValue)", status: 1)
  }

  /// Says so where there is anything of that name; a link to nothing is a name that is taken, too.
  private static func checkFree(_ path: String, else remedy: Remedy = .otherName) throws {
    guard !path.isEmpty else { throw Failure(message: "a file's name was expected") }
    guard (try? FileManager.default.attributesOfItem(atPath: path)) == nil else {
      throw taken(path, else: remedy)
    }
  }

  private static func failure(_ path: String, _ error: any Error) -> Failure {
    Failure(
      message: "\(path): the file can't be written (\(SystemError.reason(error)))", status: 1)
  }
}
