import Engine
import Lessons
import Studio
import TestSupport
import Testing

@Suite("A race")
struct RaceTests {
  private static func spec(
    _ surface: any Surface = Rosenbrock(), noise: Float = 0
  ) -> RaceSpec {
    RaceSpec(
      on: surface, racers: OptimizerCatalogue.all.map { RacerSpec($0.name, on: surface) },
      noise: NormalNoise(strength: noise, seed: 7))
  }

  /// All that can be seen of a racer, numbers as bits.
  private static func bits(_ racer: Racer) -> [UInt64] {
    var bits: [UInt64] = [UInt64(racer.place.x.bitPattern), UInt64(racer.place.y.bitPattern)]
    for entry in racer.trail.entries {
      bits.append(UInt64(entry.step))
      bits.append(UInt64(entry.place.x.bitPattern))
      bits.append(UInt64(entry.place.y.bitPattern))
      bits.append(entry.loss.bitPattern)
    }
    let memory = racer.optimizer.memory
    for moment in memory.moments { bits += moment.map { UInt64($0.bitPattern) } }
    return bits + memory.counters.map(\.bitPattern)
  }

  @Test("Two steps of plain descent by hand")
  func byHand() {
    var training = Preset().training
    training.learningRate = 0.25
    var race = Race(RaceSpec(on: Bowl(), start: SIMD2(-4, 2), racers: [RacerSpec(training)]))
    race.advance(steps: 2)
    let racer = race.racers[0]
    #expect(racer.place == SIMD2(-2.25, 1.125))
    #expect(racer.loss == (2.25 * 2.25 + 1.125 * 1.125) / 2)
    #expect(racer.slope == racer.place)
    #expect(racer.trail.entries.map(\.place) == [[-4, 2], [-3, 1.5], [-2.25, 1.125]])
    #expect(racer.lastStep?.before == SIMD2(-3, 1.5))
    #expect(racer.lastStep?.gradient == SIMD2(-3, 1.5))
    #expect(racer.lastStep?.rate == 0.25)
    #expect(racer.lastStep?.number == 1)
  }

  @Test("Paths agree with the formulas in double precision", arguments: SurfaceCatalogue.all.indices)
  func doublePrecision(_ index: Int) {
    // Where small differences grow, as on a pass, single precision soon goes its own way.
    let surface = SurfaceCatalogue.all[index]
    var race = Race(Self.spec(surface))
    var references = race.spec.racers.map { Reference($0, at: surface.start) }
    for step in 0..<25 {
      race.advance(steps: 1)
      for racer in race.racers.indices {
        references[racer].step(surface)
        let place = race.racers[racer].place
        let expected = references[racer].place
        expectClose(
          [place.x, place.y], [expected.x, expected.y],
          within: Tolerance(relative: 1e-4, absolute: 1e-4 * surface.window.radius),
          "\(surface.name), \(race.spec.racers[racer].preset.training.optimizer), step \(step)")
      }
    }
  }

  @Test("Equal racers have equal bits, noise or not", arguments: [0, 0.5] as [Float])
  func equal(_ noise: Float) {
    for type in OptimizerCatalogue.all {
      let twin = RacerSpec(type.name, on: Beale())
      var race = Race(
        RaceSpec(
          on: Beale(), racers: [twin, RacerSpec("sgd", on: Beale()), twin],
          noise: NormalNoise(strength: noise, seed: 3)))
      race.advance(steps: 200)
      #expect(Self.bits(race.racers[0]) == Self.bits(race.racers[2]), "\(type.name)")
    }
  }

  @Test("The order of the racers does not matter, nor who else takes part")
  func order() {
    let spec = Self.spec(noise: 0.1)
    var turned = spec
    turned.racers.reverse()
    turned.racers[0].isOn = false
    var (race, other) = (Race(spec), Race(turned))
    race.advance(steps: 150)
    other.advance(steps: 150)
    for (racer, twin) in zip(race.racers.dropLast(), other.racers.reversed()) {
      #expect(Self.bits(racer) == Self.bits(twin))
    }
    #expect(other.racers[0].stepCount == 0)
    #expect(other.racers[0].place == spec.start)
  }

