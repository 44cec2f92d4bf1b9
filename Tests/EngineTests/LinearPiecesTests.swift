import Testing

@testable import Engine

@Suite("Pieces of a network of straight lines")
struct LinearPiecesTests {
  /// The centres of 8 by 8 pixels from −4 to 4, the first row on top.
  private static let grid: Samples = {
    let places = (0..<8).map { Float($0) - 3.5 }
    let x1 = places.flatMap { _ in places }
    let x2 = places.reversed().flatMap { Array(repeating: $0, count: 8) }
    return Samples(columns: [x1, x2], count: 64)
  }()

  /// A level of two units that look at an input each.
  private func cross(_ activation: Activation = .relu) -> Network {
    var network = Fixtures.network([2, 2, 1], activation)
    network.parameters = [1, 0, 0, 1, 0, 0, 1, 1, 0]
    return network
  }

  @Test("Two lines across each other make four pieces", arguments: [Activation.relu, .leakyReLU])
  func four(activation: Activation) throws {
    let pieces = try #require(LinearPieces(of: cross(activation), over: Self.grid, width: 8))
    #expect(pieces.patternCount == 4 && pieces.regionCount == 4)
    #expect(pieces.patterns.prefix(8) == [0, 0, 0, 0, 1, 1, 1, 1])
    #expect(pieces.patterns.suffix(8) == [2, 2, 2, 2, 3, 3, 3, 3])
    #expect(Set(pieces.hashes).count == 4)
  }

  @Test("A pattern may have regions that do not touch: x² > 4 has two")
  func regions() throws {
    let x = (0..<8).map { Float($0) - 3.5 }
    let squares = Samples(columns: [x.map { $0 * $0 }], count: 8)
    var parabola = Fixtures.network([1, 1, 1], .relu)
    parabola.parameters = [1, -4, 1, 0]
    let pieces = try #require(LinearPieces(of: parabola, over: squares, width: 8))
    #expect(pieces.patterns == [0, 0, 1, 1, 1, 1, 0, 0])
    #expect(pieces.patternCount == 2 && pieces.regionCount == 3)
    // Rows of one pixel: the same regions one above the other.
    #expect(LinearPieces(of: parabola, over: squares, width: 1)?.regionCount == 3)
    // In rows of four they meet at a corner, which is no touch.
    #expect(LinearPieces(of: parabola, over: squares, width: 4)?.regionCount == 4)
  }

  @Test("A killed unit cuts nothing, and hashes depend on the units alone")
  func killed() throws {
    var network = cross()
    let all = try #require(LinearPieces(of: network, over: Self.grid, width: 8))
    network.parameters = network.parameters.map { $0 * 3 }
    #expect(LinearPieces(of: network, over: Self.grid, width: 8) == all)
    network.kill([UnitPlace(level: 0, unit: 0)])
    #expect(LinearPieces(of: network, over: Self.grid, width: 8)?.patternCount == 2)
  }

  @Test("More units than a word has bits are told apart")
  func many() throws {
    let network = Fixtures.network([2, 100, 1], .relu)
    let pieces = try #require(LinearPieces(of: network, over: Self.grid, width: 8))
    let sums = network.sums(for: Self.grid)[0]
    let signs = Set((0..<64).map { pixel in sums.map { $0[pixel] > 0 } })
    #expect(pieces.patternCount == signs.count)
    #expect(pieces.regionCount >= pieces.patternCount)
  }

  @Test("What bends has none", arguments: LayerShape.all)
  func bent(shape: LayerShape) {
    let isStraight = shape.wiring == "dense" && shape.normalization == nil
    let network = shape.network([2, 3, 1], .relu)
    #expect((LinearPieces(of: network, over: Self.grid, width: 8) != nil) == isStraight)
    #expect(LinearPieces(of: cross(.tanh), over: Self.grid, width: 8) == nil)
  }

  @Test("Sums are what the activation is applied to", arguments: LayerShape.all)
  func sums(shape: LayerShape) {
    let network = shape.network([2, 4, 3, 1], .tanh)
    let samples = Fixtures.samples(37)
    let (sums, responses) = (network.sums(for: samples), network.responses(to: samples))
    #expect(sums.map(\.count) == [4, 3, 1])
    #expect(sums[2] == responses[2])
    for unit in 0..<4 where shape.wiring == "dense" {
      #expect(sums[0][unit].map { Lanes(repeating: $0).hyperbolicTangent[0] } == responses[0][unit])
    }
    guard shape.wiring == "residual" else { return }
    for unit in 0..<3 {
      for sample in 0..<37 {
        let inner = Lanes(repeating: sums[1][unit][sample]).hyperbolicTangent[0]
        #expect(responses[1][unit][sample] == responses[0][unit][sample] + inner)
      }
    }
  }
}
