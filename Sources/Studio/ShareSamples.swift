import Datasets
import Engine
import Lessons

/// The points of a session as its network takes them, share by share.
struct ShareSamples {
  /// What the inputs went through; nil if they are the features themselves.
  let standardizer: Standardizer?
  let training: Samples
  let validation: Samples
  let test: Samples

  init(_ preset: Preset, _ dataset: Dataset) {
    let standardizer = preset.standardizer(for: dataset)
    self.standardizer = standardizer
    training = preset.samples(dataset.training, standardizedBy: standardizer)
    validation = preset.samples(dataset.validation, standardizedBy: standardizer)
    test = preset.samples(dataset.test, standardizedBy: standardizer)
  }

  subscript(share: Dataset.Share) -> Samples {
    switch share {
    case .training: training
    case .validation: validation
    case .test: test
    }
  }
}
