import Engine

extension Network {
  /// A network whose weights lie in −bound…bound, drawn unit by unit, and whose biases are equal.
  ///
  /// - Parameters:
  ///   - widths: the values of each level, from the inputs to the outputs.
  ///   - bias: of every unit.
  ///   - bound: the largest weight of a level with so many inputs and outputs.
  static func drawn(
    _ widths: [Int], _ activation: Activation, output: Activation, bias: Float,
    using random: inout Mulberry32, bound: (_ inputs: Int, _ outputs: Int) -> Double
  ) -> Network {
    let hidden = widths.dropFirst().dropLast()
    var network = Network(
      NetworkSpec(
        inputCount: widths.first ?? 0,
        hidden: hidden.map { NetworkSpec.Hidden(units: $0, activation: activation) },
        outputCount: widths.last ?? 1, outputActivation: output, initializer: .playground),
      seed: 0)
    for (number, level) in network.levels.enumerated() {
      let largest = bound(level.inputs, level.units)
      for unit in 0..<level.units {
        network.parameters[network.biasIndex(level: number, unit: unit)] = bias
        for input in 0..<level.inputs {
          let weight = Float((random.unit() * 2 - 1) * largest)
          if let index = network.weightIndex(level: number, unit: unit, input: input) {
            network.parameters[index] = weight
          }
        }
      }
    }
    return network
  }
}
