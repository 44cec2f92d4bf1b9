import Foundation

/// One file of the package, as text.
struct SourceFile: Sendable {
  /// Its path from the package's folder on.
  let path: String
  let text: String

  /// Its lines, without whole-line comments and the inside of texts that span lines.
  var code: [String] {
    var isText = false
    return text.components(separatedBy: "\n").filter { line in
      let marks = line.components(separatedBy: "\"\"\"").count - 1
      let isInside = isText
      if marks % 2 == 1 { isText.toggle() }
      return !isInside && !line.trimmingCharacters(in: .whitespaces).hasPrefix("//")
    }
  }

  /// Its name without folder and ending.
  var name: String { URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent }

  /// The modules it imports, whatever stands before the word.
  var imports: [String] {
    code.compactMap { line in
      var words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      while let first = words.first,
        first.hasPrefix("@") && (!first.contains("(") || first.hasSuffix(")"))
          || ["public", "package", "internal", "fileprivate", "private"].contains(first)
      {
        words.removeFirst()
      }
      guard words.count >= 2, words[0] == "import" else { return nil }
      let kinds = ["struct", "class", "enum", "protocol", "func", "let", "var", "typealias"]
      let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
      return name.split(separator: ".").first.map(String.init)
    }
  }
}

/// The package's own files, read once.
enum SourceTree {
  /// The package's folder, three levels above this file.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every Swift file below a folder of the package, in the order of the paths.
  static func swiftFiles(below folder: String) -> [SourceFile] {
    let start = root.appendingPathComponent(folder).path
    let names = FileManager.default.enumerator(atPath: start)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { file($0, in: folder) }
  }

  /// The text of the manifest.
  static func manifest() throws -> String {
    try String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
  }

  private static func file(_ name: String, in folder: String) -> SourceFile? {
    let path = folder + "/" + name
    let place = root.appendingPathComponent(path)
    return (try? String(contentsOf: place, encoding: .utf8)).map {
      SourceFile(path: path, text: $0)
    }
  }
}
