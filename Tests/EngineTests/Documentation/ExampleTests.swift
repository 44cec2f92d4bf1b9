import Foundation
import TestSupport
import Testing

/// Every example of the documentation is compiled and run, and every compiled one is shown.
@Suite("Examples of the documentation")
struct ExampleTests {
  /// The parts of this folder's files between the marks, without the indentation they share.
  private static func compiled() throws -> Set<String> {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let texts = try names.filter { $0.hasSuffix(".swift") }.map { name in
      String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }
    return Set(texts.flatMap(parts))
  }

  private static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var lines: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let word = line.trimmingCharacters(in: .whitespaces)
      if let part = lines, word == "// End" {
        parts.append(withoutIndentation(part))
        lines = nil
      } else if lines != nil {
        lines?.append(line)
      } else if word == "// Example" {
        lines = []
      }
    }
    return parts
  }

  private static func withoutIndentation(_ lines: [Substring]) -> String {
    let depths = lines.filter { !$0.isEmpty }.map { line in line.prefix { $0 == " " }.count }
    let shared = depths.min() ?? 0
    return lines.map { String($0.dropFirst(shared)) }.joined(separator: "\n")
  }

  @Test("Each block of Swift in an article stands in a test, word for word")
  func shown() throws {
    let compiled = try Self.compiled()
    for article in try Article.all() {
      for block in article.blocks(in: "swift") {
        #expect(compiled.contains(block), "\(article): \(block)")
      }
    }
  }

  @Test("Each example of these tests stands in an article")
  func used() throws {
    let shown = Set(try Article.all().flatMap { $0.blocks(in: "swift") })
    #expect(!shown.isEmpty)
    for example in try Self.compiled() { #expect(shown.contains(example), "\(example)") }
  }
}
