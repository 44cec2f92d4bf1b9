import Drawing
import Foundation
import Lessons
import TestSupport
import Testing

@testable import Labs

/// The screens of an exercise, characters and colours. `PERCEPT_RECORD=1 swift test` writes the
/// pictures anew, to be read as a change.
@Suite("Every screen of an exercise looks as it did")
struct LearningSnapshotTests {
  /// What the screen shows.
  enum Scene: String, CaseIterable, Sendable {
    case list, task, question, number, hint, passed
  }

  private static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots")
  }

  private func app(_ scene: Scene, _ size: Size) throws -> App {
    var app = try learner(size: size)
    switch scene {
    case .list: app.press(.character("J"))
    case .task: break
    case .question: app.press(.character("Q"), .down)
    case .number:
      app.press(.character("Q"), .character("b"), .enter)
      app.type("1.5x")
      app.press(.enter)
    case .hint: app.press(.character("I"), .character("I"))
    case .passed:
      app.predict()
      app.takeTheRightRate()
      app.trainToTheEnd()
      app.press(.character("Q"), .character("c"), .enter, .enter)
    }
    return app
  }

  @Test("Characters and colours are those that were recorded", arguments: Scene.allCases)
  func looksAsItDid(_ scene: Scene) throws {
    for kind in ViewSnapshotTests.Kind.allCases where kind != .large {
      let canvas = try app(scene, kind.size)
        .view(size: kind.size, capabilities: kind.capabilities)
      let text =
        ([picture(canvas), Inks.legend] + Inks(canvas).lines).joined(separator: "\n") + "\n"
      let name = "\(scene.rawValue)-\(kind.rawValue).txt"
      let file = Self.folder.appendingPathComponent(name)
      if ProcessInfo.processInfo.environment["PERCEPT_RECORD"] == "1" {
        try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
      let recorded = try String(contentsOf: file, encoding: .utf8)
      let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false)
      }
      let difference = zip(lines(recorded), lines(text)).first { $0 != $1 }
      #expect(
        recorded == text, "\(name):\n\(difference?.0 ?? "")\nis now\n\(difference?.1 ?? "")")
    }
  }
}
