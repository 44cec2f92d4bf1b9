/// What early stopping has seen, for a file.
extension EarlyStopping {
  var tensors: [Tensor] {
    [
      Tensor("stopping.parameters", shape: [parameters.count], floats: parameters),
      Tensor("stopping.statistics", shape: [statistics.count], floats: statistics),
      Tensor("stopping.best_loss", doubles: [bestLoss]),
      Tensor("stopping.best_epoch", integer: bestEpoch),
      Tensor("stopping.waited", integer: waited),
      Tensor("stopping.has_stopped", integer: hasStopped ? 1 : 0),
    ]
  }

  var forms: [TensorForm] {
    [
      TensorForm("stopping.parameters", .floats, shape: [parameters.count]),
      TensorForm("stopping.statistics", .floats, shape: [statistics.count]),
      TensorForm("stopping.best_loss", .doubles, shape: [1]),
      TensorForm("stopping.best_epoch", .integers, shape: []),
      TensorForm("stopping.waited", .integers, shape: []),
      TensorForm("stopping.has_stopped", .integers, shape: []),
    ]
  }

  /// Reads back what `tensors` gave, for a network of the same shape as `other` watches.
  init(_ table: TensorTable, like other: EarlyStopping) throws(SafetensorsError) {
    self = other
    let limit = 1 << 53
    parameters = table["stopping.parameters"]?.floats ?? other.parameters
    statistics = table["stopping.statistics"]?.floats ?? other.statistics
    bestLoss = table["stopping.best_loss"]?.doubles?.first ?? .infinity
    bestEpoch = try table.integer("stopping.best_epoch", in: 0...limit)
    waited = try table.integer("stopping.waited", in: 0...limit)
    hasStopped = try table.integer("stopping.has_stopped", in: 0...1) == 1
  }
}
