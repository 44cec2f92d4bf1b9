import Testing

@testable import Engine

@Suite("The largest curvature of the loss")
struct CurvatureSearchTests {
  private func found(_ search: CurvatureSearch) -> CurvatureSearch {
    var search = search
    var progress = 0.0
    while !search.isFinished {
      search.advance()
      #expect(search.progress >= progress)
      progress = search.progress
    }
    return search
  }

  /// The second moments XᵀX/n of the inputs with a 1 behind them, and λ₂ for weights.
  private func moments(_ inputs: [[Float]], l2: Double = 0) -> [[Double]] {
    let rows: [[Double]] = inputs.map { $0.map { Double($0) } + [1] }
    let count = rows[0].count
    var moments = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for row in rows {
      for i in 0..<count {
        for j in 0..<count { moments[i][j] += row[i] * row[j] / Double(rows.count) }
      }
    }
    for weight in 0..<(count - 1) { moments[weight][weight] += l2 }
    return moments
  }

  @Test(
    "Of a linear model with squared error it is the largest eigenvalue of XᵀX/n",
    arguments: [(1, 40), (2, 37), (3, 1000), (6, 200)])
  func linearModel(inputs: Int, count: Int) {
    let rows = Fixtures.rows(count, inputs: inputs)
    let samples = Fixtures.samples(count, inputs: inputs)
    for l2 in [0, 0.5] {
      let search = found(
        CurvatureSearch(
          of: Fixtures.network([inputs, 1]), over: samples, loss: .halfSquaredError,
          regularization: Regularization(l2: Float(l2))))
      let exact = SymmetricEigen(moments(rows.inputs, l2: l2)).values[0]
      #expect(search.hasSettled)
      #expect(abs(search.largest - exact) < 3e-4 * exact, "\(search.largest), not \(exact)")
    }
  }

  @Test("Gradient descent comes to rest just below 2/λ and runs away just above")
  func edge() {
    let samples = Fixtures.samples(64, inputs: 2)
    let network = Fixtures.network([2, 1])
    let search = found(CurvatureSearch(of: network, over: samples, loss: .halfSquaredError))
    func loss(rate: Double) -> Double {
      var trainer = Trainer(
        network: network, samples: samples,
        spec: Fixtures.spec(.halfSquaredError, SGD(), rate: Float(rate), batch: 64), seed: 1)
      for _ in 0..<3000 { trainer.step() }
      return trainer.network.evaluate(samples, loss: .halfSquaredError).loss
    }
    let start = network.evaluate(samples, loss: .halfSquaredError).loss
    #expect(loss(rate: 1.99 / search.largest) < start)
    #expect(!(loss(rate: 2.01 / search.largest) < 1e6 * start))
  }

  @Test("A bend downwards that is larger in size does not hide the largest one upwards")
  func negative() {
    // C = −log σ(z) bends little, but a product of two weights has both signs: C = (w₂ w₁ x − y)²/2 at
    // w = 0 has H = [[0, −xy], [−xy, 0]]: eigenvalues xy and −xy, and 1 for the output's bias.
    let samples = Samples(inputs: [[2]], targets: [[3]], inputCount: 1, targetCount: 1)
    var network = Fixtures.network([1, 1, 1], .linear)
    for index in network.parameters.indices { network.parameters[index] = 0 }
    let exact = secondDerivatives(network, samples)
    let values = SymmetricEigen(exact).values
    #expect((values.last ?? 0) < 0)
    let search = found(CurvatureSearch(of: network, over: samples, loss: .halfSquaredError))
    #expect(search.hasSettled && abs(search.largest - values[0]) < 1e-3 * values[0])
  }

  @Test(
    "It is the largest eigenvalue of second derivatives by differences", arguments: LayerShape.all)
  func layers(shape: LayerShape) {
    let network = shape.trainer().network
    let samples = Fixtures.samples(37)
    guard network.statistics.isEmpty else { return }
    let values = SymmetricEigen(secondDerivatives(network, samples)).values
    let search = found(CurvatureSearch(of: network, over: samples, loss: .halfSquaredError))
    #expect(
      abs(search.largest - values[0]) < 0.01 * max(abs(values[0]), 0.05),
      "\(search.largest), not \(values[0])")
  }

  /// H column by column, by differences of the gradient in one parameter at a time.
  private func secondDerivatives(_ network: Network, _ samples: Samples) -> [[Double]] {
    func gradient(_ parameter: Int, _ step: Float) -> [Double] {
      var moved = network
      moved.parameters[parameter] += step
      var gradient = PartialGradient(of: moved, over: samples, loss: .halfSquaredError)
      while !gradient.isFinished { gradient.add(moved) }
      return gradient.gradient
    }
    return network.parameters.indices.map { parameter in
      let step: Float = 0x1p-7
      return zip(gradient(parameter, step), gradient(parameter, -step)).map {
        ($0 - $1) / Double(2 * step)
      }
    }
  }

  @Test("A gradient in pieces is the gradient of all samples")
  func partialGradient() {
    let network = Fixtures.network([2, 8, 8, 1])
    let samples = Fixtures.samples(3000)
    var partial = PartialGradient(of: network, over: samples, loss: .halfSquaredError)
    var pieces = 0
    while !partial.isFinished {
      partial.add(network)
      pieces += 1
    }
    #expect(pieces > 3)
    let whole = network.gradient(over: samples, loss: .halfSquaredError)
    for (one, other) in zip(partial.gradient, whole) {
      #expect(abs(one - Double(other)) < 1e-6)
    }
    partial.restart()
    #expect(!partial.isFinished && partial.gradient.allSatisfy { $0 == 0 })
  }

  @Test("Frozen parameters count as nothing, and without free ones there is nothing to find")
  func frozen() {
    let samples = Fixtures.samples(40, inputs: 2)
    let rows = Fixtures.rows(40, inputs: 2)
    let network = Fixtures.network([2, 1])
    // The bias alone bends with 1, whatever the inputs are.
    let bias = found(
      CurvatureSearch(of: network, over: samples, loss: .halfSquaredError, frozen: [0, 1]))
    #expect(abs(bias.largest - 1) < 1e-4)
    let first = found(
      CurvatureSearch(of: network, over: samples, loss: .halfSquaredError, frozen: [1, 2]))
    #expect(abs(first.largest - moments(rows.inputs)[0][0]) < 1e-3)
    for search in [
      CurvatureSearch(of: network, over: samples, loss: .halfSquaredError, frozen: [0, 1, 2]),
      CurvatureSearch(of: network, over: Fixtures.samples(0), loss: .halfSquaredError),
    ] {
      #expect(
        search.isFinished && !search.hasSettled && search.largest.isNaN && search.progress == 1)
    }
  }

  @Test("Weights that are not finite end the search; equal searches end in the same bits")
  func determinism() {
    let samples = Fixtures.samples(300)
    let network = Fixtures.network([2, 5, 1])
    let search = CurvatureSearch(of: network, over: samples, loss: .halfSquaredError)
    #expect(found(search).largest == found(search).largest)
    var broken = network
    broken.parameters[0] = .infinity
    let lost = found(CurvatureSearch(of: broken, over: samples, loss: .halfSquaredError))
    #expect(lost.largest.isNaN && !lost.hasSettled && lost.turns == 1)
  }
}
