public import Engine
public import Lessons

extension Digest {
  /// The fingerprint of a network: the hash of its shape, and of the bits of every parameter and
  /// statistic, lowest byte first. Equal to the last bit, or another fingerprint.
  public init(of network: Network) {
    let spec = network.spec
    let layers = [spec.inputCount] + spec.hidden.map(\.units) + [spec.outputCount]
    let shape =
      layers.map { "\($0)" }.joined(separator: "-")
      + " \(network.parameters.count) \(network.statistics.count)\n"
    let bits = (network.parameters + network.statistics).flatMap { number in
      [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number.bitPattern >> UInt32($0)) }
    }
    self.init(of: Array(shape.utf8) + bits)
  }
}
