import RealModule
import Testing

@testable import Engine

/// Every function is compared with swift-numerics in double precision.
@Suite("Elementary functions in lanes")
struct LanesFunctionTests {
  private static let huge = Float.greatestFiniteMagnitude

  @Test("The exponential is within 2 ulp wherever it is not held at an end")
  func exponential() {
    let error = FunctionErrors(over: -87.3...88.3, \.exponential) { .exp($0) }
    #expect(error.ulps <= 2, "\(error)")
  }

  @Test("The exponential minus 1 is within 2 ulp, however small the lane")
  func exponentialMinusOne() {
    let error = FunctionErrors(over: -Self.huge...88.3, \.exponentialMinusOne) { .expMinusOne($0) }
    #expect(error.ulps <= 2, "\(error)")
  }

  @Test("The hyperbolic tangent is within 4e-7 everywhere")
  func hyperbolicTangent() {
    let error = FunctionErrors(over: -Self.huge...Self.huge, \.hyperbolicTangent) { .tanh($0) }
    #expect(error.relative <= 4e-7, "\(error)")
    #expect(error.largest <= 1)
  }

  @Test("The logistic function is within 4 ulp wherever it is not held at its end")
  func logistic() {
    let error = FunctionErrors(over: -87.3...Self.huge, \.logistic) { 1 / (1 + .exp(-$0)) }
    #expect(error.ulps <= 4, "\(error)")
    #expect(error.largest <= 1)
  }

  @Test("The logarithm is within 2 ulp for every normal number")
  func logarithm() {
    let error = FunctionErrors(over: .leastNormalMagnitude...Self.huge, \.logarithm) { .log($0) }
    #expect(error.ulps <= 2, "\(error)")
  }

  @Test("Softplus is within 4 ulp wherever it is not held at its end")
  func softplus() {
    let error = FunctionErrors(over: -87.3...Self.huge, \.softplus) {
      max($0, 0) + .log(onePlus: .exp(-abs($0)))
    }
    #expect(error.ulps <= 4, "\(error)")
  }

  @Test(
    "NaN stays NaN",
    arguments: [
      \Lanes.exponential, \.exponentialMinusOne, \.hyperbolicTangent, \.logistic, \.logarithm,
      \.softplus, \.magnitude, \.sine, \.cosine, \.normalTail.probability, \.normalTail.density,
      \.normalTail.size,
    ] as [any KeyPath<Lanes, Lanes> & Sendable])
  func nan(function: any KeyPath<Lanes, Lanes> & Sendable) {
    for nan in [Float.nan, -.nan, .signalingNaN] {
      var lanes = Lanes(repeating: 1)
      lanes[5] = nan
      let result = lanes[keyPath: function]
      #expect(result[5].isNaN)
      #expect(result[4].isFinite && result[6].isFinite)
    }
  }

  @Test("At infinity, 0 and beyond the ends, the functions give what their sentences say")
  func ends() {
    let far: [Float] = [.infinity, Self.huge, 1000]
    for x in far {
      #expect(abs(Lanes(repeating: x).exponential[0] / 2.2e38 - 1) < 0.02)
      #expect(abs(Lanes(repeating: -x).exponential[0] / 1.2e-38 - 1) < 0.02)
      #expect(Lanes(repeating: x).exponentialMinusOne == Lanes(repeating: x).exponential)
      #expect(Lanes(repeating: -x).exponentialMinusOne[0] == -1)
      #expect(Lanes(repeating: x).hyperbolicTangent[0] == 1)
      #expect(Lanes(repeating: -x).hyperbolicTangent[0] == -1)
      #expect(Lanes(repeating: x).logistic[0] == 1)
      #expect(abs(Lanes(repeating: -x).logistic[0] / 1.2e-38 - 1) < 0.02)
      #expect(Lanes(repeating: x).softplus[0] == x)
      #expect(abs(Lanes(repeating: -x).softplus[0] / 1.2e-38 - 1) < 0.02)
    }
    #expect(Lanes(repeating: .infinity).logarithm[0] == .infinity)
    for zero: Float in [0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude] {
      let x = Lanes(repeating: zero)
      #expect(x.exponential[0] == 1)
      #expect(x.exponentialMinusOne[0] == zero)
      #expect(x.hyperbolicTangent[0].bitPattern == zero.bitPattern)
      #expect(x.logistic[0] == 0.5)
      #expect(x.softplus[0] == Float(0.693_147_180_559_945_3))
    }
    #expect(Lanes(repeating: 1).logarithm[0] == 0)
  }

  @Test("The lanes do not touch each other")
  func independence() {
    var random = Random(seed: 9, stream: .data)
    var x = Lanes()
    for lane in 0..<laneCount { x[lane] = Float(random.uniform(-20, 20)) }
    for lane in 0..<laneCount {
      let alone = Lanes(repeating: x[lane])
      #expect(alone.exponential[0] == x.exponential[lane])
      #expect(alone.hyperbolicTangent[0] == x.hyperbolicTangent[lane])
      #expect(alone.softplus[0] == x.softplus[lane])
      #expect(alone.logarithm[0].bitPattern == x.logarithm[lane].bitPattern)
      #expect(alone.sine[0] == x.sine[lane])
      #expect(alone.cosine[0] == x.cosine[lane])
      #expect(alone.normalTail.probability[0] == x.normalTail.probability[lane])
    }
  }
}
