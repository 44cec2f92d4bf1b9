import ArgumentParser
import Drawing
import Engine
import Foundation
import Labs
import Lessons
import Studio
import Testing

@testable import CLI

@MainActor @Suite("Links wherever presets are")
struct OpeningTests {
  private let library = PresetLibrary(executable: "/nowhere/percept", environment: [:])
  private let address =
    "https://playground.tensorflow.org/#activation=relu&dataset=xor&seed=0.00042&foo=1"
  private let remarks = [
    "Percept does not know “foo”.", "Seed 0.00042 is 42 here: other points and first weights.",
  ]

  @Test("A link is opened, with what there is to say about it")
  func opens() throws {
    let opening = try library.opening(address)
    #expect(opening.preset.data.recipe == "xor" && opening.remarks == remarks)
    #expect(try library.preset(address) == opening.preset)
    #expect(try library.opening("circle").remarks.isEmpty)
    #expect(
      throws: Failure(
        message: "the address, character 13: activation can't be “rel”: expected one of relu, "
          + "tanh, sigmoid, linear; did you mean “relu”?")
    ) { try library.opening("#activation=rel&noise=5") }
  }

  @Test("Settings of the command line go over those of the link")
  func settings() throws {
    var preset = try library.preset(address)
    try StartOptions.apply(["training.optimizer=adam", "network.activation=tanh"], to: &preset)
    #expect(preset.training.optimizer == "adam" && preset.data.recipe == "xor")
  }

  @Test("On the screen it is told in one line")
  func screen() {
    var files = PlayFiles(
      library: library, preferences: PreferencesFile(path: nil),
      learning: LearningFiles(ExerciseLibrary(folder: nil), environment: [:]))
    let messages = files.perform(.open(address), at: .zero)
    guard case .opened(let preset) = messages.first else {
      Issue.record("no preset")
      return
    }
    #expect(preset.network.activation[0] == .relu)
    #expect(messages.dropFirst() == [.told("Percept does not know “foo”. C: 1 more.")])
    #expect(
      files.perform(.open("#noise=much"), at: .zero)
        == [.told("the address, character 8: noise can't be “much”: expected a number")])
  }

  @Test("The line has room on every screen")
  func notice() {
    let long = String(repeating: "long ", count: 30)
    for remarks in [[], ["One."], ["One.", "Two."], [long], [long, "Two."]] {
      let notice = Opening(preset: Preset(), remarks: remarks).notice
      #expect((notice == nil) == remarks.isEmpty)
      #expect(columnWidth(notice ?? "") <= 78)
    }
    #expect(Opening(preset: Preset(), remarks: ["One."]).notice == "One.")
    #expect(Opening(preset: Preset(), remarks: ["One.", "Two."]).notice == "One. C: 1 more.")
    #expect(
      Opening(preset: Preset(), remarks: [long, "Two."]).notice
        == "A link, with 2 remarks: C shows them.")
  }

  @Test("In the line mode each remark is a line")
  func plain() throws {
    var lines = ["open \(address)", "link", "quit"]
    var told: [String] = []
    let start = try library.opening("#noise=5&bar=1")
    let session = PlainLoop(
      library: library, read: { lines.isEmpty ? nil : lines.removeFirst() },
      tell: { told.append($0) }
    ).run(Session(start.preset), remarks: start.remarks).session
    #expect(session.preset.data.recipe == "xor")
    #expect(told[3] == "Percept does not know “bar”.")
    #expect(told.contains(remarks[0]) && told.contains(remarks[1]))
    #expect(told.contains { $0.hasPrefix("https://playground.tensorflow.org/#activation=relu&") })
  }

  @Test("The command takes a preset and settings, or the last session")
  func command() throws {
    let command = try #require(
      try Percept.parseAsRoot(["link", "spiral", "--set", "data.noise=5"]) as? LinkCommand)
    #expect(command.start.preset == "spiral" && command.start.settings == ["data.noise=5"])
    #expect(throws: (any Error).self) { try Percept.parseAsRoot(["link", "spiral", "--resume"]) }
    let play = try #require(try Percept.parseAsRoot([address]) as? Play)
    #expect(play.start.preset == address)
  }
}
