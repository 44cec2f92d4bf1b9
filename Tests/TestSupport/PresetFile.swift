internal import Foundation

/// A file of the folder `presets`.
public struct PresetFile: CustomStringConvertible, Sendable {
  /// Its name in the folder.
  public let name: String
  /// What stands in it.
  public let text: String

  public var description: String { name }

  /// All of them, in the order of their numbers.
  public static func all() throws -> [PresetFile] {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: "presets")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix(".yaml") }.sorted().map { name in
      let data = try Data(contentsOf: folder.appending(path: name))
      return PresetFile(name: name, text: String(decoding: data, as: UTF8.self))
    }
  }
}
