import Foundation

/// The files below a folder in which submissions were handed in.
struct SubmissionFolder {
  /// A file, and how it is called in reports.
  struct File: Sendable {
    let path: String
    /// Its path below the folder.
    let shown: String
  }

  let path: String

  /// More than any class hands in.
  static let fileLimit = 20_000
  private static let depthLimit = 16

  /// All files in the order of their paths; hidden ones are nobody's work, and links lead elsewhere
  /// and are told as such.
  func files() throws -> [File] {
    // The folder itself may be a link; those below it lead elsewhere.
    let root = URL(fileURLWithPath: path, isDirectory: true).resolvingSymlinksInPath()
      .standardizedFileURL
    guard FileBytes.isFolder(root.path) else {
      throw Failure(message: "\(path): there is no such folder")
    }
    guard
      let walk = FileManager.default.enumerator(
        at: root, includingPropertiesForKeys: [.isDirectoryKey], options: [.skipsHiddenFiles])
    else { throw Failure(message: "\(path): the folder can't be read") }
    var files: [File] = []
    let prefix = root.path.hasSuffix("/") ? root.path : root.path + "/"
    for case let url as URL in walk {
      let isFolder = (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
      if isFolder {
        if walk.level > Self.depthLimit { walk.skipDescendants() }
        continue
      }
      guard files.count < Self.fileLimit else {
        throw Failure(message: "\(path): there are more than \(Self.fileLimit) files")
      }
      let full = url.path
      files.append(
        File(
          path: full,
          shown: full.hasPrefix(prefix) ? String(full.dropFirst(prefix.count)) : full))
    }
    return files.sorted { $0.shown < $1.shown }
  }
}
