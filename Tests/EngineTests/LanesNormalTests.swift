import RealModule
import Testing

@testable import Engine

@Suite("The normal distribution in lanes")
struct LanesNormalTests {
  @Test("Tail and density keep their digits, however small they get", arguments: [3, 12.5])
  func error(end: Float) {
    let bound = end == 3 ? 6e-7 : 6e-6
    let tail = FunctionErrors(over: -end...end, { $0.normalTail.probability }) {
      .erfc(abs($0) / 2.0.squareRoot()) / 2
    }
    #expect(tail.relative <= bound, "\(tail)")
    let density = FunctionErrors(over: -end...end, { $0.normalTail.density }) {
      .exp(-$0 * $0 / 2) / (2 * Double.pi).squareRoot()
    }
    #expect(density.relative <= bound, "\(density)")
  }

  @Test("Beyond 12.5 everything stays what its sentence says")
  func beyond() {
    for x: Float in [12.5, 13, 800, 1e30, .infinity] {
      for lanes in [Lanes(repeating: x), Lanes(repeating: -x)] {
        let tail = lanes.normalTail
        #expect(abs(tail.probability[0] / 3.7e-36 - 1) < 0.02)
        #expect(abs(tail.density[0] / 4.7e-35 - 1) < 0.02)
        #expect(tail.size[0] == 12.5)
      }
    }
  }

  @Test("At 0 half of everything lies in the tail")
  func middle() {
    #expect(Lanes(repeating: 0).normalTail.probability[0] == 0.5)
  }
}
