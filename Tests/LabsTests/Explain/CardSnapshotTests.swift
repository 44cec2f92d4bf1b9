import Drawing
import Foundation
import Lessons
import TestSupport
import Testing

@testable import Labs

/// Some cards on the smallest screen. `PERCEPT_RECORD=1 swift test` writes the pictures anew, to be
/// read as a change.
@Suite("Cards look as they did")
struct CardSnapshotTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Snapshots/Cards")

  /// After three epochs with Adam, a card of a setting, of a unit, of a weight and of a view.
  private static let keys: [(name: String, keys: [Key])] = [
    ("optimiser", [.character("?")]),
    ("unit", [.character("i"), .character("?")]),
    ("weight", [.character("i"), .enter, .character("?")]),
    ("map", [.character("1"), .character("?"), .tab]),
  ]

  @Test("Characters are those that were recorded", arguments: keys.map(\.name))
  func looksAsItDid(_ name: String) throws {
    var preset = Preset()
    preset.training.optimizer = "adam"
    var app = App(preset)
    for _ in 0..<3 { app.press(.character("e")) }
    app.moveFocus(to: .setting("training.optimizer"))
    app.press(try #require(Self.keys.first { $0.name == name }).keys)
    let text = picture(app.view(size: small, capabilities: .full)) + "\n"
    let file = Self.folder.appendingPathComponent("\(name).txt")
    if ProcessInfo.processInfo.environment["PERCEPT_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    #expect(recorded == text, "\(name) is now\n\(text)")
  }
}
