import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("Accuracies in per cent") struct AccuracyTests {
  @Test("Every number of right ones has the shortest text of what it is", arguments: 1...120)
  func shortest(count: Int) {
    for right in 0...count {
      let percent = Evaluation.percent(Double(right) / Double(count), of: count)
      #expect(percent == Double(right * 100) / Double(count))
    }
    #expect(Evaluation.percent(.nan, of: count).isNaN)
    #expect(Evaluation.percent(0.123456, of: 10) == 0.123456 * 100)
  }

  @Test("Metrics, measures and sweeps have the same numbers, without the noise of a product")
  func everywhere() throws {
    var preset = Preset()
    preset.data.samples = 150
    preset.data.training = 100.0 / 3
    preset.data.validation = 100.0 / 3
    var session = Session(preset)
    var bare = BareRun(preset)
    let shares: [(Dataset.Share, Measure)] = [
      (.training, .trainingAccuracy), (.validation, .validationAccuracy), (.test, .testAccuracy),
    ]
    var found: Set<Double> = []
    for _ in 0..<60 {
      let metrics = EpochMetrics(of: session)
      for (index, (share, measure)) in shares.enumerated() {
        let count = Double(session.dataset[share].count)
        let percent = metrics.accuracies[index]
        #expect(percent == (percent * count / 100).rounded() * 100 / count)
        #expect(session.value(of: measure) == percent)
        #expect(session.value(of: measure, endsEpoch: true) == percent)
        #expect(bare.accuracyInPerCent(of: share) == percent)
        found.insert(percent)
      }
      session.advance(steps: session.trainer.stepsPerEpoch)
      for _ in 0..<session.trainer.stepsPerEpoch { bare.step() }
    }
    #expect(found.count > 10)
  }
}
