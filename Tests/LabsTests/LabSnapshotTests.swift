import Drawing
import Foundation
import Lessons
import TestSupport
import Testing

@testable import Labs

/// Every screen beside the playground, characters and colours. `PERCEPT_RECORD=1 swift test` writes
/// the pictures anew, to be read as a change.
@Suite("Every screen looks as it did")
struct LabSnapshotTests {
  /// The screens by their places in the catalogue; the playground has pictures of its views.
  private static let labs = Array(LabCatalogue.all.indices.dropFirst())

  private static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots/Screens")
  }

  private static func name(_ index: Int, _ kind: ViewSnapshotTests.Kind) -> String {
    "\(LabCatalogue.all[index].name.lowercased())-\(kind.rawValue).txt"
  }

  /// A screen after thirty steps by hand.
  private static func app(showing index: Int) throws -> App {
    var app = App(Preset())
    let key: Character? = LabCatalogue.all[index].key
    app.press(.character(try #require(key)))
    for _ in 0..<30 { app.press(.character("s")) }
    app.press(.tab, .tab)
    return app
  }

  @Test("Characters and colours are those that were recorded", arguments: labs)
  func looksAsItDid(_ index: Int) throws {
    let app = try Self.app(showing: index)
    for kind in ViewSnapshotTests.Kind.allCases {
      let canvas = app.view(size: kind.size, capabilities: kind.capabilities)
      let text =
        ([picture(canvas), Inks.legend] + Inks(canvas).lines).joined(separator: "\n") + "\n"
      let file = Self.folder.appendingPathComponent(Self.name(index, kind))
      if ProcessInfo.processInfo.environment["PERCEPT_RECORD"] == "1" {
        try FileManager.default.createDirectory(
          at: Self.folder, withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
      let recorded = try String(contentsOf: file, encoding: .utf8)
      let difference = zip(lines(recorded), lines(text)).first { $0 != $1 }
      #expect(
        recorded == text,
        "\(Self.name(index, kind)):\n\(difference?.0 ?? "")\nis now\n\(difference?.1 ?? "")")
    }
  }

  @Test("There is a picture of every screen at every size, and of nothing else")
  func isComplete() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let expected = Self.labs.flatMap { index in
      ViewSnapshotTests.Kind.allCases.map { Self.name(index, $0) }
    }
    #expect(files.sorted() == expected.sorted())
  }

  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
