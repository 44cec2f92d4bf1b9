import Datasets

extension Preset {
  /// Takes the points of a table instead of its own, with network and training as they are.
  ///
  /// - Returns: a sentence for each setting that does not go with these points, and became another.
  public mutating func replaceData(with file: TableFile) throws(UnreadableTable) -> [String] {
    try take(file)
    var remarks: [String] = []
    if recipe.isOneDimensional, features.contains(where: \.dependsOnX2) {
      let others = features.filter { !$0.dependsOnX2 }
      features = others.isEmpty ? [.x1] : others
      remarks.append(
        "There is no second column of numbers in \(file.name), so the inputs are"
          + " \(features.map(\.rawValue).joined(separator: ", ")).")
    }
    if problem == .regression, [.crossEntropy, .hinge].contains(training.loss) {
      remarks.append(
        "\(file.name) has numbers to predict, so the loss is"
          + " \(LossChoice.halfSquaredError.rawValue) instead of \(training.loss.rawValue).")
      training.loss = .halfSquaredError
    }
    return remarks
  }
}
