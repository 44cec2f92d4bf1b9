import Foundation
import FuzzTargets
import Testing

/// Every file of the corpus is tried again. What broke a parser once is one of them.
@Suite("The corpus of the fuzzers")
struct CorpusTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fuzz/Corpus")

  private static func files(_ name: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: name), includingPropertiesForKeys: nil
    ).sorted { $0.path < $1.path }
  }

  @Test("Each parser has one, and each folder a parser")
  func folders() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(names.sorted() == FuzzCatalogue.all.map { $0.name }.sorted())
  }

  @Test("Some files are read and some are refused", arguments: FuzzCatalogue.all.map { $0.name })
  func files(_ name: String) throws {
    let target = try #require(FuzzCatalogue.named(name))
    var (read, refused) = (0, 0)
    for file in try Self.files(name) {
      let bytes = try [UInt8](Data(contentsOf: file))
      do {
        if try target.check(bytes) { read += 1 } else { refused += 1 }
      } catch {
        Issue.record("\(name)/\(file.lastPathComponent): \(error)")
      }
    }
    #expect(read > 0 && refused > 0)
  }

  @Test("A file cut short anywhere is read or refused", arguments: ["safetensors", "submission"])
  func cuts(_ name: String) throws {
    let target = try #require(FuzzCatalogue.named(name))
    for file in try Self.files(name) {
      let bytes = try [UInt8](Data(contentsOf: file))
      for count in 0..<min(bytes.count, 2000) { _ = try target.check(Array(bytes.prefix(count))) }
    }
  }
}
