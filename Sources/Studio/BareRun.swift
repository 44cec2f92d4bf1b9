public import Datasets
public import Engine
public import Lessons

/// A training without a session around it: no history, no undo, no log; the same numbers to the last
/// bit, for whatever trains many networks or wants no more than their end.
public struct BareRun: Sendable {
  /// The training, at some step.
  public private(set) var trainer: Trainer
  private let samples: ShareSamples
  private let hasClasses: Bool
  private var evaluator: Evaluator

  /// The start of a preset, at epoch 0.
  public init(_ preset: Preset) {
    let dataset = preset.dataset
    samples = ShareSamples(preset, dataset)
    trainer = Trainer(
      network: preset.firstNetwork(nil), samples: samples.training,
      validation: samples.validation, spec: preset.trainingSpec, seed: preset.training.seed)
    evaluator = Evaluator(for: trainer.network)
    hasClasses = preset.problem != .regression
  }

  /// Whether training has diverged or was stopped early.
  public var hasStopped: Bool { trainer.hasStopped }

  /// About how many numbers a step or an evaluation of so many samples computes.
  public var valuesPerSample: Int { trainer.network.spec.valuesPerSample }

  /// Takes one step.
  public mutating func step() { trainer.step() }

  /// The mean loss and the accuracy, 0…1, on a share of the points; NaN without points, and the
  /// accuracy also where numbers are predicted.
  public mutating func evaluation(of share: Dataset.Share) -> Evaluation {
    let found = evaluator.evaluate(
      trainer.network, on: samples[share], loss: trainer.settings.loss)
    return hasClasses ? found : Evaluation(loss: found.loss, accuracy: .nan)
  }

  /// What is right of a share now, in per cent; NaN where numbers are predicted.
  public mutating func accuracyInPerCent(of share: Dataset.Share) -> Double {
    Evaluation.percent(evaluation(of: share).accuracy, of: count(of: share))
  }

  /// How many points a share has.
  public func count(of share: Dataset.Share) -> Int { samples[share].count }
}
