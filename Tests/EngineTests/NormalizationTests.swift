import TestSupport
import Testing

@testable import Engine

@Suite("Normalisation")
struct NormalizationTests {
  private func batchNorm(_ x: [[Double]], upstream: [[Double]] = []) -> LayerRun {
    var run = LayerRun(x: x, upstream: upstream)
    run.parameters = [2, 2, 0.5, -1]
    run.statistics = [10, 20, 3, 4]
    return run
  }

  @Test("A batch of one sample has no spread: it becomes β, and hands no gradient back")
  func lone() {
    let run = batchNorm([[5, -7]], upstream: [[3, 4]])
    let outcome = run.training(BatchNorm(count: 2))
    #expect(outcome.y == [0.5, -1])
    #expect(outcome.dx == [0, 0])
    #expect(outcome.parameterGradient == [0, 0, 3, 4])
    expectClose(outcome.statistics, [9.5, 17.3, 3, 4], within: .oneOperation)
  }

  @Test("Equal inputs give finite numbers", arguments: [0, 1, -3e4, 1e9])
  func constant(x: Double) {
    for count in [2, 16, 21] {
      let rows = Array(repeating: [x, x], count: count)
      let run = batchNorm(rows, upstream: rows.indices.map { [Double($0), 1] })
      for outcome in [run.training(BatchNorm(count: 2)), run.training(LayerNorm(count: 2))] {
        let numbers = outcome.y + outcome.dx + outcome.parameterGradient + outcome.statistics
        #expect(numbers.allSatisfy { $0.isFinite })
      }
    }
  }

  @Test("A variance that overflows is no number, so that training stops")
  func overflow() {
    let run = batchNorm([[1e25, 0], [3, 1]])
    let batch = run.training(BatchNorm(count: 2)).y
    #expect(batch[0].isNaN && batch[1].isFinite)
    let layer = run.training(LayerNorm(count: 2)).y
    #expect(layer[0].isNaN && layer[1].isNaN && layer[3].isFinite)
  }

  @Test("Filler changes nothing, nor what the scratch holds", arguments: [1, 2, 15, 16, 17, 31])
  func filler(count: Int) {
    let rows = Fixtures.rows(count).inputs.map { $0.map { Double($0) } }
    let run = batchNorm(rows, upstream: rows)
    let pass = Pass(count: count, draws: .check)
    for layer in [BatchNorm(count: 2), LayerNorm(count: 2)] as [any Layer] {
      let clean = run.run(layer, pass)
      let dirty = run.run(layer, pass, filler: 1e6, scratch: .nan)
      #expect(clean.y == dirty.y && clean.dx == dirty.dx)
      #expect(clean.parameterGradient == dirty.parameterGradient)
      #expect(clean.statistics == dirty.statistics)
    }
  }

  @Test(
    "Training gives each unit mean 0 and spread 1 over the batch, layer by layer over the units")
  func standard() {
    let rows = Fixtures.rows(300, inputs: 4).inputs.map { $0.map { 7 + 3 * Double($0) } }
    var run = LayerRun(x: rows)
    run.parameters = [1, 1, 1, 1, 0, 0, 0, 0]
    run.statistics = [0, 0, 0, 0, 1, 1, 1, 1]
    let batch = run.training(BatchNorm(count: 4)).y
    for unit in 0..<4 {
      expectStandard((0..<300).map { Double(batch[$0 * 4 + unit]) })
    }
    let layer = run.training(LayerNorm(count: 4)).y
    for row in 0..<300 {
      expectStandard((0..<4).map { Double(layer[row * 4 + $0]) })
    }
    // Evaluation takes the running numbers, which are 0 and 1 here.
    expectClose(run.evaluation(BatchNorm(count: 4)).y, rows.flatMap { $0 }, within: .oneOperation)
  }

  private func expectStandard(_ numbers: [Double]) {
    let count = Double(numbers.count)
    let mean = numbers.reduce(0, +) / count
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    #expect(abs(mean) <= 1e-5)
    // ε is 10⁻⁵ beside a variance that may be small.
    #expect(abs(variance - 1) <= 0.01)
  }
}
