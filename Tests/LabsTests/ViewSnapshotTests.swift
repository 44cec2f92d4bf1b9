import Drawing
import Foundation
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

/// Every view on the whole screen, characters and colours. `PERCEPT_RECORD=1 swift test` writes the
/// pictures anew, to be read as a change.
@Suite("Every view looks as it did")
struct ViewSnapshotTests {
  /// A screen that pictures are kept of.
  enum Kind: String, CaseIterable, Sendable {
    case small = "80x24"
    case wide = "120x40"
    case large = "200x60"
    case plain = "80x24-mono-ascii"

    var size: Size {
      switch self {
      case .small, .plain: Size(width: 80, height: 24)
      case .wide: Size(width: 120, height: 40)
      case .large: Size(width: 200, height: 60)
      }
    }

    var capabilities: Capabilities {
      self == .plain ? Capabilities(depth: .mono, glyphs: .ascii) : .full
    }
  }

  private static var tests: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  }

  private static var folder: URL { tests.appendingPathComponent("Snapshots/Views") }

  private static func name(_ index: Int, _ kind: Kind) -> String {
    "\(ViewCatalogue.all[index].name.lowercased())-\(kind.rawValue).txt"
  }

  /// A view with the focus, after a short training of a preset that fits it.
  private static func app(showing index: Int) throws -> App {
    var preset = Preset()
    if ViewCatalogue.all[index] == CurveView.self {
      let file = tests.deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("presets/15-wave.yaml")
      preset = try Preset(yaml: String(contentsOf: file, encoding: .utf8))
    }
    var app = App(preset)
    for _ in 0..<20 { app.press(.character("e")) }
    app.press(.character(ViewCatalogue.all[index].key))
    if ViewCatalogue.all[index] == LuckView.self { app.press(.enter) }
    if ViewCatalogue.all[index] == PairView.self {
      app.session.apply(.set(key: "training.learning-rate", value: "0.3"))
      app.press(.character("e"), .character("e"), .right, .right)
    }
    // Where the microscope begins there is little to see: at the first layer, on the way back.
    if ViewCatalogue.all[index] == MicroView.self { for _ in 0..<7 { app.press(.right) } }
    return app
  }

  @Test("Characters and colours are those that were recorded", arguments: ViewCatalogue.all.indices)
  func looksAsItDid(_ index: Int) throws {
    let app = try Self.app(showing: index)
    for kind in Kind.allCases {
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

  @Test("There is a picture of every view on every screen, and of nothing else")
  func isComplete() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let expected = ViewCatalogue.all.indices.flatMap { index in
      Kind.allCases.map { Self.name(index, $0) }
    }
    #expect(files.sorted() == expected.sorted())
  }

  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
