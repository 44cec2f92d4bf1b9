import RealModule
import Testing

@testable import Engine

@Suite("Sine and cosine in lanes")
struct LanesCircularTests {
  @Test("Both are within 1.3e-7 up to 10000 and never beyond 1")
  func error() {
    let sine = FunctionErrors(over: -10_000...10_000, \.sine) { .sin($0) }
    #expect(sine.absolute <= 1.3e-7 && sine.largest <= 1, "\(sine)")
    let cosine = FunctionErrors(over: -10_000...10_000, \.cosine) { .cos($0) }
    #expect(cosine.absolute <= 1.3e-7 && cosine.largest <= 1, "\(cosine)")
  }

  @Test("The sine keeps its digits within a quarter turn")
  func small() {
    let error = FunctionErrors(over: -1.570_796...1.570_796, \.sine) { .sin($0) }
    #expect(error.ulps <= 2, "\(error)")
  }

  @Test("Beside every multiple of a quarter turn both keep their bound")
  func quarters() {
    for n in -6366...6366 {
      let near = Float(Double(n) * Double.pi / 2)
      for x in [near, near.nextUp, near.nextDown] {
        let lanes = Lanes(repeating: x)
        #expect(abs(Double(lanes.sine[0]) - .sin(Double(x))) <= 1.3e-7, "sine of \(x)")
        #expect(abs(Double(lanes.cosine[0]) - .cos(Double(x))) <= 1.3e-7, "cosine of \(x)")
      }
    }
  }

  @Test("Beyond 10000 both stay where they are there")
  func beyond() {
    let end = Lanes(repeating: 10_000)
    for x: Float in [10_001, 1e6, 1e30, .greatestFiniteMagnitude, .infinity] {
      let far = Lanes(repeating: x)
      #expect(far.sine == end.sine && far.cosine == end.cosine)
      #expect((-far).sine == -end.sine && (-far).cosine == end.cosine)
    }
  }

  @Test("At 0 they are 0 and 1")
  func zero() {
    for zero: Float in [0, -0.0, .leastNonzeroMagnitude] {
      #expect(Lanes(repeating: zero).sine[0] == zero)
      #expect(Lanes(repeating: zero).cosine[0] == 1)
    }
  }
}
