import Datasets
import Drawing
import Foundation
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

/// The exercises that come with the program, as the screen has to show them.
@Suite("Shipped exercises on the screen")
struct ShippedScreenTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("presets/exercises")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(".yaml".count)) }.sorted()

  private func exercise(_ name: String) throws -> Exercise {
    let file = Self.folder.appendingPathComponent(name + ".yaml")
    return try Exercise(yaml: String(contentsOf: file, encoding: .utf8), name: name)
  }

  @Test("Its view is one that there is", arguments: names)
  func view(_ name: String) throws {
    guard let view = try exercise(name).start.view else { return }
    #expect(ViewCatalogue.named(view) != nil, "\(view)")
  }

  @Test("Every goal stands on a page of the task, on the smallest screen too", arguments: names)
  func goals(_ name: String) throws {
    let exercise = try exercise(name)
    let panel = try #require(TaskPanel(Session(exercise), nil))
    let place = TaskPlace(Rectangle(x: 0, y: 1, width: 80, height: 21)).task
    let layout = panel.layout(in: place)
    let shown = (layout.pages.flatMap { $0 } + layout.goals).map(\.text).joined(separator: " ")
    for goal in exercise.goals {
      let words = goal.text.split(separator: " ").joined(separator: " ")
      #expect(shown.contains(words), "\(goal.text)")
    }
  }

  @Test("Lines of a table keep their columns on the smallest screen", arguments: names)
  func tables(_ name: String) throws {
    let exercise = try exercise(name)
    let place = TaskPlace(Rectangle(x: 0, y: 1, width: 80, height: 21)).task
    let panel = try #require(TaskPanel(Session(exercise), nil))
    let pages = panel.layout(in: place).pages
    let shown = pages.flatMap { $0 }.map(\.text)
    // One that has room on a page is not cut in two.
    let places = pages.indices.filter { pages[$0].contains(where: \.isVerbatim) }
    let count = exercise.task.split(separator: "\n").count { $0.hasPrefix("  ") }
    if count > 0, count <= 7 { #expect(places.count == 1) }
    for line in exercise.task.split(separator: "\n") where line.hasPrefix("  ") {
      #expect(shown.contains(String(line)), "\(line)")
    }
  }

  /// Widths that are allowed as a list are gone through by every key that changes layers.
  @Test("Arrows and braces go through the layers that an exercise allows")
  func layers() throws {
    var app = try learner(exercise: try exercise("j1-read-the-table"))
    app.lab.focus(on: .layers, session: app.session)
    app.press(.right)
    #expect(app.session.preset.network.hidden == [6, 6])
    app.press(.character("}"))
    #expect(app.session.preset.network.hidden == [8, 8])
    app.press(.character("{"), .character("["))
    #expect(app.session.preset.network.hidden == [4, 4])
    app.press(.left)
    #expect(app.session.preset.network.hidden == [4, 4])
    #expect(app.notice.hasPrefix("The exercise lets hidden layers be one of"))
  }
}
