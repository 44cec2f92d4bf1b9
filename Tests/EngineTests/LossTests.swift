import TestSupport
import Testing

@testable import Engine

@Suite("Losses")
struct LossTests {
  @Test("Cross-entropy is finite and right at logits of ±800", arguments: [800, -800] as [Float])
  func farLogits(z: Float) {
    for target: Float in [0, 1] {
      let wrong = (z > 0) != (target > 0)
      let binary = Loss.binaryCrossEntropy.ofOne([z], target: [target])
      expectClose(binary.loss, wrong ? 800 : 0, within: .oneOperation)
      expectClose(binary.gradient[0], wrong ? (z > 0 ? 1 : -1) : 0, within: .oneOperation)
      let softmax = Loss.softmaxCrossEntropy.ofOne([z, 0, 0], target: [target, 1 - target, 0])
      let log2 = 0.693_147
      let expected = z > 0 ? (target > 0 ? 0 : 800) : (target > 0 ? 800 + log2 : log2)
      expectClose(softmax.loss, expected, within: .oneOperation)
      #expect(softmax.gradient.allSatisfy { $0.isFinite })
    }
  }

  @Test("A loss is 0 or more, and its gradient with it finite", arguments: Loss.allCases)
  func signs(loss: Loss) {
    let rows = Fixtures.rows(40, outputs: 3, for: loss)
    for (sample, target) in rows.targets.enumerated() {
      let prediction = target.map { 5 * Float(sample % 7) * ($0 - 0.5) }
      let result = loss.ofOne(prediction, target: target)
      #expect(result.loss >= 0 && result.loss.isFinite)
      #expect(result.gradient.allSatisfy { $0.isFinite })
    }
  }

  @Test("NaN in any output makes the loss NaN", arguments: Loss.allCases)
  func nan(loss: Loss) {
    for place in 0..<3 {
      var prediction: [Float] = [0.5, -1, 2]
      prediction[place] = .nan
      #expect(loss.ofOne(prediction, target: [0, 1, 0]).loss.isNaN)
    }
  }

  @Test("The softmax gradient's parts cancel")
  func cancel() {
    let gradient = Loss.softmaxCrossEntropy.ofOne([3, -1, 0.5, 10], target: [0, 0, 1, 0]).gradient
    expectClose(gradient.reduce(0, +), 0, within: .oneOperation)
  }
}
