import Datasets
import Drawing
import Foundation
import Lessons
import TestSupport
import Testing

@testable import Labs

/// The maps with the truth over them, characters and colours; recorded as views are.
@Suite("The truth looks as it did")
struct TruthSnapshotTests {
  /// A picture: a recipe, the key of a view, the size and what the terminal can show.
  struct Kind: Sendable, CustomTestStringConvertible {
    let recipe: String
    let key: Character
    let size: Size
    let capabilities: Capabilities

    var testDescription: String { name }

    var name: String {
      let isPlain = capabilities.glyphs == .ascii
      return "\(recipe)-\(key)-\(size.width)x\(size.height)\(isPlain ? "-mono-ascii" : "").txt"
    }
  }

  static let kinds: [Kind] = [("circle", "1"), ("blobs", "1"), ("multi-gauss", "1"), ("wave", "8")]
    .flatMap { recipe, key in
      [
        Kind(recipe: recipe, key: key, size: wide, capabilities: .full),
        Kind(recipe: recipe, key: key, size: small, capabilities: .full),
        Kind(
          recipe: recipe, key: key, size: small,
          capabilities: Capabilities(depth: .mono, glyphs: .ascii)),
      ]
    }

  private static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Snapshots/Truth")
  }

  @Test("Characters and colours are those that were recorded", arguments: kinds)
  func looksAsItDid(_ kind: Kind) throws {
    var preset = Preset()
    preset.data.recipe = kind.recipe
    preset.data.noise = 25
    if kind.recipe == Wave.name { preset.features = [.x1] }
    if kind.recipe == Blobs.name { preset.training.loss = .crossEntropy }
    var app = App(preset)
    for _ in 0..<20 { app.press(.character("e")) }
    app.press(.character(kind.key), .character("b"))
    let canvas = app.view(size: kind.size, capabilities: kind.capabilities)
    let text = ([picture(canvas), Inks.legend] + Inks(canvas).lines).joined(separator: "\n") + "\n"
    let file = Self.folder.appendingPathComponent(kind.name)
    if ProcessInfo.processInfo.environment["PERCEPT_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test("There are no other pictures")
  func isComplete() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(files.sorted() == Self.kinds.map(\.name).sorted())
  }
}
