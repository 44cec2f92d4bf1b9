import Datasets

extension Preset {
  /// Checks what no setting can check alone.
  public func validate() throws(SettingError) {
    // A little more is a rounding: 33.4 and 66.6.
    if data.training + data.validation > 100 + 1e-9 {
      throw SettingError(
        key: "data.validation", found: Setting.text(data.validation),
        expected: "data.training and data.validation to be at most 100 % together")
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
