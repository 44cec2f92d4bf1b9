import Engine
import Lessons
import Studio
import TestSupport
import Testing

/// A slope that ends at a cliff, beyond which there is no loss, or no gradient.
private struct Cliff: Surface {
  let name = "cliff"
  let formula = "L = w₁ where w₁ > 0"
  let lesson = ""
  let window = SurfaceWindow(-10...10, -10...10)
  let start = SIMD2<Float>(5, 0)
  let minima: [SurfaceMinimum] = []
  let rate = 1.0
  let stride = 1.0
  let hasValue: Bool
  func value(at w: SIMD2<Double>) -> Double { w.x > 0 || hasValue ? w.x : .nan }
  func slope(at w: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2(w.x > 0 || !hasValue ? 1 : .infinity, 0)
  }
}

@Suite("What becomes of racers")
struct RaceOutcomeTests {
  @Test("A rate above 2 / curvature diverges, and that is caught and told")
  func divergence() throws {
    var training = Preset().training
    training.learningRate = 2.5
    var race = Race(
      RaceSpec(
        on: Bowl(), start: SIMD2(1, 0),
        racers: [RacerSpec(training), RacerSpec("sgd", on: Bowl())]))
    race.advance(steps: 100)
    // |w| = 1.5ᵗ passes 100 radii of 5 in step 16: 1.5¹⁵ = 437.9, 1.5¹⁶ = 656.8.
    #expect(race.racers[0].state == .diverged(at: 16))
    #expect(race.racers[0].stepCount == 16)
    #expect(abs(race.racers[0].place.x) < 500)
    #expect(race.racers[1].stepCount == 100)
    #expect(race.ranks == [2, 1])
  }

  @Test("Numbers without end are caught in the step that makes them", arguments: [1e30, 1e38])
  func notFinite(_ rate: Double) {
    for surface in SurfaceCatalogue.all {
      for type in OptimizerCatalogue.all {
        var training = Preset().training
        training.optimizer = type.name
        training.learningRate = rate
        var race = Race(RaceSpec(on: surface, racers: [RacerSpec(training)]))
        race.advance(steps: 60)
        let racer = race.racers[0]
        #expect(racer.hasDiverged, "\(surface.name) \(type.name)")
        #expect(racer.place.x.isFinite && racer.place.y.isFinite && racer.loss.isFinite)
        #expect(racer.trail.entries.allSatisfy { $0.loss.isFinite })
      }
    }
  }

  @Test("A place without a loss or a gradient is not gone on from", arguments: [true, false])
  func cliff(hasValue: Bool) {
    var training = Preset().training
    training.learningRate = 2
    var race = Race(RaceSpec(on: Cliff(hasValue: hasValue), racers: [RacerSpec(training)]))
    race.advance(steps: 10)
    // 5, 3, 1 and no further.
    #expect(race.racers[0].state == .diverged(at: 3))
    #expect(race.racers[0].place == SIMD2(1, 0))
    #expect(race.racers[0].lastStep?.after == SIMD2(-1, 0))
    #expect(race.isOver)
  }

  @Test("A start in nowhere is no trap")
  func strangeStarts() {
    for surface in SurfaceCatalogue.all {
      for start in [SIMD2<Float>(.nan, 0), SIMD2(.infinity, 1), SIMD2(1e30, -1e30), SIMD2(0, 0)] {
        var race = Race(RaceSpec(on: surface, start: start))
        race.advance(steps: 5)
        _ = race.ranks
        _ = race.racers.map(\.momentum)
      }
    }
  }

  @Test("Arrived is who stays near the least minimum; trapped, near another")
  func arrival() {
    var training = Preset().training
    training.learningRate = 0.5
    var race = Race(RaceSpec(on: Bowl(), start: SIMD2(-4, 0), racers: [RacerSpec(training)]))
    race.advance(steps: 6)
    #expect(race.racers[0].state == .running)
    // 4·½ᵗ is at most 0.05 from step 7 on.
    race.advance(steps: 20)
    #expect(race.racers[0].state == .arrived(at: 7))
    #expect(race.isOver)
    var valleys = Race(RaceSpec(on: TwoValleys(), racers: [RacerSpec("sgd", on: TwoValleys())]))
    valleys.advance(steps: 400)
    guard case .trapped(let step) = valleys.racers[0].state else {
      Issue.record("\(valleys.racers[0].state)")
      return
    }
    valleys.advance(steps: 400)
    #expect(valleys.racers[0].state == .trapped(at: step))
  }

  @Test("On the ridge of the saddle nothing moves but by noise")
  func ridge() {
    let racers = [RacerSpec("sgd", on: Saddle()), RacerSpec("adam", on: Saddle())]
    var race = Race(RaceSpec(on: Saddle(), start: .zero, racers: racers))
    race.advance(steps: 50)
    #expect(race.racers.allSatisfy { $0.state == .resting && $0.place == .zero })
    var noisy = Race(
      RaceSpec(
        on: Saddle(), start: .zero, racers: racers, noise: NormalNoise(strength: 0.01, seed: 1)))
    noisy.advance(steps: 300)
    #expect(noisy.racers.allSatisfy { abs($0.place.y) > 0.5 })
  }

  @Test("Momentum's way on is what the next step would be without a gradient")
  func momentum() {
    var training = Preset().training
    training.optimizer = "momentum"
    training.learningRate = 0.1
    var race = Race(RaceSpec(on: Bowl(), start: SIMD2(-4, 2), racers: [RacerSpec(training)]))
    #expect(race.racers[0].momentum == .zero)
    race.advance(steps: 1)
    // v = 0.1·(-4, 2), and 0.9 of it is kept.
    let way = race.racers[0].momentum
    expectClose([way.x, way.y], [0.36, -0.18], within: .oneOperation)
    let plain = Race(RaceSpec(on: Bowl(), racers: [RacerSpec("sgd", on: Bowl())]))
    #expect(plain.racers[0].momentum == .zero)
  }

  @Test("Clipping bounds what the optimiser is given")
  func clipping() throws {
    var training = Preset().training
    training.clipping = "norm"
    training.learningRate = 1
    var race = Race(RaceSpec(on: Bowl(), start: SIMD2(-3, 4), racers: [RacerSpec(training)]))
    race.advance(steps: 1)
    let step = try #require(race.racers[0].lastStep)
    expectClose([step.gradient.x, step.gradient.y], [-0.6, 0.8], within: .oneOperation)
    #expect(step.slope == SIMD2(-3, 4))
  }

  @Test(
    "The usual rates let nobody diverge, and let most arrive",
    arguments: SurfaceCatalogue.all.indices)
  func usual(_ index: Int) {
    let surface = SurfaceCatalogue.all[index]
    var race = Race(RaceTests.spec(surface))
    race.advance(steps: 3000)
    for (spec, racer) in zip(race.spec.racers, race.racers) {
      #expect(!racer.hasDiverged, "\(surface.name) \(spec.preset.training.optimizer)")
      #expect(racer.loss < surface.value(at: SIMD2(surface.start)))
    }
    let count = race.racers.count { if case .arrived = $0.state { true } else { false } }
    #expect(count >= 1, "\(surface.name): \(race.racers.map(\.state))")
  }
}
