import Datasets
public import Lessons
import Engine

/// What goals are about, in numbers.
extension Session {
  /// A measure now; NaN if it can't be told.
  ///
  /// - Parameter endsEpoch: whether an epoch has just ended, so that the history may have it.
  public func value(of measure: Measure, endsEpoch: Bool = false) -> Double {
    switch measure {
    case .trainingLoss: return evaluated(.training, endsEpoch).loss
    case .validationLoss: return evaluated(.validation, endsEpoch).loss
    case .testLoss: return evaluated(.test, endsEpoch).loss
    case .trainingAccuracy: return evaluated(.training, endsEpoch).accuracy
    case .validationAccuracy: return evaluated(.validation, endsEpoch).accuracy
    case .testAccuracy: return evaluated(.test, endsEpoch).accuracy
    case .gap: return evaluated(.test, endsEpoch).loss - evaluated(.training, endsEpoch).loss
    case .penalty: return penalty
    case .epochs: return Double(trainer.epochCount)
    case .steps: return Double(trainer.stepCount)
    case .stoppedEarly: return trainer.hasStopped && trainer.divergence == nil ? 1 : 0
    case .parameters: return Double(trainer.network.parameterCount)
    case .hiddenLayers: return Double(preset.network.hidden.count)
    case .units: return Double(preset.network.hidden.reduce(0, +))
    case .inputs: return Double(preset.features.count)
    case .zeroWeights: return Double(weights.count { $0 == 0 })
    case .nonzeroWeights: return Double(weights.count { $0 != 0 })
    case .largestWeight: return Double(weights.reduce(0) { max($0, abs($1)) })
    case .gradientRatio:
      let norms = Diagnosis(of: trainer, sampleLimit: 1).levels.map(\.gradientNorm)
      guard let first = norms.first, let last = norms.last else { return .nan }
      return first / last
    case .gradientNorm:
      return Diagnosis(of: trainer, sampleLimit: 1).levels.map(\.gradientNorm).max() ?? .nan
    case .deadUnits: return Double(deadUnits)
    case .distinctUnits: return Double(distinctUnits)
    case .output: return firstOutput
    case .correctAnswers: return Double(attempt?.correctAnswers ?? 0)
    case .answers: return Double(attempt?.answers.count ?? 0)
    case .runs: return Double(attempt?.runs ?? 0)
    case .changes: return Double(attempt?.changes ?? 0)
    case .hints: return Double(attempt?.hintsTaken ?? 0)
    }
  }

  /// Loss and accuracy in per cent, from the history where it has them.
  private func evaluated(
    _ share: Dataset.Share, _ endsEpoch: Bool
  ) -> (loss: Double, accuracy: Double) {
    if endsEpoch, let entry = history.entries.last, entry.epoch == trainer.epochCount {
      switch share {
      case .training: return (entry.training, percent(entry.accuracy.training, share))
      case .test: return (entry.test, percent(entry.accuracy.test, share))
      case .validation:
        return (entry.validation ?? .nan, percent(entry.accuracy.validation, share))
      }
    }
    let now =
      switch share {
      case .training: trainingEvaluation
      case .validation: validationEvaluation
      case .test: testEvaluation
      }
    return (now.loss, percent(preset.problem == .regression ? nil : now.accuracy, share))
  }

  /// The part of a share that is right, in per cent; NaN for none.
  func percent(_ accuracy: Double?, _ share: Dataset.Share) -> Double {
    accuracy.map { Evaluation.percent($0, of: dataset[share].count) } ?? .nan
  }

  private var weights: [Float] {
    trainer.network.weights.flatMap { trainer.network.parameters[$0.range] }
  }

  private var deadUnits: Int {
    let levels = Diagnosis(of: trainer).levels
    return zip(levels, preset.network.hidden).reduce(0) { count, level in
      count + Int(((level.0.deadShare ?? 0) * Double(level.1)).rounded())
    }
  }

  /// Units of a layer whose weights agree to a thousandth of the largest count once.
  private var distinctUnits: Int {
    let network = trainer.network
    return preset.network.hidden.indices.reduce(0) { count, level in
      var kinds: [[Float]] = []
      for unit in 0..<preset.network.hidden[level] {
        let numbers = network.parameters(of: UnitPlace(level: level, unit: unit))
          .map { network.parameters[$0] }
        if !kinds.contains(where: { Self.agree($0, numbers) }) { kinds.append(numbers) }
      }
      return count + kinds.count
    }
  }

  private static func agree(_ one: [Float], _ two: [Float]) -> Bool {
    let largest = (one + two).reduce(Float(0)) { max($0, abs($1)) }
    return zip(one, two).allSatisfy { abs($0 - $1) <= largest / 1000 }
  }

  /// What the network says of the first training point, as the map shows it; with cross-entropy the
  /// probability.
  private var firstOutput: Double {
    guard let example = dataset.training.first else { return .nan }
    let sample = preset.samples([example], standardizedBy: samples.standardizer)
    guard let value = trainer.network.outputs(for: sample).first?.first else { return .nan }
    guard preset.objective.loss == .binaryCrossEntropy else { return Double(value) }
    return Double((shown([value])[0] + 1) / 2)
  }
}
