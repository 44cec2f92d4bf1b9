import Foundation
import Studio
import Terminal

/// Reads and writes files of weights and checkpoints, and says in one line why it can't.
enum StateFile {
  /// Far more than any network here needs.
  static let sizeLimit = Checkpoint.sizeLimit

  /// What stands in a file.
  static func read(_ path: String) throws -> [UInt8] {
    let file = target(of: path)
    try FileBytes.checkExists(path)
    try checkKind(file, named: path, status: 2)
    let data = try FileBytes.read(path, limit: sizeLimit, tooLarge: "\(sizeLimit >> 20) MiB")
    return Array(data)
  }

  /// Whether there is anything of that name.
  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: target(of: path))
  }

  /// Finds out early what would keep a file from being written.
  static func checkWritable(_ path: String) throws {
    guard !path.isEmpty else { throw Failure(message: "a file's name was expected, not “”") }
    let file = target(of: path)
    if FileManager.default.fileExists(atPath: file) { try checkKind(file, named: path, status: 1) }
    try checkFolder(of: path)
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw Failure(message: "\(path): the folder \(folder) can't be written to", status: 1)
    }
  }

  /// Says so where the folder of a file is not there.
  static func checkFolder(of path: String) throws {
    // As it was written, unless a link leads elsewhere.
    let slash = path.lastIndex(of: "/")
    let named = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) }
    let folders = [
      named ?? ".",
      URL(fileURLWithPath: target(of: path)).deletingLastPathComponent().path,
    ]
    guard let missing = folders.first(where: { !FileBytes.isFolder($0) }) else { return }
    throw Failure(message: "\(path): there is no folder \(missing)", status: 1)
  }

  /// Writes a file that may be there or not, if that is a file and no device.
  static func replace(_ bytes: [UInt8], at path: String) throws {
    try checkWritable(path)
    try write(bytes, to: path)
  }

  /// Puts a file in the place of the old one, whole or not at all: it is written under another name
  /// in the same folder, brought to the disk, and renamed; then its name is brought there.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let path = target(of: path)
    do {
      // Atomic in Foundation's sense is all of that but the last.
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
      FolderEntry.sync(of: path)
    } catch {
      throw Failure(
        message:
          "\(path): the file can't be written (\(SystemError.reason(error))); what was there is unchanged",
        status: 1)
    }
  }

  /// The file that a name leads to, so that a link stays a link.
  private static func target(of path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// A device would be replaced by a file, and a pipe never ends.
  private static func checkKind(_ file: String, named path: String, status: Int32) throws {
    let type = try? FileManager.default.attributesOfItem(atPath: file)[.type] as? FileAttributeType
    if type == .typeDirectory {
      throw Failure(message: "\(path): this is a folder; a file was expected", status: status)
    }
    guard type == .typeRegular else {
      throw Failure(message: "\(path): this is no regular file", status: status)
    }
  }
}
