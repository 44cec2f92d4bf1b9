import Testing

@testable import Engine

@Suite("Networks of all kinds of layers go on equally")
struct LayerDeterminismTests {
  @Test("Two runs and a copy halfway arrive at the same bits", arguments: LayerShape.all)
  func equal(shape: LayerShape) {
    var one = shape.trainer()
    var two = shape.trainer()
    for _ in 0..<6 { one.step() }
    var copy = one
    for _ in 0..<6 {
      one.step()
      copy.step()
    }
    two.epoch()
    while two.stepCount < 12 { two.step() }
    #expect(one.trace == two.trace && one.trace == copy.trace)
    #expect(one.network.statistics == two.network.statistics)
    #expect(one.network.statistics == copy.network.statistics)
    #expect(one.divergence == nil)
    let start = shape.trainer().network
    #expect(one.network.parameters != start.parameters)
    // Running statistics move with the training, and with nothing else.
    #expect((one.network.statistics == start.statistics) == start.statistics.isEmpty)
    #expect(start.statistics.isEmpty == (shape.normalization != "batch"))
  }

  @Test("What stands in the scratch before a step changes nothing", arguments: LayerShape.all)
  func rubbish(shape: LayerShape) {
    for batch in [1, 15, 16, 17, 31] {
      var clean = shape.trainer(batch: batch)
      var dirty = clean
      for _ in 0..<8 {
        dirty.workspace.fill(with: .nan)
        dirty.step()
        clean.step()
        #expect(dirty.trace == clean.trace, "batches of \(batch)")
        #expect(dirty.network.statistics == clean.network.statistics)
      }
      #expect(clean.divergence == nil)
    }
  }

  @Test("A sample is answered alike alone and among others, to the bit", arguments: LayerShape.all)
  func composition(shape: LayerShape) {
    var trainer = shape.trainer(.gelu)
    for _ in 0..<9 { trainer.step() }
    let network = trainer.network
    let rows = Fixtures.rows(531)
    let columns = (0..<2).map { column in rows.inputs.map { $0[column] } }
    let together = network.responses(to: Samples(columns: columns, count: 531))
    for sample in [0, 15, 16, 300, 530] {
      let one = Samples(columns: rows.inputs[sample].map { [$0] }, count: 1)
      let alone = network.responses(to: one)
      #expect(alone.map { $0.map { $0[0] } } == together.map { $0.map { $0[sample] } })
    }
    #expect(network.statistics == trainer.network.statistics)
  }

  @Test("Dropout's draws depend on the seed", arguments: LayerShape.all)
  func seeds(shape: LayerShape) {
    // One batch of all samples in their order: nothing but dropout draws anything.
    func run(_ seed: UInt64) -> Trace {
      var trainer = shape.trainer(batch: 37, seed: seed)
      trainer.settings.shuffles = false
      for _ in 0..<3 { trainer.step() }
      return trainer.trace
    }
    #expect(run(1) == run(1))
    #expect((run(1) == run(2)) == (shape.dropout == 0))
  }

  @Test(
    "An overflow is found at its level, whatever the layers", arguments: LayerShape.all,
    0...2)
  func divergence(shape: LayerShape, level: Int) throws {
    var trainer = shape.trainer(.linear)
    var network = trainer.network
    let parameters = network.levels[level].parameters
    for place in parameters { network.parameters[place] = 3e38 }
    trainer.replace(network: network, samples: trainer.samples)
    trainer.step()
    let divergence = try #require(trainer.divergence)
    #expect(divergence.level == level + 1 && divergence.quantity == .activation)
    #expect(divergence.batch == 1 && divergence.step == 1)
  }
}
