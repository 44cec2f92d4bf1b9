import TestSupport
import Testing

@testable import Engine

@Suite("What is seen of a step is the step")
struct StepTraceLawTests {
  /// Everything that can stand between a gradient and the new weights.
  private static let penalties =
    Fixtures.regularizations + [
      Regularization(l2: 0.02, l2IsDecoupled: true),
      Regularization(l1: 0.01, l2: 0.02, l2IsDecoupled: true, maxNorm: 0.8),
    ]

  @Test(
    "The traced step ends in the bits of the step taken, whatever optimiser, penalty and layers",
    arguments: OptimizerCatalogue.all.map { $0.name }, LayerShape.all)
  func bits(optimizer: String, shape: LayerShape) throws {
    for (number, penalty) in Self.penalties.enumerated() {
      let network = shape.network([2, 4, 3, 1], seed: 3)
      var spec = Fixtures.spec(
        .halfSquaredError, try #require(OptimizerCatalogue.named(optimizer)), rate: 0.05, penalty)
      spec.clipping = Clipping.allCases[number % 3].with(limit: 0.1)
      spec.inputNoise = number % 2 == 0 ? 0.1 : 0
      var trainer = Trainer(
        network: network, samples: Fixtures.samples(25), spec: spec, seed: UInt64(number))
      trainer.freeze([1, 5])
      trainer.kill([UnitPlace(level: 1, unit: 2)])
      for _ in 0..<4 {
        let trace = try #require(StepTrace(of: trainer))
        let next = NextStep(of: trainer)
        let position = trainer.position
        trainer.step()
        #expect(bits(trace.parameters) == bits(trainer.network.parameters))
        #expect(bits(trace.gradient) == bits(next.gradient))
        #expect(trace.newMemory == trainer.settings.optimizer.memory)
        #expect(trace.batchLoss.bitPattern == trainer.batchLoss.bitPattern)
        #expect(
          trace.samples == Array(trainer.order[position...].prefix(trace.samples.count))
            || trainer.position == 0)
        let mean = trace.samples.indices.reduce(0.0) { $0 + Double(trace.loss(sample: $1)) }
        expectClose(
          trace.batchLoss, mean / Double(trace.samples.count), within: .oneOperation)
      }
    }
  }

  @Test("The four equations hold between the traced numbers", arguments: Activation.allCases)
  func equations(activation: Activation) throws {
    for loss in Loss.allCases {
      let outputs = loss == .softmaxCrossEntropy ? 3 : 2
      let trainer = Trainer(
        network: Fixtures.network([3, 4, 3, outputs], activation, output: .tanh, seed: 5),
        samples: Fixtures.samples(7, inputs: 3, outputs: outputs, for: loss, seed: 6),
        spec: Fixtures.spec(loss, batch: 5), seed: 2)
      try expectEquations(try #require(StepTrace(of: trainer)), loss)
    }
  }

  private func expectEquations(_ trace: StepTrace, _ loss: Loss) throws {
    let network = trace.network
    let last = network.levels.count - 1
    let close = Tolerance(relative: 2e-5, absolute: 2e-6)
    var sums = Array(repeating: 0.0, count: network.parameterCount)
    for sample in trace.samples.indices {
      for level in network.levels.indices.reversed() {
        let shape = network.levels[level]
        let sum = try #require(trace.sum(ofLevel: level))
        let output = try #require(trace.output(ofLevel: level))
        // What comes back to what the level hands on: from the loss, or ((w)ᵀ δ) of the next level.
        let arriving = (0..<shape.units).map { unit -> Double in
          guard level < last, let next = trace.sum(ofLevel: level + 1) else {
            return Double(trace.slope(output, unit: unit, sample: sample))
          }
          return (0..<next.units).reduce(0) { total, above in
            let weight = network.weightIndex(level: level + 1, unit: above, input: unit) ?? 0
            return total + Double(network.parameters[weight])
              * Double(trace.slope(next, unit: above, sample: sample))
          }
        }
        let values = (0..<shape.units).map { Double(trace.value(output, unit: $0, sample: sample)) }
        let spread = zip(values, arriving).reduce(0) { $0 + $1.0 * $1.1 }
        let activation = network.spec.activation(ofLevel: level)
        for unit in 0..<shape.units {
          let z = trace.value(sum, unit: unit, sample: sample)
          let slope = activation.slope(
            at: Lanes(repeating: z), value: Lanes(repeating: Float(values[unit])))[0]
          // BP1 and BP2; softmax mixes the units of its level.
          let expected =
            activation == .softmax
            ? values[unit] * (arriving[unit] - spread) : arriving[unit] * Double(slope)
          let delta = trace.slope(sum, unit: unit, sample: sample)
          expectClose(delta, expected, within: close, "δ of level \(level) unit \(unit), \(loss)")
          // BP3 and BP4.
          sums[network.biasIndex(level: level, unit: unit)] += Double(delta)
          for input in 0..<shape.columns {
            let a =
              level == 0
              ? trace.input(input, sample: sample)
              : trace.value(
                try #require(trace.output(ofLevel: level - 1)), unit: input, sample: sample)
            sums[shape.weights + unit * shape.columns + input] += Double(delta) * Double(a)
          }
        }
      }
    }
    expectClose(
      trace.meanGradient, sums.map { $0 / Double(trace.samples.count) }, within: close, "\(loss)")
  }

  @Test("Every station of every layer is where the layer's numbers are", arguments: LayerShape.all)
  func stations(shape: LayerShape) throws {
    let trainer = shape.trainer(batch: 20)
    let trace = try #require(StepTrace(of: trainer))
    var pass = trainer.network
    pass.parameters = trainer.network.parameters
    for (level, stations) in trace.stations.enumerated() {
      #expect(trace.sum(ofLevel: level) != nil)
      #expect(stations.last?.units == trainer.network.levels[level].units)
      #expect(stations.last?.first == trainer.network.levels[level].output)
      for station in stations {
        for unit in 0..<station.units {
          for sample in trace.samples.indices {
            #expect(trace.value(station, unit: unit, sample: sample).isFinite)
            #expect(
              trace.slope(station, unit: unit, sample: sample).isFinite == station.hasSlope)
          }
        }
      }
      // Between two stations nothing is done but what the later one says.
      for (one, two) in zip(stations, stations.dropFirst()) where two.kind == .activated {
        guard one.kind != .activated else { continue }
        for unit in 0..<one.units {
          let z = trace.value(one, unit: unit, sample: 3)
          let a = Activation.tanh.value(Lanes(repeating: z))[0]
          #expect(trace.value(two, unit: unit, sample: 3) == a)
        }
      }
    }
  }

  private func bits(_ numbers: [Float]) -> [UInt32] { numbers.map(\.bitPattern) }
}
