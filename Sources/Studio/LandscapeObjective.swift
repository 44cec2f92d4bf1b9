import Datasets
import Engine
import Lessons

/// What a landscape's heights are, beside the weights.
struct LandscapeObjective: Sendable {
  let samples: ShareSamples
  let loss: Loss
  let regularization: Regularization
  let frozen: [Int]
  private let spec: NetworkSpec
  private let killed: [UnitPlace]

  init(_ session: Session) {
    samples = session.samples
    loss = session.preset.objective.loss
    regularization = session.preset.trainingSpec.regularization
    frozen = session.trainer.frozen
    spec = session.trainer.network.spec
    killed = session.trainer.network.killed
  }

  /// Whether the same weights have the same curvature.
  func hasSameCurvature(as other: LandscapeObjective) -> Bool {
    isSameFunction(as: other) && regularization == other.regularization
      && samples.training == other.samples.training
  }

  /// Whether the same weights have the same losses, and the same curvature.
  func isSame(as other: LandscapeObjective, _ settings: Landscape.Settings) -> Bool {
    hasSameCurvature(as: other) && samples[settings.share] == other.samples[settings.share]
  }

  private func isSameFunction(as other: LandscapeObjective) -> Bool {
    loss == other.loss && frozen == other.frozen && spec == other.spec && killed == other.killed
  }
}
