import TestSupport
import Testing

@testable import Engine

@Suite("Batches")
struct TrainerBatchTests {
  private static let count = 21

  @Test("Each batch is its own mean, the short last one too", arguments: 1...25)
  func means(batch: Int) {
    let rows = Fixtures.rows(Self.count)
    let network = Fixtures.network([2, 4, 1])
    var trainer = Trainer(
      network: network, samples: pack(rows, 0..<Self.count),
      spec: Fixtures.spec(rate: 0.25, batch: batch, shuffles: false), seed: 1)
    var start = 0
    while start < Self.count {
      let range = start..<min(start + batch, Self.count)
      let before = trainer.network
      trainer.step()
      // The mean over the batch, from one sample at a time and in double precision.
      var mean = Array(repeating: 0.0, count: network.parameterCount)
      var loss = 0.0
      for sample in range {
        let one = pack(rows, sample..<(sample + 1))
        loss += before.evaluate(one, loss: .halfSquaredError).loss / Double(range.count)
        for (index, slope) in before.gradient(over: one, loss: .halfSquaredError).enumerated() {
          mean[index] += Double(slope) / Double(range.count)
        }
      }
      let expected = mean.indices.map { Double(before.parameters[$0]) - 0.25 * mean[$0] }
      expectClose(trainer.network.parameters, expected, within: .oneOperation, "\(range)")
      expectClose(trainer.batchLoss, loss, within: .oneOperation, "loss of \(range)")
      start = range.upperBound
    }
    #expect(trainer.epochCount == 1 && trainer.position == 0)
    #expect(trainer.stepCount == trainer.stepsPerEpoch)
  }

  @Test("A step follows the gradient of its batch to the bit", arguments: [1, 5, 16, 17, 21, 1000])
  func exact(batch: Int) {
    let rows = Fixtures.rows(Self.count)
    var trainer = Trainer(
      network: Fixtures.network([2, 4, 1]), samples: pack(rows, 0..<Self.count),
      spec: Fixtures.spec(rate: 1, batch: batch, shuffles: false), seed: 1)
    let first = pack(rows, 0..<min(batch, Self.count))
    let gradient = trainer.network.gradient(over: first, loss: .halfSquaredError)
    let expected = zip(trainer.network.parameters, gradient).map { $0 - $1 }
    trainer.step()
    #expect(trainer.network.parameters == expected)
  }

  @Test("The steps left in an epoch count down", arguments: [1, 6, 10, 36, 37, 38, .max])
  func left(batch: Int) {
    var trainer = Fixtures.trainer(Fixtures.spec(batch: batch))
    for _ in 0..<2 {
      #expect(trainer.stepsLeftInEpoch == trainer.stepsPerEpoch)
      for left in stride(from: trainer.stepsPerEpoch, to: 0, by: -1) {
        #expect(trainer.stepsLeftInEpoch == left)
        trainer.step()
      }
      #expect(trainer.position == 0)
    }
  }

  @Test("A new batch size changes how many steps are left", arguments: 1...40)
  func leftAfterChange(batch: Int) {
    var trainer = Fixtures.trainer(Fixtures.spec(batch: 10))
    trainer.step()
    trainer.settings.batchSize = batch
    let left = trainer.stepsLeftInEpoch
    trainer.epoch()
    #expect(trainer.stepCount == 1 + left && left == (27 + batch - 1) / batch)
  }

  @Test("An enormous batch size is one batch of all samples")
  func enormous() {
    var all = Fixtures.trainer(Fixtures.spec(batch: 37))
    var more = Fixtures.trainer(Fixtures.spec(batch: .max))
    #expect(more.stepsPerEpoch == 1)
    for _ in 0..<3 {
      all.step()
      more.step()
      #expect(all.trace == more.trace)
    }
  }

  @Test("One sample is enough to learn")
  func single() {
    var trainer = Fixtures.trainer(Fixtures.spec(batch: 10), count: 1)
    trainer.step()
    let first = trainer.batchLoss
    for _ in 0..<200 { trainer.epoch() }
    #expect(trainer.epochCount == 201 && trainer.batchLoss < first / 100)
  }

  @Test(
    "Each epoch takes every sample once, in another order than the last", arguments: [1, 6, 50])
  func shuffled(batch: Int) {
    var trainer = Fixtures.trainer(Fixtures.spec(rate: 0, batch: batch))
    var orders: Set<[Int]> = []
    for _ in 0..<20 {
      trainer.step()
      let order = trainer.order
      #expect(order.sorted() == Array(0..<37))
      while trainer.position != 0 {
        trainer.step()
        #expect(trainer.order == order)
      }
      orders.insert(order)
    }
    #expect(orders.count == 20)
  }

  @Test("The batches of an epoch together meet every sample once")
  func everySample() {
    // One sample in 37 differs from the others; only the batch with it has another loss.
    for odd in 0..<37 {
      let inputs = (0..<37).map { _ in [Float(1)] }
      let targets = (0..<37).map { [Float($0 == odd ? 1 : 0)] }
      var network = Fixtures.network([1, 1])
      network.parameters = [0, 0]
      var trainer = Trainer(
        network: network,
        samples: Samples(inputs: inputs, targets: targets, inputCount: 1, targetCount: 1),
        spec: Fixtures.spec(rate: 0, batch: 5), seed: UInt64(odd))
      var met = 0
      for _ in 0..<trainer.stepsPerEpoch {
        trainer.step()
        if trainer.batchLoss > 0 { met += 1 }
      }
      #expect(met == 1)
    }
  }

  @Test("Without shuffling, the order is the data's in every epoch")
  func ordered() {
    var trainer = Fixtures.trainer(Fixtures.spec(batch: 8, shuffles: false))
    for _ in 0..<3 {
      trainer.epoch()
      #expect(trainer.order == Array(0..<37))
    }
  }

  private func pack(_ rows: (inputs: [[Float]], targets: [[Float]]), _ range: Range<Int>)
    -> Samples
  {
    Samples(
      inputs: Array(rows.inputs[range]), targets: Array(rows.targets[range]), inputCount: 2,
      targetCount: 1)
  }
}
