import Foundation

/// Reads text files, and says in one line why one can't be read.
enum TextFile {
  /// More than any preset needs.
  static let sizeLimit = 1 << 20

  static func read(_ path: String) throws -> String {
    try FileBytes.checkExists(path)
    guard !FileBytes.isFolder(path) else {
      throw Failure(message: "\(path): this is a folder; a YAML file was expected")
    }
    let data = try FileBytes.read(path, limit: sizeLimit, tooLarge: "1 MiB; a preset was expected")
    guard let text = String(data: data, encoding: .utf8) else {
      throw Failure(message: "\(path): the file is not UTF-8 text")
    }
    return text
  }
}
