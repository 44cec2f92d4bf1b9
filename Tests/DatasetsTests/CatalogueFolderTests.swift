import Datasets
import Foundation
import Testing

@Suite("The folder of recipes")
struct CatalogueFolderTests {
  @Test("Every file in Recipes is in the catalogue, and the other way round")
  func listed() throws {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: "Sources/Datasets/Recipes")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let types = files.filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(6)) }
    #expect(types.sorted() == RecipeCatalogue.all.map { "\($0)" }.sorted())
  }
}
