import Foundation

/// Reads the bytes of files, and says in one line why they can't be read.
enum FileBytes {
  /// What stands in a file that is there and is no folder.
  ///
  /// - Parameters:
  ///   - limit: the largest size: a mistake in the name should not fill the memory.
  ///   - tooLarge: what to say of a larger one.
  static func read(_ path: String, limit: Int, tooLarge: String) throws -> Data {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw Failure(message: "\(path): the file can't be read; check its permissions")
    }
    return try read(file, name: path, limit: limit, tooLarge: tooLarge)
  }

  /// What is left to read of an open file, or of a pipe until its other end is closed.
  ///
  /// - Parameters:
  ///   - name: what it is called in errors.
  ///   - limit: the largest size.
  ///   - tooLarge: what to say of a larger one.
  static func read(
    _ file: FileHandle, name: String, limit: Int, tooLarge: String
  ) throws -> Data {
    let data: Data
    do {
      data = try file.read(upToCount: limit + 1) ?? Data()
    } catch {
      throw Failure(message: "\(name): the file can't be read to its end")
    }
    guard data.count <= limit else {
      throw Failure(message: "\(name): the file is larger than \(tooLarge)")
    }
    return data
  }

  /// Whether there is a file, or a folder, of that path; if not, it says so.
  static func checkExists(_ path: String) throws {
    guard !path.isEmpty else { throw Failure(message: "a file's name was expected, not “”") }
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(message: "\(path): there is no such file")
    }
  }

  /// Whether there is a folder of that path.
  static func isFolder(_ path: String) -> Bool {
    let values = try? URL(fileURLWithPath: path).resourceValues(forKeys: [.isDirectoryKey])
    return values?.isDirectory ?? false
  }
}
