import Foundation

/// A new folder, with all in it gone when nobody holds it any more. A class, because it is the one
/// owner of a folder.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = "/tmp/percept-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// What a program needs that is to leave all it writes here.
  var environment: [String: String] {
    PtySession.environment.merging(
      ["HOME": path, "XDG_CONFIG_HOME": path + "/config", "XDG_STATE_HOME": path + "/state"]
    ) { $1 }
  }

  /// Makes a file.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  /// A file's text; nil if it is not there.
  func read(_ name: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + name).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
