/// A number or a word that stands on the screen without being a control.
enum Quantity: CaseIterable, Hashable, Sendable {
  case epoch, step, batch, speed, state, preset
  case loss, accuracy, validation, test, penalty, zeroWeights
  case parameters, points, batchLoss, nextRate, bestEpoch, waited

  /// What it is called.
  var title: String {
    switch self {
    case .epoch: "epoch"
    case .step: "step"
    case .batch: "batch"
    case .speed: "speed"
    case .state: "training or paused"
    case .preset: "preset"
    case .loss: "loss"
    case .accuracy: "accuracy"
    case .validation: "validation"
    case .test: "test"
    case .penalty: "penalty"
    case .zeroWeights: "zero weights"
    case .parameters: "parameters"
    case .points: "points"
    case .batchLoss: "batch loss"
    case .nextRate: "next rate"
    case .bestEpoch: "best epoch"
    case .waited: "waited"
    }
  }
}
