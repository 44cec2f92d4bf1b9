import CAllocationCounter
import Engine
import Testing

/// What the documentation shows of evaluating and keeping a network.
@Suite("Examples of evaluating and keeping")
struct StateExamples {
  @Test("Weights go into bytes and come back")
  func weights() throws {
    let trainer = TrainingExamples.trained
    // Example
    let bytes = Safetensors(tensors: trainer.network.tensors).bytes

    var copy = Network(trainer.network.spec, seed: 7)
    try copy.load(Safetensors(bytes: bytes).tensors)
    // End
    #expect(copy.parameters == trainer.network.parameters)
    #expect(
      trainer.network.tensors.map(\.name) == [
        "layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.1.bias",
      ])
  }

  @Test("Weights that do not fit are an error, and nothing changes")
  func misfit() {
    let trainer = TrainingExamples.trained
    var other = Network(
      NetworkSpec(
        inputCount: 2, hidden: [], outputCount: 1, outputActivation: .linear, initializer: .zeros),
      seed: 1)
    #expect(throws: SafetensorsError.self) { try other.load(trainer.network.tensors) }
    #expect(other.parameters == [0, 0, 0])
  }

  @Test("A trainer goes on from bytes as if it had never been left")
  func checkpoint() throws {
    var trainer = TrainingExamples.trained
    var fresh = Trainer(
      network: Network(trainer.network.spec, seed: 42), samples: trainer.samples,
      spec: trainer.settings, seed: 42)
    // Example
    let bytes = trainer.state.bytes
    // … and later, with a trainer of the same settings, samples and seed:
    try fresh.restore(Safetensors(bytes: bytes))
    // End
    for _ in 0..<5 {
      trainer.epoch()
      fresh.epoch()
    }
    #expect(fresh.network.parameters == trainer.network.parameters)
    #expect(fresh.epochCount == 25)
  }

  @Test("A map of the output is filled again and again without an allocation")
  func map() {
    let network = TrainingExamples.trained.network
    // Example
    // A grid of 32 by 32 points from -6 to 6: one column of numbers for each input.
    let places = (0..<32).map { Float($0) / 31 * 12 - 6 }
    let x1 = places.flatMap { _ in places }
    let x2 = places.flatMap { Array(repeating: $0, count: 32) }
    let grid = Samples(columns: [x1, x2], count: 32 * 32)

    // Room, made once.
    let last = network.levels.count - 1
    var evaluator = Evaluator(for: network)
    var responses = Responses(for: network, levels: last..<(last + 1), count: grid.count)

    // From here on nothing is allocated, however often the weights change.
    evaluator.respond(network, to: grid, into: &responses)
    // End
    #expect(responses.values(level: last, unit: 0) == network.outputs(for: grid)[0])
    let before = allocationsOfThisThread()
    for _ in 0..<10 { evaluator.respond(network, to: grid, into: &responses) }
    #expect(allocationsOfThisThread() == before)
  }

  @Test("Random numbers depend on seed and purpose alone")
  func random() {
    // Example
    var weights = Random(seed: 42, stream: .initialization)
    var order = Random(seed: 42, stream: .order)
    let limit = weights.uniform(-0.5, 0.5)
    let first = order.below(10)
    // End
    var again = Random(seed: 42, stream: .initialization)
    #expect(again.uniform(-0.5, 0.5) == limit)
    #expect((0..<10).contains(first))
    #expect(again != order)
  }
}
