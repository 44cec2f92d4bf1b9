import Engine
import Lessons
import Studio
import TestSupport
import Testing

@Suite("A race")
struct RaceTests {
  static func spec(
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

  @Test(
    "Paths agree with the formulas in double precision", arguments: SurfaceCatalogue.all.indices)
  func doublePrecision(_ index: Int) {
    // Where small differences grow, as on a pass, single precision soon goes its own way.
    let surface = SurfaceCatalogue.all[index]
    var race = Race(Self.spec(surface))
    var references = race.spec.racers.map { RaceReference($0, at: surface.start) }
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

  @Test("Milestones are the places after 10, 100 and 1000 steps, however long the race")
  func milestones() throws {
    var race = Race(Self.spec(Ravine()))
    race.advance(steps: 6000)
    for count in [10, 100, 1000] {
      var other = Race(race.spec)
      other.advance(steps: count)
      for (racer, young) in zip(race.racers, other.racers) {
        let milestone = try #require(racer.milestones.first { $0.step == count })
        #expect(milestone.place == young.place && milestone.loss == young.loss)
      }
    }
    #expect(race.racers.allSatisfy { $0.milestones.count == 3 })
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
      let pairs = zip(trail.entries, trail.entries.dropFirst())
      #expect(pairs.allSatisfy { $1.step - $0.step == trail.stride })
      #expect(race.stepCount - (trail.entries.last?.step ?? 0) < trail.stride)
    }
    #expect(race.racers[0].stepCount == 100_000)
  }
}
