import ArgumentParser
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import CLI

/// What the documentation tells a reader to type, typed.
@Suite("Experiments of the documentation")
struct ExperimentTests {
  private static func commands() throws -> [String] {
    try Article.all().flatMap(\.commands)
  }

  @Test("Each command is understood, and trains", arguments: try commands())
  func command(_ text: String) throws {
    var words = text.split(separator: " ").map(String.init)
    // Others, such as a build's, are not the program's own.
    guard words.removeFirst() == "percept" else { return }
    guard let play = try Percept.parseAsRoot(words) as? Play else { return }
    var preset = Preset()
    if let name = play.start.preset {
      let file = try PresetFile.all().first { $0.name.hasSuffix("-\(name).yaml") }
      preset = try Preset(yaml: try #require(file, "there is no preset \(name)").text)
    }
    try StartOptions.apply(play.start.settings, to: &preset)
    var session = Session(preset)
    session.advance(steps: 2 * session.trainer.stepsPerEpoch)
    #expect(session.trainer.stepCount > 0)
  }

  @Test("There are commands to try")
  func some() throws {
    #expect(try Self.commands().count { $0.hasPrefix("percept play ") } > 50)
  }
}
