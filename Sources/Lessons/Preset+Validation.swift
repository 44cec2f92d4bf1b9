import Datasets
import Engine

extension Preset {
  /// Checks what no setting can check alone.
  public func validate() throws(SettingError) {
    // Another column is not predicted without a word.
    if case .file(let file) = recipe.kind, data.columns.target == nil,
      let obstacle = file.table.labelObstacle
    {
      throw SettingError(
        key: "data.target", found: "", expected: obstacle, sentence: "\(file.path): \(obstacle)")
    }
    if case .file(let file) = recipe.kind, data.columns.x1 == nil, data.columns.x2 == nil,
      let obstacle = file.table.inputObstacle
    {
      throw SettingError(
        key: "data.x1", found: "", expected: obstacle, sentence: "\(file.path): \(obstacle)")
    }
    // A little more is a rounding: 33.4 and 66.6.
    if data.training + data.validation > 100 + 1e-9 {
      throw SettingError(
        key: "data.validation", found: Setting.text(data.validation),
        expected: "data.training and data.validation up to 100 % together")
    }
    // A value and its gradient take eight bytes; half a GiB is more than any lesson needs.
    let largest = max(laneCount, (1 << 29) / (8 * networkSpec.valuesPerSample))
    if min(training.batchSize, sampleCount) > largest {
      throw SettingError(
        key: "training.batch-size", found: "\(training.batchSize)",
        expected: "at most \(largest) samples a step, for so large a network")
    }
    if problem == .regression && [.crossEntropy, .hinge].contains(training.loss) {
      throw SettingError(
        key: "training.loss", found: training.loss.rawValue,
        expected:
          "an error of numbers, such as half-squared-error, because “\(data.recipe)” has numbers to predict"
      )
    }
  }
}
