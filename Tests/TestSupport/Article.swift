internal import Foundation

/// A page of the engine's documentation, `Sources/Engine/Engine.docc`.
public struct Article: CustomStringConvertible, Sendable {
  /// Its name in the folder, without the ending.
  public let name: String
  /// What stands in it.
  public let text: String

  public var description: String { name }

  /// A page of that name and text.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// All of them, in the order of their names.
  public static func all() throws -> [Article] {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: "Sources/Engine/Engine.docc")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix(".md") }.sorted().map { name in
      let data = try Data(contentsOf: folder.appending(path: name))
      return Article(
        name: String(name.dropLast(".md".count)), text: String(decoding: data, as: UTF8.self))
    }
  }

  /// The blocks between fences that name a language; "" for those that name none.
  public func blocks(in language: String) -> [String] {
    var blocks: [String] = []
    var lines: [Substring]?
    var isWanted = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let block = lines, line == "```" {
        if isWanted { blocks.append(block.joined(separator: "\n")) }
        lines = nil
      } else if lines != nil {
        lines?.append(line)
      } else if line.hasPrefix("```") {
        lines = []
        isWanted = line.dropFirst(3) == language
      }
    }
    return blocks
  }

  /// The commands to try: the lines of its `sh` blocks.
  public var commands: [String] {
    blocks(in: "sh").flatMap { $0.split(separator: "\n").map(String.init) }
  }

  /// The text below a heading, up to the next one of its rank or above; nil if there is none.
  public func section(_ title: String) -> Article? {
    var lines: [Substring]?
    var rank = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let marks = line.prefix { $0 == "#" }.count
      if lines != nil {
        if marks > 0 && marks <= rank { break }
        lines?.append(line)
      } else if marks > 0 && line.dropFirst(marks + 1) == title {
        lines = []
        rank = marks
      }
    }
    return lines.map { Article(name: title, text: $0.joined(separator: "\n")) }
  }
}
