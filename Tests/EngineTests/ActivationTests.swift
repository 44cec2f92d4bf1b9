import RealModule
import TestSupport
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

  @Test(
    "The slope is the limit of differences",
    arguments: Activation.allCases.filter(\.slopeIsExact))
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

  @Test("Small sums keep their digits", arguments: [1e-6, -1e-6, -3e-4, 1e-30] as [Float])
  func small(z: Float) {
    let exact = Double(z)
    let rest = Double.expMinusOne(exact)
    for (activation, expected) in [
      (Activation.elu, z > 0 ? exact : rest),
      (.selu, z > 0 ? exact * 1.050_700_987_355_480_5 : rest * 1.758_099_340_847_376_6),
      (.gelu, exact * (0.5 + exact * 0.398_942_280_401_432_7)),
      (.silu, exact / (1 + .exp(-exact))), (.sin, .sin(exact)),
    ] {
      let a = Double(activation.value(Lanes(repeating: z))[0])
      #expect(abs(a / expected - 1) <= 3e-7, "\(activation)")
    }
  }

  @Test("The left tails of gelu and silu keep their digits", arguments: 2...25)
  func tails(halves: Int) {
    let z = -Double(halves) / 2
    let lanes = Lanes(repeating: Float(z))
    let gelu = z * .erfc(-z / 2.0.squareRoot()) / 2
    #expect(abs(Double(Activation.gelu.value(lanes)[0]) / gelu - 1) <= 1e-5)
    let silu = z / (1 + .exp(-z))
    #expect(abs(Double(Activation.silu.value(lanes)[0]) / silu - 1) <= 1e-6)
  }

  @Test("Far sums give what the functions tend to", arguments: [60, 800, 1e30] as [Float])
  func far(z: Float) {
    for (activation, left, right) in [
      (Activation.elu, Float(-1), z), (.selu, -1.758_099_3, z * 1.050_701), (.gelu, 0, z),
      (.silu, 0, z), (.softplus, 0, z), (.step, 0, 1),
    ] {
      expectClose(
        activation.value(Lanes(repeating: -z))[0], Double(left), within: .oneOperation,
        "\(activation)")
      expectClose(
        activation.value(Lanes(repeating: z))[0], Double(right), within: .oneOperation,
        "\(activation)")
    }
    #expect(Activation.sin.value(Lanes(repeating: z))[0].magnitude <= 1)
  }

  @Test("The step is 0 or 1, and its gradient goes through from -1 to 1")
  func step() {
    for (z, value, slope) in [
      (-800, 0, 0), (-1.001, 0, 0), (-1, 0, 1), (-1e-30, 0, 1), (0, 0, 1), (1e-30, 1, 1),
      (1, 1, 1), (1.001, 1, 0), (800, 1, 0),
    ] as [(Float, Float, Float)] {
      let lanes = Lanes(repeating: z)
      let a = Activation.step.value(lanes)
      #expect(a[0] == value, "at \(z)")
      #expect(Activation.step.slope(at: lanes, value: a)[0] == slope, "at \(z)")
    }
  }

  @Test(
    "A weight before a step learns while its sum is in -1...1", arguments: [0.5, 1.5] as [Float])
  func straightThrough(input: Float) {
    var network = Fixtures.network([1, 1, 1], .step)
    network.parameters = [1, 0, 2, 0]
    let samples = Samples(inputs: [[input]], targets: [[0]], inputCount: 1, targetCount: 1)
    // z = x, a = 1, the output 2 is 2 too large: dC/da = 2 * 2, which passes on times x or stops.
    let gradient = network.gradient(over: samples, loss: .halfSquaredError)
    #expect(gradient == (input < 1 ? [2, 4, 2, 2] : [0, 0, 2, 2]))
  }
}
