import Datasets
import Engine
import Lessons

/// All that a session needs to be at a moment of its line again, but for its curves.
///
/// It is a class, and never changes: branches that have a past in common hold the same moments, and
/// their memory counts once.
final class Moment: Sendable {
  /// Where on the line it is.
  let tick: Tick
  /// The epochs that are complete.
  let epoch: Int
  /// The step at which the present epoch began.
  let epochStart: Int
  let preset: Preset
  let data: MomentData
  let trainer: Trainer
  /// About how much memory it takes up beside its points.
  let byteCount: Int

  /// - Parameter data: the points, if they are in memory already.
  init(of session: Session, sharing data: MomentData?) {
    tick = session.tick
    epoch = session.trainer.epochCount
    epochStart = session.epochStart
    preset = session.preset
    self.data =
      data.flatMap { $0.isOf(session) ? $0 : nil }
      ?? MomentData(dataset: session.dataset, samples: session.samples)
    trainer = session.trainer.resting
    byteCount = 2048 + trainer.restingByteCount
  }

  /// Whether its epoch has just begun.
  var isAtEpochStart: Bool { tick.step == epochStart && !tick.isFailed }
}

/// Points as people and as a network see them: many moments have the same ones.
final class MomentData: Sendable {
  let dataset: Dataset
  let samples: ShareSamples

  init(dataset: Dataset, samples: ShareSamples) {
    self.dataset = dataset
    self.samples = samples
  }

  /// Whether these are the points of a session; quick, since equal arrays are mostly the same ones.
  func isOf(_ session: Session) -> Bool {
    dataset == session.dataset && samples.standardizer == session.samples.standardizer
      && samples.training == session.samples.training
      && samples.validation == session.samples.validation && samples.test == session.samples.test
  }

  /// About how much memory it takes up, the points drawn by hand in its settings included.
  var byteCount: Int {
    2 * dataset.byteCount + samples.training.byteCount + samples.validation.byteCount
      + samples.test.byteCount
  }
}

extension Dataset {
  /// How much memory its points take up.
  var byteCount: Int {
    (training.count + validation.count + test.count) * MemoryLayout<Example>.stride
  }
}
