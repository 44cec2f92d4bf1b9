import Testing

@testable import Engine

@Suite("Activations")
struct ActivationTests {
  @Test("NaN comes out as NaN, in its own lane only", arguments: Activation.allCases)
  func nan(activation: Activation) {
    var z = Lanes(repeating: 0.5)
    z[7] = .nan
    let a = activation.value(z)
    #expect(a[7].isNaN)
    #expect(a[6] == a[8] && a[6].isFinite)
  }

  @Test("NaN in a sum or in what comes back never ends as a number", arguments: Activation.allCases)
  func nanSlope(activation: Activation) {
    let z = Lanes(repeating: 0.5)
    let slope = activation.slope(at: z, value: activation.value(z)) * Lanes(repeating: .nan)
    #expect(slope[0].isNaN)
  }

  @Test("Values and slopes are finite for every finite sum", arguments: Activation.allCases)
  func finite(activation: Activation) {
    for size: Float in [0, .leastNonzeroMagnitude, 1e-30, 1e-3, 1, 20, 88, 104, 800, 1e30] {
      for z in [Lanes(repeating: size), Lanes(repeating: -size)] {
        let a = activation.value(z)
        #expect(a.isFinite, "at \(z[0])")
        #expect(activation.slope(at: z, value: a).isFinite, "at \(z[0])")
      }
    }
  }

  @Test("The slope is the limit of differences", arguments: Activation.allCases)
  func slope(activation: Activation) {
    let h: Float = 0x1p-6
    for step in -96...96 where abs(step) > 1 {
      let z = Float(step) / 16
      let points = Lanes(
        z - 2 * h, z - h, z + h, z + 2 * h, z, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
      let a = activation.value(points)
      let numeric = (a[0] - a[3] + 8 * (a[2] - a[1])) / (12 * h)
      let analytic = activation.slope(at: points, value: a)[4]
      // Roundings of 6e-8 in values of size |z|, divided by the step of 1/64.
      #expect(abs(numeric - analytic) <= 1e-5 * max(1, abs(z)), "at \(z)")
    }
  }

  @Test("Names lead back to their activations and say something", arguments: Activation.allCases)
  func names(activation: Activation) {
    #expect(Activation(rawValue: activation.rawValue) == activation)
    #expect(activation.formula.hasPrefix("a = "))
  }
}
