import Testing

@testable import Engine

@Suite("The loss over a plane through the weights")
struct LossSurfaceTests {
  private func finished(_ surface: LossSurface) -> LossSurface {
    var surface = surface
    while !surface.isFinished { surface.advance() }
    return surface
  }

  /// Half the squared error of a linear network, and its penalty, from the rows in double precision.
  private func closedForm(
    _ weights: [Float], _ rows: (inputs: [[Float]], targets: [[Float]]), l2: Double
  ) -> Double {
    let (inputs, outputs) = (rows.inputs[0].count, rows.targets[0].count)
    var sum = 0.0
    for (x, y) in zip(rows.inputs, rows.targets) {
      for output in 0..<outputs {
        var z = Double(weights[inputs * outputs + output])
        for input in 0..<inputs {
          z += Double(weights[output * inputs + input]) * Double(x[input])
        }
        sum += (z - Double(y[output])) * (z - Double(y[output])) / 2
      }
    }
    let squares = weights.prefix(inputs * outputs).reduce(0.0) { $0 + Double($1) * Double($1) }
    return sum / Double(rows.inputs.count) + l2 / 2 * squares
  }

  @Test("Every loss of a linear model with squared error is that of the closed form")
  func linearModel() {
    let network = Fixtures.network([3, 2])
    for (count, l2) in [(50, 0.0), (1, 0), (900, 0.1)] {
      let rows = Fixtures.rows(count, inputs: 3, outputs: 2)
      let samples = Fixtures.samples(count, inputs: 3, outputs: 2)
      let directions = PlaneDirections(randomFor: network, seed: 5)
      let surface = finished(
        LossSurface(
          of: network, along: directions, extent: 2, side: 41, samples: samples,
          loss: .halfSquaredError, penalty: Regularization(l2: Float(l2))))
      #expect(surface.losses.count == 1681)
      for (place, loss) in surface.losses.enumerated() {
        let (a, b) = surface.coordinates(of: place)
        let weights = directions.weights(a: a, b: b, from: network.parameters)
        let exact = closedForm(weights, rows, l2: Double(Float(l2)))
        // An output e from its target is rounded by some 10⁻⁷, which makes e · 10⁻⁷ of e²/2.
        let rounding = 1e-6 * exact + 3e-7 * exact.squareRoot()
        #expect(abs(loss - exact) <= rounding, "at \(a), \(b)")
      }
      // A quadratic: second differences along a row are all the same.
      let row = Array(surface.losses.prefix(41))
      var bends: [Double] = []
      for place in 1..<40 { bends.append(row[place - 1] - 2 * row[place] + row[place + 1]) }
      #expect((bends.max() ?? 0) - (bends.min() ?? 0) < 4e-6 * (row.max() ?? 0))
    }
  }

  @Test("The middle is the network's own loss, to the bit, and is known first")
  func middle() {
    for loss in Loss.allCases {
      let samples = Fixtures.samples(37, outputs: 2, for: loss)
      let network = Fixtures.network([2, 5, 2])
      var surface = LossSurface(
        of: network, along: PlaneDirections(randomFor: network, seed: 1), extent: 1, side: 17,
        samples: samples, loss: loss)
      #expect(surface.middleLoss.isNaN)
      while surface.count == 0 { surface.advance() }
      #expect(surface.middleLoss == network.evaluate(samples, loss: loss).loss)
    }
  }

  @Test("Coarse lattices first, each complete when it says so, and in the end every place once")
  func lattices() {
    let network = Fixtures.network([2, 3, 1])
    let samples = Fixtures.samples(20)
    for (side, coarsest) in [(3, 1), (5, 2), (41, 4), (81, 8), (33, 8)] {
      var surface = LossSurface(
        of: network, along: PlaneDirections(randomFor: network, seed: 1), extent: 1, side: side,
        samples: samples, loss: .halfSquaredError)
      var strides: [Int] = []
      var progress = 0.0
      while !surface.isFinished {
        surface.advance()
        #expect(surface.progress >= progress)
        progress = surface.progress
        guard surface.stride > 0, strides.last != surface.stride else { continue }
        strides.append(surface.stride)
        for row in stride(from: 0, to: side, by: surface.stride) {
          for column in stride(from: 0, to: side, by: surface.stride) {
            #expect(!surface.losses[row * side + column].isNaN)
          }
        }
      }
      #expect(strides.first == coarsest && strides.last == 1)
      #expect(
        surface.count == side * side && progress == 1 && !surface.losses.contains { $0.isNaN })
      let before = surface.losses
      surface.advance()
      #expect(surface.losses == before)
    }
  }

  @Test("Many samples are taken in pieces and give the bits of an evaluation at once")
  func pieces() {
    let network = Fixtures.network([2, 8, 8, 1])
    let samples = Fixtures.samples(5000)
    let directions = PlaneDirections(randomFor: network, seed: 1)
    var surface = LossSurface(
      of: network, along: directions, extent: 1, side: 3, samples: samples, loss: .halfSquaredError)
    var calls = 0
    while !surface.isFinished {
      surface.advance()
      calls += 1
    }
    #expect(calls > 9 * 5)
    for (place, loss) in surface.losses.enumerated() {
      var other = network
      let (a, b) = surface.coordinates(of: place)
      other.parameters = directions.weights(a: a, b: b, from: network.parameters)
      #expect(loss == other.evaluate(samples, loss: .halfSquaredError).loss)
    }
  }

  @Test("Losses are read between places, and nowhere outside")
  func reading() {
    let network = Fixtures.network([2, 1])
    let surface = finished(
      LossSurface(
        of: network, along: PlaneDirections(randomFor: network, seed: 1), extent: 0.5, side: 5,
        samples: Fixtures.samples(20), loss: .halfSquaredError))
    #expect(surface.loss(a: 0, b: 0) == surface.middleLoss)
    #expect(surface.loss(a: -0.5, b: 0.5) == surface.losses[0])
    for place in surface.losses.indices {
      let (a, b) = surface.coordinates(of: place)
      #expect(surface.loss(a: a, b: b) == surface.losses[place])
    }
    #expect(surface.coordinates(of: 0) == (-0.5, 0.5))
    #expect(surface.loss(a: 0.5, b: -0.5) == surface.losses[24])
    let between = surface.loss(a: -0.375, b: 0.5)
    #expect(abs(between - (surface.losses[0] + surface.losses[1]) / 2) < 1e-12)
    #expect(surface.loss(a: 0.6, b: 0).isNaN && surface.loss(a: .nan, b: 0).isNaN)
    #expect(surface.range == (surface.losses.min() ?? 0)...(surface.losses.max() ?? 0))
  }

  @Test("Losses that overflow are told apart from those that are not known; no samples, no losses")
  func broken() {
    var network = Fixtures.network([2, 1])
    network.parameters[0] = 1e19
    let directions = PlaneDirections(first: [1e30, 0, 0], second: [0, 1e5, 0])
    let surface = finished(
      LossSurface(
        of: network, along: directions, extent: 1, side: 5, samples: Fixtures.samples(20),
        loss: .halfSquaredError))
    #expect(surface.brokenCount > 0 && surface.losses.contains { !$0.isFinite })
    let none = finished(
      LossSurface(
        of: network, along: directions, extent: 1, side: 5, samples: Fixtures.samples(0),
        loss: .halfSquaredError))
    #expect(none.losses.allSatisfy { $0.isNaN } && none.range == nil && none.brokenCount == 25)
  }
}
