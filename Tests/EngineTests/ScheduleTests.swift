import TestSupport
import Testing

@testable import Engine

@Suite("Learning-rate schedules")
struct ScheduleTests {
  private static let names = ScheduleCatalogue.all.map { $0.name }

  @Test("Names are different, and each leads back to its schedule")
  func catalogue() throws {
    #expect(Set(Self.names).count == Self.names.count)
    for kind in ScheduleCatalogue.all {
      let made = try #require(ScheduleCatalogue.named(kind.name))
      #expect(type(of: made) == kind)
      #expect(kind.formula.hasPrefix("η = "))
    }
    #expect(ScheduleCatalogue.named("no such schedule") == nil)
  }

  @Test("A rate begins at the base and never rises, with every knob anywhere", arguments: names)
  func falling(name: String) throws {
    let usual = try #require(ScheduleCatalogue.named(name))
    for shape in [usual] + Self.extremes(of: usual) {
      #expect(shape.rate(base: 0.25, at: 0) == 0.25)
      #expect(shape.rate(base: 0.25, at: -1) == 0.25)
      var last = 0.25
      for t in Array(0..<3000) + [1_000_000, 1_000_001, 1 << 40, .max] {
        let rate = shape.rate(base: 0.25, at: t)
        #expect(rate <= last && rate >= 0, "\(shape) at \(t)")
        last = rate
      }
    }
  }

  /// The schedule with one knob each at an end of its range.
  private static func extremes(of schedule: any Schedule) -> [any Schedule] {
    func extremes<Kind: Schedule>(_ schedule: Kind) -> [any Schedule] {
      Kind.knobs.flatMap { knob in
        [knob.range.lowerBound, knob.range.upperBound].map { end in
          var turned = schedule
          turned.set(knob.name, to: end)
          return turned
        }
      }
    }
    return extremes(schedule)
  }

  @Test("After its period a cosine stays at the minimum")
  func cosineEnds() {
    var cosine = CosineDecay()
    cosine.minimum = 0.125
    cosine.period = 10
    #expect(cosine.rate(base: 1, at: 9) > 0.125)
    for t in [10, 11, 15, 20, 1000] { #expect(cosine.rate(base: 1, at: t) == 0.125) }
    #expect(abs(cosine.rate(base: 1, at: 5) - 0.5625) < 1e-15)
  }

  @Test("A count that is none is 1, and nothing traps", arguments: [Float.nan, 0, -3, .infinity])
  func counts(value: Float) {
    var step = StepDecay()
    step.every = value
    var cosine = CosineDecay()
    cosine.period = value
    let isLong = value == .infinity
    #expect(step.rate(base: 1, at: 3) == (isLong ? 1 : 0.125))
    #expect((cosine.rate(base: 1, at: 3) > 0.5) == isLong)
  }

  @Test("A warm-up climbs in equal strides, then the shape begins at its own start")
  func warmUp() {
    var shape = StepDecay()
    shape.every = 2
    let schedule = LearningRateSchedule(shape: shape, warmUp: 3)
    let rates = (0..<9).map { schedule.rate(base: 2, at: $0) }
    #expect(rates == [0.5, 1, 1.5, 2, 2, 1, 1, 0.5, 0.5])
    #expect(schedule.rate(base: 2, at: -5) == 0.5)
  }

  @Test("Without a warm-up a schedule is its shape, and constant unless told otherwise")
  func plain() {
    for warmUp in [0, -1] {
      let schedule = LearningRateSchedule(shape: InverseTimeDecay(), warmUp: warmUp)
      for t in 0..<50 {
        let expected = Float(InverseTimeDecay().rate(base: Double(Float(0.3)), at: t))
        #expect(schedule.rate(base: 0.3, at: t) == expected)
      }
    }
    for t in [0, 1, 1000, .max] { #expect(LearningRateSchedule().rate(base: 0.3, at: t) == 0.3) }
  }

  @Test("Repeated squaring is repeated multiplication")
  func powers() {
    for exponent in 0..<200 {
      let expected = (0..<exponent).reduce(1.0) { product, _ in product * 0.97 }
      expectClose(
        ExponentialDecay().power(0.97, exponent), expected,
        within: Tolerance(relative: 1e-14))
    }
    #expect(ExponentialDecay().power(0.5, 60) == 0x1p-60)
    #expect(ExponentialDecay().power(0, 0) == 1 && ExponentialDecay().power(1, .max) == 1)
  }
}