  @Test("A replay has the same bits, however the steps are cut", arguments: [0, 0.3] as [Float])
  func replay(_ noise: Float) {
    let spec = Self.spec(TiltedRavine(), noise: noise)
    var (race, pieces) = (Race(spec), Race(spec))
    race.advance(steps: 1000)
    for size in [0, 1, 2, 397, 600, -5] { pieces.advance(steps: size) }
    #expect(race.stepCount == 1000 && pieces.stepCount == 1000)
    for (one, two) in zip(race.racers, pieces.racers) { #expect(Self.bits(one) == Self.bits(two)) }
  }

  @Test("Another seed is another noise, of the asked strength")
  func noise() {
    let noise = NormalNoise(strength: 2, seed: 1)
    let other = NormalNoise(strength: 2, seed: 2)
    #expect(noise.deviation(at: 5) == noise.deviation(at: 5))
    #expect(noise.deviation(at: 5) != other.deviation(at: 5))
    #expect(NormalNoise().deviation(at: 5) == .zero)
    let values = (0..<4000).map { noise.deviation(at: $0) }
    let mean = values.reduce(.zero, +) / 4000
    let square = values.map { $0 * $0 }.reduce(.zero, +) / 4000
    // Six standard errors of a mean of 4000: 2/√4000 and √2·4/√4000.
    #expect(abs(mean.x) < 0.19 && abs(mean.y) < 0.19)
    #expect(abs(square.x - 4) < 0.54 && abs(square.y - 4) < 0.54)
  }

  @Test("Memory does not grow with the steps")
  func memory() {
    var training = Preset().training
    training.learningRate = 1e-5
    var race = Race(RaceSpec(on: Rosenbrock(), racers: [RacerSpec(training)]))
    // Every so often a look, as many steps as a debug build does in little time.
    for _ in 0..<20 {
      race.advance(steps: 5000)
      let trail = race.racers[0].trail
      #expect(trail.entries.count <= Trail.limit)
      #expect(trail.entries.count >= min(race.stepCount, Trail.limit / 2))
      #expect(trail.entries.first?.step == 0)
      #expect(zip(trail.entries, trail.entries.dropFirst()).allSatisfy { $1.step - $0.step == trail.stride })
      #expect(race.stepCount - (trail.entries.last?.step ?? 0) < trail.stride)
    }
    #expect(race.racers[0].stepCount == 100_000)
  }

  @Test("A rate above 2 / curvature diverges, and that is caught and told")
  func divergence() throws {
    var training = Preset().training
    training.learningRate = 2.5
    var race = Race(
      RaceSpec(on: Bowl(), start: SIMD2(1, 0), racers: [RacerSpec(training), RacerSpec("sgd", on: Bowl())]))
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
    #expect(Race(RaceSpec(on: Bowl(), racers: [RacerSpec("sgd", on: Bowl())])).racers[0].momentum == .zero)
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

  @Test("The usual rates let nobody diverge, and let most arrive", arguments: SurfaceCatalogue.all.indices)
  func usual(_ index: Int) {
    let surface = SurfaceCatalogue.all[index]
    var race = Race(Self.spec(surface))
    race.advance(steps: 3000)
    for (spec, racer) in zip(race.spec.racers, race.racers) {
      #expect(!racer.hasDiverged, "\(surface.name) \(spec.preset.training.optimizer)")
      #expect(racer.loss < surface.value(at: SIMD2(surface.start)))
    }
    let count = race.racers.count { if case .arrived = $0.state { true } else { false } }
    #expect(count >= 1, "\(surface.name): \(race.racers.map(\.state))")
  }
}

@Suite("The usual rate")
struct UsualRateTests {
  @Test("Which rates are lengths is found by trying")
  func lengths() throws {
    let lengths = try OptimizerCatalogue.all.filter { type in
      UsualRate(of: try #require(OptimizerCatalogue.named(type.name))).isLength
    }.map { $0.name }
    #expect(lengths == ["adagrad", "adadelta", "rmsprop", "adam", "adamw"])
  }

  @Test("A factor suits the surface, a length its size, and AdaDelta needs none")
  func rates() {
    func rate(_ name: String) -> Double {
      RacerSpec(name, on: Ravine()).preset.training.learningRate
    }
    #expect(rate("sgd") == Ravine().rate && rate("momentum") == Ravine().rate)
    #expect(rate("adam") == Ravine().stride && rate("adagrad") == Ravine().stride)
    #expect(rate("adadelta") == 1)
  }
}

/// Optimisers in double precision, written down from their formulas once more.
private struct Reference {
  var place: SIMD2<Double>
  private let name: String
  private let rate: Double
  private var v = SIMD2<Double>.zero
  private var s = SIMD2<Double>.zero
  private var count = 0.0

  init(_ spec: RacerSpec, at start: SIMD2<Float>) {
    place = SIMD2(start)
    name = spec.preset.training.optimizer
    rate = spec.preset.training.learningRate
  }

  mutating func step(_ surface: any Surface) {
    let g = surface.slope(at: place)
    count += 1
    switch name {
    case "sgd": place -= rate * g
    case "momentum":
      v = 0.9 * v + rate * g
      place -= v
    case "averaged-momentum":
      v = 0.9 * v + 0.1 * g
      place -= rate * v
    case "nesterov":
      v = 0.9 * v + g
      place -= rate * (g + 0.9 * v)
    case "adagrad":
      s += g * g
      place -= rate * g / (s.squareRoot() + 1e-10)
    case "rmsprop":
      s = 0.99 * s + 0.01 * g * g
      place -= rate * g / (s.squareRoot() + 1e-8)
    case "adadelta":
      s = 0.9 * s + 0.1 * g * g
      let step = (v + 1e-6).squareRoot() / (s + 1e-6).squareRoot() * g
      v = 0.9 * v + 0.1 * step * step
      place -= rate * step
    case "adam", "adamw":
      v = 0.9 * v + 0.1 * g
      s = 0.999 * s + 0.001 * g * g
      if name == "adamw" { place *= 1 - rate * 0.01 }
      let mean = v / (1 - Self.power(0.9, count))
      let square = s / (1 - Self.power(0.999, count))
      place -= rate * mean / (square.squareRoot() + 1e-8)
    default: Issue.record("no reference for \(name)")
    }
  }

  private static func power(_ base: Double, _ count: Double) -> Double {
    (0..<Int(count)).reduce(1) { product, _ in product * base }
  }
}
