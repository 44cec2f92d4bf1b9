import Testing

@testable import Engine

@Suite("Dropout")
struct DropoutTests {
  private static let units = 8
  /// 500 rows of 1s, whose outcome is the mask itself.
  private static let ones = LayerRun(
    x: Array(repeating: Array(repeating: 1, count: units), count: 500),
    upstream: Array(repeating: Array(repeating: 1, count: units), count: 500))

  private func mask(_ rate: Float = 0.4, seed: UInt64 = 1, step: Int = 0) -> LayerRun.Outcome {
    Self.ones.run(
      Dropout(count: Self.units, rate: rate),
      Pass(count: 500, draws: Pass.Draws(seed: seed, step: step)))
  }

  @Test(
    "About the share p is dropped, and what is kept is divided by 1 − p",
    arguments: [0.1, 0.4, 0.9] as [Float])
  func share(rate: Float) {
    let values = mask(rate).y
    #expect(values.allSatisfy { $0 == 0 || $0 == 1 / (1 - rate) })
    let dropped = Double(values.count { $0 == 0 }) / Double(values.count)
    // Four standard deviations of the share of 4000 independent draws.
    let p = Double(rate)
    #expect(abs(dropped - p) <= 4 * (p * (1 - p) / 4000).squareRoot())
  }

  @Test("What was dropped hands nothing back, and the rest in the same measure")
  func backward() {
    let outcome = mask()
    #expect(outcome.dx == outcome.y)
  }

  @Test("Masks differ between seeds and between steps, and are the same for the same")
  func draws() {
    #expect(mask().y == mask().y)
    #expect(mask(seed: 1).y != mask(seed: 2).y)
    #expect(mask(step: 0).y != mask(step: 1).y)
    #expect(mask(seed: 0, step: 1).y != mask(seed: 1, step: 0).y)
  }

  @Test("Rows and units are dropped each for itself")
  func independent() {
    let values = mask().y
    let rows = (0..<500).map { Array(values[($0 * Self.units)..<(($0 + 1) * Self.units)]) }
    // Of 2⁸ masks of a row, 500 rows show most; one mask for all would show one.
    #expect(Set(rows).count > 100)
  }

  @Test("Evaluating, or dropping nothing, changes nothing")
  func identity() {
    let run = LayerRun(x: [[1, -2, 3.5], [0.25, 0, -8]], upstream: [[1, 2, 3], [4, 5, 6]])
    let flat = run.x.flatMap { $0 }
    let back = run.upstream.flatMap { $0 }
    let used = run.evaluation(Dropout(count: 3, rate: 0.5))
    let none = run.training(Dropout(count: 3, rate: 0))
    #expect(used.y == flat && used.dx == back)
    #expect(none.y == flat && none.dx == back)
  }

  @Test("Every layer of a network draws a mask of its own, inside of blocks and outside")
  func layers() throws {
    let wirings = LayerCatalogue.wirings.map(\.name)
    for first in wirings {
      for second in wirings {
        let hidden = [first, second, first].map {
          NetworkSpec.Hidden(
            units: 6, activation: .tanh, wiring: $0, normalization: "batch", dropout: 0.5)
        }
        let network = Network(
          NetworkSpec(
            inputCount: 2, hidden: hidden, outputCount: 1, outputActivation: .linear,
            initializer: .xavier), seed: 1)
        let numbers = Self.numbers(of: network.layers, at: network.places)
        #expect(numbers.count == 3)
        #expect(Set(numbers).count == 3, "\(first), \(second): \(numbers)")
      }
    }
  }

  /// The numbers of all dropout layers, which tell their draws apart.
  private static func numbers(of layers: [any Layer], at places: [Place]) -> [Int] {
    zip(layers, places).flatMap { layer, place in
      if layer is Dropout { return [place.number] }
      guard let block = layer as? Residual else { return [] }
      return numbers(
        of: block.inner, at: block.inner.indices.map { block.place($0, in: place) })
    }
  }
}
