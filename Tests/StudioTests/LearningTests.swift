import Datasets
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@Suite("Presets are learned")
struct LearningTests {
  @Test("Each learns what it shows within a thousand epochs", arguments: try PresetFile.all())
  func learned(_ file: PresetFile) throws {
    var session = Session(try Preset(yaml: file.text))
    let share = file.name == "14-digits.yaml" ? 0.5 : 0.95
    var epoch = 0
    while epoch < 1000 && !isLearned(session, share) {
      session.advance(steps: session.trainer.stepsLeftInEpoch)
      epoch += 1
    }
    #expect(isLearned(session, share), "\(session.testEvaluation)")
    #expect(session.trainer.divergence == nil)
  }

  /// Nineteen test points of twenty are right, half of those of ten digits seen in two sums, or a
  /// tenth of the loss of predicting 0 is left.
  private func isLearned(_ session: Session, _ share: Double) -> Bool {
    if session.preset.problem != .regression { return session.testEvaluation.accuracy >= share }
    let squares = session.dataset.test.map { Double($0.label * $0.label) }
    return session.testEvaluation.loss < squares.reduce(0, +) / Double(2 * squares.count) / 10
  }
}
