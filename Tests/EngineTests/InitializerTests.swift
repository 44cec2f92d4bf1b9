import TestSupport
import Testing

@testable import Engine

@Suite("First weights")
struct InitializerTests {
  private func weights(_ initializer: Initializer, inputs: Int, outputs: Int, seed: UInt64 = 3)
    -> [Float]
  {
    // What stands there before must not matter.
    var values = [Float](repeating: .nan, count: inputs * outputs + 2)
    var random = Random(seed: seed, stream: .initialization)
    initializer.fill(
      &values[1..<(1 + inputs * outputs)], inputs: inputs, outputs: outputs, using: &random)
    #expect(values[0].isNaN && values[inputs * outputs + 1].isNaN)
    return Array(values[1..<(1 + inputs * outputs)])
  }

  /// The mean square that each kind's weights should have with 40 inputs and 60 outputs.
  private static let meanSquares: [String: Double] = [
    "playground": 1 / 12.0, "xavier": 2 / 100.0, "xavier-normal": 2 / 100.0, "he": 2 / 40.0,
    "he-uniform": 2 / 40.0, "lecun": 1 / 40.0, "orthogonal": 1 / 60.0, "uniform": 1 / 12.0,
    "normal": 0.01, "identity": 1 / 60.0, "constant": 0.01, "zeros": 0,
  ]

  @Test("Weights have the variance that their sentence says", arguments: Initializer.allCases)
  func variance(initializer: Initializer) throws {
    let weights = weights(initializer, inputs: 40, outputs: 60)
    let mean = weights.reduce(0) { $0 + Double($1) } / 2400
    let square = weights.reduce(0) { $0 + Double($1) * Double($1) } / 2400
    let expected = try #require(
      Self.meanSquares[initializer.name], "say here which variance it should have")
    // 2400 draws: five standard errors; what is not drawn is exact.
    switch initializer {
    case .identity, .constant, .zeros: expectClose(square, expected, within: .oneOperation)
    default:
      #expect(abs(mean) < 0.1 * expected.squareRoot())
      #expect(abs(square / expected - 1) < 0.15)
    }
  }

  @Test("Uniform weights keep to their limit and come near it")
  func limits() {
    for (initializer, limit) in [
      (Initializer.playground, 0.5), (.xavier, (6 / 100.0).squareRoot()),
      (.heUniform, (6 / 40.0).squareRoot()), (.uniform(2), 2),
    ] {
      let largest = weights(initializer, inputs: 40, outputs: 60).map(\.magnitude).max() ?? 0
      #expect(Double(largest) <= limit * 1.000001 && Double(largest) > 0.99 * limit)
    }
  }

  @Test("Normal weights go beyond two deviations as often as they should")
  func tails() {
    for (initializer, deviation) in [
      (Initializer.xavierNormal, (2 / 100.0).squareRoot()), (.he, (2 / 40.0).squareRoot()),
      (.lecun, (1 / 40.0).squareRoot()), (.normal(3), 3),
    ] {
      let far = weights(initializer, inputs: 40, outputs: 60)
        .count { Double($0.magnitude) > 2 * deviation }
      // 4.55 % of 2400 are 109, with a standard deviation of 10.
      #expect((59...159).contains(far), "\(initializer.name): \(far)")
    }
  }

  @Test(
    "Orthogonal rows or columns, whichever are fewer, are at right angles and of length 1",
    arguments: [(1, 1), (4, 4), (2, 5), (5, 2), (1, 7), (7, 1), (30, 30), (64, 10)])
  func orthogonal(inputs: Int, outputs: Int) {
    let weights = weights(.orthogonal, inputs: inputs, outputs: outputs).map { Double($0) }
    let rows = (0..<outputs).map { row in (0..<inputs).map { weights[row * inputs + $0] } }
    let columns = (0..<inputs).map { column in rows.map { $0[column] } }
    let vectors = outputs <= inputs ? rows : columns
    for (i, a) in vectors.enumerated() {
      for (j, b) in vectors.enumerated() {
        let product = zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(product - (i == j ? 1 : 0)) < 1e-6)
      }
    }
  }

  @Test("No sign is preferred in orthogonal weights")
  func signs() {
    let firsts = (0..<400).map { weights(.orthogonal, inputs: 3, outputs: 3, seed: $0) }
    for place in 0..<9 {
      let mean = firsts.reduce(0) { $0 + Double($1[place]) } / 400
      // A weight has variance 1/3: five standard errors.
      #expect(abs(mean) < 0.15)
    }
  }

  @Test("The identity hands inputs to the units of the same place", arguments: [(2, 3), (3, 2)])
  func identity(inputs: Int, outputs: Int) {
    let expected: [Float] = inputs == 2 ? [1, 0, 0, 1, 0, 0] : [1, 0, 0, 0, 1, 0]
    #expect(weights(.identity, inputs: inputs, outputs: outputs) == expected)
  }

  @Test("Without inputs there is nothing to fill", arguments: Initializer.allCases)
  func empty(initializer: Initializer) {
    #expect(weights(initializer, inputs: 0, outputs: 3).isEmpty)
  }

  @Test("Biases are 0, the playground's 0.1", arguments: Initializer.allCases)
  func biases(initializer: Initializer) {
    let network = Fixtures.network([4, 6, 1], initializer: initializer, seed: 3)
    let bias: Float = initializer == .playground ? 0.1 : 0
    for unit in 0..<6 {
      #expect(network.parameters[network.biasIndex(level: 0, unit: unit)] == bias)
    }
  }

  @Test("Each kind is found by its name, and takes another number or none")
  func kinds() {
    #expect(Set(Initializer.allCases.map(\.name)).count == Initializer.allCases.count)
    for initializer in Initializer.allCases {
      #expect(Initializer.named(initializer.name) == initializer)
      let other = initializer.with(scale: 7)
      #expect(other.name == initializer.name)
      #expect(other.scale == (initializer.scale == nil ? nil : 7))
      #expect(initializer.formula.contains("weights"))
    }
    #expect(Initializer.named("no such kind") == nil)
    #expect(weights(.constant(7), inputs: 2, outputs: 1) == [7, 7])
  }
}
