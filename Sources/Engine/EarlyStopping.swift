/// Watches the validation loss from epoch to epoch and keeps the best weights.
///
/// Source: L. Prechelt, *Early Stopping – But When?* (1998); the rule here is the plain one, a number
/// of epochs without a new best.
public struct EarlyStopping: Equatable, Sendable {
  /// The lowest validation loss since the watch began, that of its beginning included; infinite as
  /// long as it was no number.
  public internal(set) var bestLoss: Double
  /// The epoch after which the loss was that low; 0 is the start of training.
  public internal(set) var bestEpoch: Int
  /// Epochs since then.
  public internal(set) var waited = 0
  /// Whether training has stopped and the best weights stand in the network.
  public internal(set) var hasStopped = false
  /// The best weights, as long as the network's parameters.
  var parameters: [Float]
  /// The statistics that go with them.
  var statistics: [Float]

  /// A watch that starts with a network as it is after an epoch.
  init(_ network: Network, loss: Double, after epoch: Int) {
    // NaN as the best would let no later loss be better.
    bestLoss = loss.isNaN ? .infinity : loss
    bestEpoch = epoch
    parameters = network.parameters
    statistics = network.statistics
  }

  /// Takes note of the loss after an epoch; a loss that is not a number is no new best.
  ///
  /// - Returns: whether it is time to stop: the best is `patience` epochs old.
  mutating func note(
    _ loss: Double, of network: Network, after epoch: Int, patience: Int
  ) -> Bool {
    if loss < bestLoss {
      bestLoss = loss
      bestEpoch = epoch
      waited = 0
      // Copied number by number: two names for one array would make the next step copy it whole.
      for index in parameters.indices { parameters[index] = network.parameters[index] }
      for index in statistics.indices { statistics[index] = network.statistics[index] }
      return false
    }
    waited += 1
    hasStopped = waited >= patience
    return hasStopped
  }

  /// Brings the best weights back.
  func restore(_ network: inout Network) {
    network.parameters = parameters
    network.statistics = statistics
  }
}
