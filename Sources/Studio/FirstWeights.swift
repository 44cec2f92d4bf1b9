public import Engine
import Lessons

/// Weights from elsewhere that a session begins with, in place of those drawn from the seed.
public struct FirstWeights: Equatable, Sendable {
  /// The network's parameters.
  public let parameters: [Float]
  /// The network's statistics.
  public let statistics: [Float]
  private let levels: [Network.Level]

  /// The numbers of the tensors for a network of that shape; the error tells all that does not fit.
  public init(_ tensors: [Tensor], for spec: NetworkSpec) throws(SafetensorsError) {
    var network = Network(spec, seed: 0)
    try network.load(tensors)
    for tensor in network.tensors where !(tensor.floats ?? []).allSatisfy(\.isFinite) {
      throw SafetensorsError("\(tensor.name) has a number that is not finite")
    }
    parameters = network.parameters
    statistics = network.statistics
    levels = network.levels
  }

  /// These parameters for a network of that shape; nil if there are more or fewer, or one that is not
  /// finite.
  public init?(_ parameters: [Float], for spec: NetworkSpec) {
    let network = Network(spec, seed: 0)
    guard parameters.count == network.parameterCount, parameters.allSatisfy(\.isFinite) else {
      return nil
    }
    self.parameters = parameters
    statistics = network.statistics
    levels = network.levels
  }

  /// Whether a network has the shape that they are for.
  fileprivate func fit(_ network: Network) -> Bool { network.levels == levels }
}

extension Preset {
  /// The network at its start: with these weights if they fit, or else as the seed draws it.
  func firstNetwork(_ weights: FirstWeights?) -> Network {
    var network = Network(networkSpec, seed: self.network.seed)
    if let weights, weights.fit(network) {
      network.parameters = weights.parameters
      network.statistics = weights.statistics
    }
    return network
  }
}

extension Session {
  /// The network that a start anew begins with now.
  var firstNetwork: Network { Self.firstNetwork(for: preset, log) }

  static func firstNetwork(for preset: Preset, _ log: ActionLog) -> Network {
    // Who asks for weights drawn in another way is not to get the same ones again.
    let (now, start) = (preset.network, log.start.network)
    let keepsStart =
      preset.features == log.start.features && now.seed == start.seed
      && now.initialization == start.initialization
      && now.initializationSettings == start.initializationSettings
    return preset.firstNetwork(keepsStart ? log.weights : nil)
  }
}
