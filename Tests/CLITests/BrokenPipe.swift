import Foundation
import Testing

/// The writing end of a pipe whose reader went away.
///
/// A named one, for its reading end can be opened so that no program inherits it which another test
/// starts at that moment.
func brokenPipe() throws -> FileHandle {
  let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("pipe-\(UUID().uuidString)").path
  try #require(unsafe mkfifo(path, 0o600) == 0)
  defer { _ = unsafe unlink(path) }
  let reader = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  try #require(reader >= 0)
  defer { close(reader) }
  return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
}
