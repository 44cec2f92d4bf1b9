import Datasets
import Engine
import Lessons
import Studio
import Testing

@testable import Sweeps

@Suite("A trial under way")
struct TrialRunTests {
  private static let loss = SweepObjective(measure: .testLoss)
  private static let best = SweepObjective(measure: .testLoss, moment: .best)

  private static func finished(_ run: TrialRun) -> TrialRun {
    var run = run
    while !run.isFinished { run.advance() }
    return run
  }

  private static func changed(_ pairs: [(String, String)]) throws -> Preset {
    var preset = Sample.small
    for (key, text) in pairs { try #require(SettingCatalogue.keyed(key)).set(text, in: &preset) }
    return preset
  }

  private static let presets: [[(String, String)]] = [
    [], [("training.optimizer", "adam"), ("network.hidden", "4,3"), ("network.dropout", "20")],
    [("data.set", "wave"), ("training.batch-size", "7")],
    [("data.set", "multi-gauss"), ("training.loss", "cross-entropy")],
  ]

  @Test("Its numbers are those of the screen, to the last bit", arguments: 0..<4)
  func screen(number: Int) throws {
    let preset = try Self.changed(Self.presets[number])
    let run = Self.finished(TrialRun(preset, epochs: 15, Self.loss))
    var session = Session(preset)
    while session.trainer.epochCount < 15 { session.advance(steps: 1) }
    let result = run.result
    #expect(result.state == .complete && result.epochs == 15 && result.measuredAt == 15)
    #expect(result.objective == session.testEvaluation.loss)
    #expect(result.value(of: .trainingLoss) == session.trainingEvaluation.loss)
    #expect(result.value(of: .validationLoss) == session.validationEvaluation.loss)
    #expect(
      result.value(of: .gap) == session.testEvaluation.loss - session.trainingEvaluation.loss)
    if preset.problem == .regression {
      #expect(result.value(of: .testAccuracy).isNaN)
    } else {
      #expect(result.value(of: .testAccuracy) == session.value(of: .testAccuracy))
    }
  }

  @Test("Gone on with from a rung, it ends as one that was never stopped", arguments: [loss, best])
  func extended(objective: SweepObjective) throws {
    let preset = try Self.changed([("training.optimizer", "adam"), ("network.dropout", "30")])
    let whole = Self.finished(TrialRun(preset, epochs: 200, objective)).result
    var run = TrialRun(preset, epochs: 3, objective)
    for epochs in [3, 50, 90, 200] {
      run.extend(to: epochs)
      let kept = run
      run = Self.finished(run)
      // A copy goes its own way, and looking at a result changes nothing.
      #expect(run.result == Self.finished(kept).result)
      #expect(run.result.epochs == epochs)
    }
    #expect(run.result == whole)
    run.extend(to: 10)
    #expect(run.isFinished && run.result == whole)
  }

  @Test("How it is cut into pieces changes nothing", arguments: [1, 3000, 10_000])
  func pieces(budget: Int) throws {
    let preset = try Self.changed([("training.optimizer", "adam"), ("network.dropout", "30")])
    for objective in [Self.loss, Self.best] {
      var run = TrialRun(preset, epochs: 60, objective)
      var count = 0
      while !run.isFinished {
        run.advance(budget: budget)
        count += 1
      }
      #expect(count > 5)
      #expect(run.result == Self.finished(TrialRun(preset, epochs: 60, objective)).result)
      run.advance()
      #expect(run.epochs == 60)
    }
  }

  @Test("The best of all epochs is no worse than the last, and where it was is told")
  func bestEpoch() throws {
    let preset = try Self.changed([("training.learning-rate", "1")])
    let last = Self.finished(TrialRun(preset, epochs: 40, Self.loss)).result
    let best = Self.finished(TrialRun(preset, epochs: 40, Self.best)).result
    #expect(best.objective <= last.objective)
    let there = Self.finished(TrialRun(preset, epochs: best.measuredAt, Self.loss)).result
    #expect(there.objective == best.objective)
    #expect(best.measures == last.measures)
  }

  @Test("Divergence is a result")
  func divergence() throws {
    let preset = try Self.changed([
      ("training.learning-rate", "100"), ("network.activation", "relu"), ("network.hidden", "8,8"),
      ("data.set", "plane"),
    ])
    let result = Self.finished(TrialRun(preset, epochs: 50, Self.best)).result
    #expect(result.state == .diverged)
    #expect(result.objective.isNaN && result.measures.allSatisfy(\.isNaN))
    #expect(result.epochs < 50)
    #expect(result.curve.first?.isFinite == true)
  }

  @Test("Without its objective it is not trained, and fails for it", arguments: [loss, best])
  func unmeasurable(usual: SweepObjective) throws {
    for (key, value, measure, name) in [
      ("data.validation", "0", Measure.validationLoss, "validation loss"),
      ("data.set", "wave", .testAccuracy, "test accuracy"),
    ] {
      var objective = usual
      objective.measure = measure
      let run = TrialRun(try Self.changed([(key, value)]), epochs: 50, objective)
      #expect(run.isFinished)
      #expect(run.result == .failed("the \(name) can't be measured with these values"))
    }
  }

  @Test("Early stopping ends it before its epochs are over")
  func earlyStopping() throws {
    let preset = try Self.changed([
      ("training.patience", "2"), ("training.learning-rate", "3"),
    ])
    let result = Self.finished(TrialRun(preset, epochs: 2000, Self.loss)).result
    #expect(result.state == .complete && result.epochs < 2000)
  }

  @Test("The curve is thinned evenly, from epoch 0 on", arguments: [0, 1, 39, 40, 41, 300])
  func curve(epochs: Int) throws {
    let result = Self.finished(TrialRun(Sample.small, epochs: epochs, Self.loss)).result
    let session = Session(Sample.small)
    #expect(result.curve.first == session.testEvaluation.loss)
    var stride = 1
    while epochs / stride + 1 > 40 { stride *= 2 }
    #expect(result.curve.count == epochs / stride + 1)
    let second = Self.finished(TrialRun(Sample.small, epochs: stride, Self.loss)).result
    if epochs >= stride { #expect(result.curve[1] == second.objective) }
  }
}
