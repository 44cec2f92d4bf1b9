import TestSupport
import Testing

@testable import Engine

/// The forms of regularisation that are no penalty, on numbers that can be followed by hand.
@Suite("Forms of regularisation")
struct RegularizationFormsTests {
  private static let weights: [Float] = [-2, 0.5, 3, 100]

  @Test("Only penalties join the loss")
  func penalty() {
    let (absolute, squared) = (0.5 * 5.5, 0.125 * 13.25)
    for (l1IsProximal, l2IsDecoupled, expected) in [
      (false, false, absolute + squared), (true, false, squared), (false, true, absolute),
      (true, true, 0),
    ] {
      let regularization = Regularization(
        l1: 0.5, l2: 0.25, l1IsProximal: l1IsProximal, l2IsDecoupled: l2IsDecoupled, maxNorm: 1)
      let found = regularization.penalty(of: Self.weights.span, weights: 0..<3)
      expectClose(found, expected, within: .oneOperation)
    }
  }

  @Test("A decay takes its share of weights alone and adds nothing to the gradient")
  func decay() {
    let regularization = Regularization(l2: 0.5, l2IsDecoupled: true)
    var weights = Self.weights
    var span = weights.mutableSpan
    regularization.decay(&span, weights: 0..<3, rate: 0.5)
    #expect(weights == [-1.5, 0.375, 2.25, 100])
    var gradient: [Float] = [1, 1, 1, 1]
    var gradientSpan = gradient.mutableSpan
    regularization.addGradient(at: weights.span, weights: 0..<3, to: &gradientSpan)
    #expect(gradient == [1, 1, 1, 1])
  }

  @Test("A penalty does not decay, and each form acts alone")
  func apart() {
    for regularization in [Regularization(l2: 0.5), Regularization(l1: 0.5), .none] {
      var weights = Self.weights
      var span = weights.mutableSpan
      regularization.decay(&span, weights: 0..<4, rate: 0.5)
      regularization.limitRows(of: &span, weights: 0..<4, rowLength: 2)
      #expect(weights == Self.weights)
    }
    var weights = Self.weights
    var span = weights.mutableSpan
    Regularization(l2: 0.5, l2IsDecoupled: true, maxNorm: 1).shrink(
      &span, weights: 0..<4, rate: 0.5)
    #expect(weights == Self.weights)
  }

  @Test("In plain descent, decay and penalty are one rule")
  func oneRule() {
    let gradient: [Float] = [0.5, -1, 2, 4]
    var results: [[Float]] = []
    for isDecoupled in [false, true] {
      let regularization = Regularization(l2: 0.5, l2IsDecoupled: isDecoupled)
      var (weights, slopes) = (Self.weights, gradient)
      var slopeSpan = slopes.mutableSpan
      regularization.addGradient(at: weights.span, weights: 0..<4, to: &slopeSpan)
      var span = weights.mutableSpan
      regularization.decay(&span, weights: 0..<4, rate: 0.25)
      var descent = SGD()
      descent.update(&span, along: slopes.span, rate: 0.25)
      results.append(weights)
    }
    #expect(results[0] == results[1])
    #expect(results[0] == [-1.875, 0.6875, 2.125, 86.5])
  }

  @Test("A unit's weights are scaled back to the largest length, shorter ones stay")
  func largestLength() {
    var weights: [Float] = [50, 3, 4, 0.3, 0.4, 0, 0, -6, 8, 50]
    var span = weights.mutableSpan
    Regularization(maxNorm: 2.5).limitRows(of: &span, weights: 1..<9, rowLength: 2)
    #expect(weights == [50, 1.5, 2, 0.3, 0.4, 0, 0, -1.5, 2, 50])
  }

  @Test("Rows of any length end within the limit, in their direction", arguments: [1, 3, 16, 21])
  func rows(length: Int) {
    var random = Random(seed: 6, stream: .data)
    let before = (0..<(5 * length)).map { _ in Float(random.normal()) }
    var weights = before
    var span = weights.mutableSpan
    Regularization(maxNorm: 0.75).limitRows(of: &span, weights: 0..<(5 * length), rowLength: length)
    for row in 0..<5 {
      let range = (row * length)..<((row + 1) * length)
      let old = before[range].reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
      let scale = min(1, 0.75 / old)
      expectClose(
        Array(weights[range]), before[range].map { Double($0) * scale }, within: .oneOperation)
    }
  }

  @Test("A row with a number that is not finite stays to be found")
  func notFinite() {
    var weights: [Float] = [.nan, 9, .infinity, 9, 9, 9]
    var span = weights.mutableSpan
    let regularization = Regularization(l2: 0.5, l2IsDecoupled: true, maxNorm: 1)
    regularization.limitRows(of: &span, weights: 0..<6, rowLength: 2)
    #expect(weights[0].isNaN && weights[2] == .infinity && weights[1] == 9 && weights[3] == 9)
    span = weights.mutableSpan
    regularization.decay(&span, weights: 0..<6, rate: 0.5)
    #expect(weights[0].isNaN && weights[2] == .infinity)
  }

  @Test("From rate times strength 2 on, weights that nothing pulls at never come nearer to 0")
  func diverging() {
    for isDecoupled in [false, true] {
      for (rate, l2) in [(Float(0.5), Float(3.9)), (0.5, 4), (2, 1), (2, 0.9), (10, 10), (0.1, 0)] {
        let regularization = Regularization(l2: l2, l2IsDecoupled: isDecoupled)
        var weights: [Float] = [1]
        for _ in 0..<5 { Self.step(&weights, regularization, rate: rate) }
        #expect(regularization.mustDiverge(rate: rate) == (l2 != 0 && abs(weights[0]) >= 1))
      }
    }
    #expect(!Regularization(l2: 10, maxNorm: 3).mustDiverge(rate: 10))
    #expect(!Regularization(l1: 10).mustDiverge(rate: 10))
  }

  /// A step of plain descent where the data pull at nothing.
  private static func step(
    _ weights: inout [Float], _ regularization: Regularization, rate: Float
  ) {
    var gradient = weights.map { _ in Float(0) }
    let before = weights
    var slopes = gradient.mutableSpan
    regularization.addGradient(at: before.span, weights: before.indices, to: &slopes)
    var span = weights.mutableSpan
    regularization.decay(&span, weights: before.indices, rate: rate)
    var descent = SGD()
    descent.update(&span, along: gradient.span, rate: rate)
  }
}
