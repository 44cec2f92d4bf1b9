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

  @Test("Binary cross-entropy treats both classes alike, to the last bit")
  func mirrored() {
    let between = (0...16_000).map { Float($0 - 8_000) / 10 }
    for z in between + [16.5, 50, 87.3, 0.001, 1e-30, 1e30, -1e30] {
      let positive = Loss.binaryCrossEntropy.ofOne([z], target: [1]).loss
      let negative = Loss.binaryCrossEntropy.ofOne([-z], target: [0]).loss
      #expect(positive.bitPattern == negative.bitPattern, "z = \(z)")
      #expect(positive > 0, "z = \(z)")
    }
  }

  @Test("Binary cross-entropy keeps what is left of a sure and right prediction")
  func sure() {
    // log(1 + e⁻¹⁶) to 17 digits.
    for (z, target) in [(16, 1), (-16, 0)] as [(Float, Float)] {
      let loss = Loss.binaryCrossEntropy.ofOne([z], target: [target]).loss
      expectClose(loss / 1.125_351_747_192_591_2e-07, 1, within: .oneOperation)
    }
  }

  @Test("Cross-entropy is finite as long as the sum of the logits' sizes is")
  func largest() {
    let half = Float.greatestFiniteMagnitude / 2
    for logits in [[half, -half, 0], [-half, half, 0], [0, half, half]] {
      for target in [[1, 0, 0], [0, 1, 0], [0, 0, 1]] as [[Float]] {
        for loss in [Loss.binaryCrossEntropy, .softmaxCrossEntropy] {
          let result = loss.ofOne(logits, target: target)
          #expect(result.loss.isFinite && result.loss >= 0, "\(loss) of \(logits)")
          #expect(result.gradient.allSatisfy { $0.isFinite })
        }
      }
    }
  }

  @Test("Beyond that, softmax cross-entropy is no number, so that training stops")
  func beyond() {
    for logits in [[3e38, -3e38], [0, -.infinity], [.infinity, 0]] as [[Float]] {
      #expect(!Loss.softmaxCrossEntropy.ofOne(logits, target: [1, 0]).loss.isFinite)
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

  @Test("Far predictions give finite losses and gradients", arguments: Loss.allCases)
  func far(loss: Loss) {
    for size: Float in [800, -800, 1e18] {
      for target in [[1, 0, 0], [-1, 1, -1]] as [[Float]] {
        let result = loss.ofOne([size, -size, 0.5 * size], target: target)
        #expect(result.loss.isFinite)
        #expect(result.gradient.allSatisfy { $0.isFinite })
      }
    }
  }

  @Test("Absolute error, Huber and hinge are means over outputs")
  func means() {
    let absolute = Loss.meanAbsoluteError.ofOne([3, -2, 0.5, 1], target: [1, -1, 0.5, 0])
    #expect(absolute.loss == 1 && absolute.gradient == [0.25, -0.25, 0, 0.25])
    let huber = Loss.huber(delta: 2).ofOne([3, -2, 0, 5], target: [0, -1, 0, 5])
    #expect(huber.loss == (4 + 0.5) / 4 && huber.gradient == [0.5, -0.25, 0, 0])
    let hinge = Loss.hinge.ofOne([0.5, -3, 2, 1], target: [1, -1, -1, 1])
    #expect(hinge.loss == (0.5 + 3) / 4 && hinge.gradient == [-0.25, 0, 0.25, 0])
  }

  @Test("Huber's two forms meet at its threshold", arguments: [0.01, 1, 30] as [Float])
  func huber(delta: Float) {
    let loss = Loss.huber(delta: delta)
    for error in [0, 0.5 * delta, delta, -delta, delta.nextUp, 2 * delta, -100 * delta] {
      let size = Double(error.magnitude)
      let limit = Double(delta)
      let expected = size <= limit ? size * size / 2 : limit * (size - limit / 2)
      let result = loss.ofOne([error], target: [0])
      expectClose(result.loss, expected, within: .oneOperation)
      #expect(result.gradient == [max(-delta, min(delta, error))])
    }
  }

  @Test("Huber's threshold is met by the gradient of a network", arguments: [0.1, 3] as [Float])
  func threshold(delta: Float) throws {
    let check = GradientCheck(
      Fixtures.network([2, 3, 2], seed: 3), samples: Fixtures.samples(21, outputs: 2),
      loss: .huber(delta: delta))
    #expect(try #require(check.worst).relativeError <= 2e-3)
  }

  @Test("Names lead back to their losses and say something", arguments: Loss.allCases)
  func names(loss: Loss) {
    #expect(Loss.named(loss.name) == loss)
    #expect(!loss.formula.isEmpty)
    #expect(Loss.named(loss.name + "s") == nil)
  }
}
