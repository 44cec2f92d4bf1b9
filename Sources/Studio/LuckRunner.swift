import Engine
import Lessons

/// Trains one choice of seeds, a step at a time.
struct LuckRunner: Sendable {
  private(set) var run: LuckRun
  private(set) var isFinished = false
  private var trainer: Trainer
  private var evaluator: Evaluator
  private var watch: LuckGoal.Watch
  private let samples: ShareSamples
  private let settings: LuckSettings
  private let batchSize: Int
  private let loss: Loss

  /// - Parameter session: the start of the run, at epoch 0.
  init(_ session: Session, offset: Int, _ settings: LuckSettings) {
    run = LuckRun(offset: offset)
    trainer = session.trainer
    samples = session.samples
    evaluator = Evaluator(for: trainer.network)
    watch = LuckGoal.Watch(settings.goal)
    (batchSize, loss) = (trainer.settings.batchSize, trainer.settings.loss)
    self.settings = settings
    note()
  }

  /// Takes a step, and measures where it ends an epoch; gives about how many values of units that
  /// took.
  mutating func step() -> Int {
    guard !isFinished else { return 0 }
    let epoch = trainer.epochCount
    trainer.step()
    // Forward and twice backward, for whole blocks of lanes, however few of them a batch fills.
    var passes = 3 * laneCount * blockCount(for: min(batchSize, samples.training.count))
    if trainer.divergence != nil {
      run.divergedIn = epoch + 1
      (run.trainingLoss, run.testLoss) = (.nan, .nan)
      (run.trainingAccuracy, run.testAccuracy) = (.nan, .nan)
      isFinished = true
    } else if trainer.epochCount > epoch {
      note()
      passes += samples.training.count + samples.test.count
    }
    return passes * trainer.network.spec.valuesPerSample
  }

  /// Measures what there is after an epoch.
  private mutating func note() {
    let epoch = trainer.epochCount
    let training = evaluator.evaluate(trainer.network, on: samples.training, loss: loss)
    let test = evaluator.evaluate(trainer.network, on: samples.test, loss: loss)
    (run.trainingLoss, run.testLoss) = (training.loss, test.loss)
    (run.trainingAccuracy, run.testAccuracy) = (training.accuracy, test.accuracy)
    run.epochs = epoch
    let value = run.last(settings.goal.metric)
    watch.note(value, after: epoch)
    run.reached = watch.reached
    if epoch % settings.curveStride == 0 { run.curve.append(value) }
    isFinished = epoch >= settings.epochs || trainer.hasStopped
  }
}

extension LuckSettings {
  /// Every so many epochs a number is kept for curves.
  public var curveStride: Int { max(1, epochs / 200) }
}
