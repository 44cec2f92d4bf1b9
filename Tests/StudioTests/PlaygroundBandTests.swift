import Datasets
import Engine
import Lessons
import Studio
import Testing

/// Settings like TensorFlow Playground's learn as it does.
///
/// The bands were measured with its own engine on twenty seeds: network 4 and 2, tanh, rate 0.03,
/// batches of 10 in a fixed order, no noise, half of the points for training. Our random numbers
/// are others, so medians and counts are compared, not runs.
@Suite("As TensorFlow Playground")
struct PlaygroundBandTests {
  private func session(_ recipe: String, seed: Int) -> Session {
    var preset = Preset()
    preset.data.recipe = recipe
    preset.data.seed = UInt64(seed)
    preset.network.seed = UInt64(seed)
    preset.training.seed = UInt64(seed)
    preset.training.shuffles = false
    return Session(preset)
  }

  /// The epoch after which the training loss is first below `goal`, for each of twenty seeds.
  private func epochs(_ recipe: String, below goal: Double, within limit: Int) -> [Int?] {
    (0..<20).map { seed in
      var session = session(recipe, seed: seed)
      while session.trainer.epochCount < limit && session.trainer.divergence == nil {
        session.advance(steps: session.trainer.stepsLeftInEpoch)
        if let last = session.history.entries.last, last.training < goal { return last.epoch }
      }
      return nil
    }
  }

  private func median<Value: Comparable>(_ values: [Value]) -> Value? {
    values.isEmpty ? nil : values.sorted()[values.count / 2]
  }

  @Test(
    "Runs that learn, and how soon",
    arguments: [
      ("circle", 16...20, 70...180), ("xor", 16...20, 60...170), ("gauss", 20...20, 5...14),
      ("plane", 20...20, 2...8),
    ])
  func learns(_ recipe: String, _ runs: ClosedRange<Int>, _ middle: ClosedRange<Int>) {
    let reached = epochs(recipe, below: 0.01, within: 500).compactMap(\.self)
    #expect(runs.contains(reached.count))
    #expect(median(reached).map(middle.contains) == true)
  }

  @Test("A spiral is beyond the usual network")
  func spiral() {
    var final: [Double] = []
    for seed in 0..<20 {
      var session = session("spiral", seed: seed)
      session.advance(steps: 500 * 25)
      final.append(session.trainingEvaluation.loss)
    }
    #expect(final.allSatisfy { $0 > 0.1 })
    #expect(median(final).map((0.37...0.46).contains) == true)
  }

  @Test("A circle's first loss is as there")
  func firstLoss() {
    let losses = (0..<200).compactMap {
      session("circle", seed: $0).history.entries.first?.training
    }
    #expect(median(losses).map((0.49...0.54).contains) == true)
  }
}
