import Datasets
import Engine
import Foundation
import Lessons
import Studio
import Testing

/// The files of the folder `presets`, in the order of their numbers.
struct PresetFile: CustomTestStringConvertible, Sendable {
  let name: String
  let preset: Preset
  var testDescription: String { name }

  static func all() throws -> [PresetFile] {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: "presets")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix(".yaml") }.sorted().map { name in
      let data = try Data(contentsOf: folder.appending(path: name))
      return PresetFile(
        name: name, preset: try Preset(yaml: String(decoding: data, as: UTF8.self)))
    }
  }
}

@Suite("Presets are learned")
struct LearningTests {
  @Test("Each learns what it shows within a thousand epochs", arguments: try PresetFile.all())
  func learned(_ file: PresetFile) {
    var session = Session(file.preset)
    var epoch = 0
    while epoch < 1000 && !isLearned(session) {
      session.advance(steps: session.stepsToEndOfEpoch)
      epoch += 1
    }
    #expect(isLearned(session), "\(session.testEvaluation)")
    #expect(session.trainer.divergence == nil)
  }

  /// Nineteen test points of twenty are right, or a tenth of the loss of predicting 0 is left.
  private func isLearned(_ session: Session) -> Bool {
    if session.preset.problem != .regression { return session.testEvaluation.accuracy >= 0.95 }
    let squares = session.dataset.test.map { Double($0.label * $0.label) }
    return session.testEvaluation.loss < squares.reduce(0, +) / Double(2 * squares.count) / 10
  }
}
