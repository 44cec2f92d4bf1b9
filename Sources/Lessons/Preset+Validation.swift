import Datasets

extension Preset {
  /// Checks what no setting can check alone.
  public func validate() throws(SettingError) {
    if problem == .regression && training.loss == .crossEntropy {
      throw SettingError(
        key: "training.loss", found: training.loss.rawValue,
        expected: "a squared error, because “\(data.recipe)” has numbers to predict")
    }
  }
}
