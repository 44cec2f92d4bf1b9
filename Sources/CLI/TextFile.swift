import Foundation

/// Reads text files, and says in one line why one can't be read.
enum TextFile {
  /// More than any preset needs: a mistake in the name should not fill the memory.
  static let sizeLimit = 1 << 20

  static func read(_ path: String) throws -> String {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(message: "\(path): there is no such file")
    }
    guard !isFolder(path) else {
      throw Failure(message: "\(path): this is a folder; a YAML file was expected")
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw Failure(message: "\(path): the file can't be read; check its permissions")
    }
    let data: Data
    do {
      data = try file.read(upToCount: sizeLimit + 1) ?? Data()
    } catch {
      throw Failure(message: "\(path): the file can't be read to its end")
    }
    guard data.count <= sizeLimit else {
      throw Failure(message: "\(path): the file is larger than 1 MiB; a preset was expected")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw Failure(message: "\(path): the file is not UTF-8 text")
    }
    return text
  }

  /// Whether there is a folder of that path.
  static func isFolder(_ path: String) -> Bool {
    let values = try? URL(fileURLWithPath: path).resourceValues(forKeys: [.isDirectoryKey])
    return values?.isDirectory ?? false
  }
}
