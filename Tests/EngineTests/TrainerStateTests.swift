import Testing

@testable import Engine

@Suite("The state of a trainer on disk")
struct TrainerStateTests {
  private static let names = OptimizerCatalogue.all.map { $0.name }

  /// A network with all that keeps more than weights: dropout and running statistics.
  private func trainer(
    _ optimizer: any Optimizer, batch: Int, units: Int = 5, count: Int = 37, seed: UInt64 = 42
  ) -> Trainer {
    let hidden = LayerCatalogue.normalizations.map { kind in
      NetworkSpec.Hidden(
        units: units, activation: .tanh, normalization: kind.name, dropout: 0.25)
    }
    let spec = NetworkSpec(
      inputCount: 2, hidden: hidden, outputCount: 1, outputActivation: .linear,
      initializer: .xavier)
    return Trainer(
      network: Network(spec, seed: seed), samples: Fixtures.samples(count),
      spec: Fixtures.spec(.halfSquaredError, optimizer, rate: 0.03, batch: batch), seed: seed)
  }

  @Test(
    "Written and read anywhere in an epoch, it goes on to the same bits", arguments: names,
    [1, 7, 16, 50])
  func goesOn(name: String, batch: Int) throws {
    let optimizer = Optimizers.turned(try #require(OptimizerCatalogue.named(name)))
    for steps in [0, 1, 13] {
      var original = trainer(optimizer, batch: batch)
      for _ in 0..<steps { original.step() }
      var restored = trainer(optimizer, batch: batch)
      try restored.restore(Safetensors(bytes: original.state.bytes))
      #expect(restored.state == original.state)
      for _ in 0..<50 {
        original.step()
        restored.step()
        #expect(restored.trace == original.trace)
      }
      #expect(restored.state == original.state)
      #expect(original.divergence == nil)
    }
  }

  @Test("Training that stopped stays stopped, with its reason")
  func divergence() throws {
    let spec = Fixtures.spec(rate: 1e30)
    var original = Fixtures.trainer(spec)
    for _ in 0..<20 { original.step() }
    #expect(original.divergence != nil)
    var restored = Fixtures.trainer(spec)
    try restored.restore(Safetensors(bytes: original.state.bytes))
    #expect(restored.divergence == original.divergence)
    #expect(restored.state == original.state)
    try restored.restore(Fixtures.trainer(spec).state)
    #expect(restored.divergence == nil)
  }

  private func refused(_ state: Safetensors, _ message: String) {
    var target = trainer(Adam(), batch: 7)
    for _ in 0..<3 { target.step() }
    let before = target.state
    #expect(throws: SafetensorsError(message)) { try target.restore(state) }
    #expect(target.state == before)
  }

  @Test("A state of another trainer is refused, and changes nothing")
  func others() {
    refused(
      trainer(SGD(), batch: 7).state, "the state is of the optimiser “sgd”, expected one of “adam”")
    refused(Safetensors(tensors: []), "the state is of no optimiser, expected one of “adam”")
    refused(
      trainer(Adam(), batch: 7, count: 36).state,
      "trainer.order is I64 [36], expected I64 [37]")
    var state = trainer(Adam(), batch: 7).state
    state.tensors.removeAll { $0.name == "optimizer.m" }
    refused(state, "optimizer.m is missing, expected F32 [71]")
  }

  @Test("Numbers that no trainer has are refused")
  func impossible() {
    func changed(_ tensor: Tensor) -> Safetensors {
      var state = trainer(Adam(), batch: 7).state
      state.tensors = state.tensors.map { $0.name == tensor.name ? tensor : $0 }
      return state
    }
    refused(
      changed(Tensor("trainer.position", integer: 37)),
      "trainer.position is 37, expected 0 to 36")
    refused(
      changed(Tensor("trainer.step_count", integer: .max)),
      "trainer.step_count is 9223372036854775807, expected 0 to 9007199254740992")
    refused(
      changed(Tensor("trainer.epoch_count", integer: -1)),
      "trainer.epoch_count is -1, expected 0 to 9007199254740992")
    refused(
      changed(Tensor("trainer.order", integers: [0] + Array(0..<36))),
      "trainer.order is no order of 37 samples: each has to stand in it once")
    refused(
      changed(Tensor("trainer.random", words: [0, 0, 0, 0])),
      "trainer.random is 0, from which no random numbers come")
    var state = trainer(Adam(), batch: 7).state
    state.notes.append(.init("trainer.divergence", "loss epoch 1 step 1 level 9"))
    refused(state, "trainer.divergence “loss epoch 1 step 1 level 9” can't be read")
  }
}
