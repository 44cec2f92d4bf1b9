import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

/// A slope that is the same everywhere, so that steps can be computed by hand.
private struct Slope: Surface {
  let name = "slope"
  let formula = "L = 2 w₁ - 0.4 w₂"
  let lesson = ""
  let window = SurfaceWindow(-10...10, -10...10)
  let start = SIMD2<Float>(0, 0)
  let minima: [SurfaceMinimum] = []
  let rate = 1.0
  let stride = 1.0
  func value(at w: SIMD2<Double>) -> Double { 2 * w.x - 0.4 * w.y }
  func slope(at w: SIMD2<Double>) -> SIMD2<Double> { SIMD2(2, -0.4) }
}

@Suite("A step in words")
struct StepWordsTests {
  /// The words about the second step of an optimiser with rate 0.1 from (1, 1).
  private func words(
    _ optimizer: String, _ settings: [String: Float] = [:], steps: Int = 2
  ) throws -> StepWords {
    var training = Preset().training
    training.optimizer = optimizer
    training.optimizerSettings = settings
    training.learningRate = 0.1
    var race = Race(RaceSpec(on: Slope(), start: SIMD2(1, 1), racers: [RacerSpec(training)]))
    race.advance(steps: steps)
    return words(try #require(race.racers[0].lastStep))
  }

  private func words(_ step: DescentStep) -> StepWords {
    StepWords(
      step: step,
      losses: (Slope().value(at: SIMD2(step.before)), Slope().value(at: SIMD2(step.after))))
  }

  @Test("Plain descent: Δ = -0.1·(2, -0.4)")
  func sgd() throws {
    let words = try words("sgd")
    #expect(words.lines.map(\.formula) == ["Δ = -0.1·(2, -0.4) = (-0.2, 0.04)"])
    #expect(words.opening.map(\.formula) == ["g = (2, -0.4)"])
    #expect(words.opening.map(\.words) == ["At w = (0.8, 1.04) the gradient, uphill, is"])
    #expect(
      words.ending
        == "So w goes from (0.8, 1.04) to (0.6, 1.08); the loss falls from 1.18 to 0.768.")
  }

  @Test("Momentum: v = 0.9·(0.2, -0.04) + 0.1·g = (0.38, -0.076)")
  func momentum() throws {
    #expect(
      try words("momentum").lines.map(\.formula) == [
        "v ← 0.9·(0.2, -0.04) + 0.1·(2, -0.4) = (0.38, -0.076)", "Δ = -v = (-0.38, 0.076)",
      ])
  }

  @Test("Averaged momentum: v = 0.9·(0.2, -0.04) + 0.1·g, and the step is a tenth of it")
  func averaged() throws {
    #expect(
      try words("averaged-momentum").lines.map(\.formula) == [
        "v ← 0.9·(0.2, -0.04) + 0.1·(2, -0.4) = (0.38, -0.076)", "Δ = -0.1·v = (-0.038, 0.0076)",
      ])
    // 1 - 0.9² = 0.19, and v̂ of a steady gradient is the gradient.
    #expect(
      try words("averaged-momentum", ["bias-correction": 1]).lines.map(\.formula) == [
        "v ← 0.9·(0.2, -0.04) + 0.1·(2, -0.4) = (0.38, -0.076)", "v̂ = v / 0.19 = (2, -0.4)",
        "Δ = -0.1·v̂ = (-0.2, 0.04)",
      ])
  }

  @Test("Nesterov: v = 0.9·(2, -0.4) + g = (3.8, -0.76), g + 0.9·v = (5.42, -1.084)")
  func nesterov() throws {
    #expect(
      try words("nesterov").lines.map(\.formula) == [
        "v ← 0.9·(2, -0.4) + (2, -0.4) = (3.8, -0.76)",
        "g + μv = (2, -0.4) + 0.9·v = (5.42, -1.08)", "Δ = -0.1·(g + μv) = (-0.542, 0.108)",
      ])
  }

  @Test("AdaGrad: s = (8, 0.32), rates 0.1/√s = (0.0354, 0.177)")
  func adaGrad() throws {
    #expect(
      try words("adagrad").lines.map(\.formula) == [
        "s ← (4, 0.16) + (2, -0.4)² = (8, 0.32)", "η/(√s + ε) = 0.1/√(8, 0.32) = (0.0354, 0.177)",
        "Δ = -(0.0354, 0.177)·(2, -0.4) = (-0.0707, 0.0707)",
      ])
  }

  @Test("RMSProp with ρ = 0.9: s = 0.9·(0.4, 0.016) + 0.1·g² = (0.76, 0.0304)")
  func rmsProp() throws {
    #expect(
      try words("rmsprop", ["rho": 0.9]).lines.map(\.formula) == [
        "s ← 0.9·(0.4, 0.016) + 0.1·(2, -0.4)² = (0.76, 0.0304)",
        "η/(√s + ε) = 0.1/√(0.76, 0.0304) = (0.115, 0.574)",
        "Δ = -(0.115, 0.574)·(2, -0.4) = (-0.229, 0.229)",
      ])
  }

  @Test("AdaDelta with ε = 0.01: by hand from s = (0.4, 0.016) and u of the first step")
  func adaDelta() throws {
    // First: d = g·√0.01/√(s + 0.01) = (0.31235, -0.24807), u = 0.1·d² = (0.0097561, 0.0061538).
    // Second: s = (0.76, 0.0304), √(u + 0.01) = (0.140556, 0.127098), √(s + 0.01) = (0.877496,
    // 0.200998), so that d = (0.320357, -0.252934) and u = 0.9 u + 0.1 d² = (0.0190433, 0.011936).
    #expect(
      try words("adadelta", ["epsilon": 0.01]).lines.map(\.formula) == [
        "s ← 0.9·(0.4, 0.016) + 0.1·(2, -0.4)² = (0.76, 0.0304)",
        "d = (2, -0.4)·√((0.00976, 0.00615) + ε) / √(s + ε) = (0.32, -0.253)",
        "u ← 0.9·(0.00976, 0.00615) + 0.1·d² = (0.019, 0.0119)",
        "Δ = -0.1·d = (-0.032, 0.0253)",
      ])
  }

  @Test("Adam: m = (0.38, -0.076), v = (0.007996, 0.00031984), corrected to g and g²")
  func adam() throws {
    #expect(
      try words("adam").lines.map(\.formula) == [
        "m ← 0.9·(0.2, -0.04) + 0.1·(2, -0.4) = (0.38, -0.076)",
        "v ← 0.999·(0.004, 0.00016) + 0.001·(2, -0.4)² = (0.008, 0.00032)",
        "m̂ = m / 0.19 = (2, -0.4)", "v̂ = v / 0.002 = (4, 0.16)",
        "Δ = -0.1·m̂ / (√v̂ + ε) = (-0.1, 0.1)",
      ])
  }

  @Test("AdamW with λ = 0.4: the decay of (0.86, 1.06) is 0.04 of it")
  func adamW() throws {
    // The first step leads from (1, 1) to 0.96·(1, 1) + (-0.1, 0.1) = (0.86, 1.06).
    let lines = try words("adamw", ["weight-decay": 0.4]).lines
    #expect(lines.count == 6)
    #expect(
      lines.suffix(2).map(\.formula) == [
        "-ηλw = -0.04·(0.86, 1.06) = (-0.0344, -0.0424)",
        "Δ = -0.1·m̂ / (√v̂ + ε) - ηλw = (-0.134, 0.0576)",
      ])
  }

  @Test("Every optimiser tells a step of its own", arguments: OptimizerCatalogue.all.indices)
  func complete(_ index: Int) throws {
    let type = OptimizerCatalogue.all[index]
    #expect(type is any Narrated.Type, "\(type.name) has no words")
    let lines = try words(type.name).lines
    #expect(lines.last?.symbol == "Δ")
    for name in type.init().momentNames {
      #expect(lines.contains { $0.symbol == name && $0.replaces }, "\(type.name): \(name)")
    }
  }

  @Test("The step that is told is the step that was taken", arguments: SurfaceCatalogue.all.indices)
  func agrees(_ index: Int) throws {
    let surface = SurfaceCatalogue.all[index]
    var race = Race(
      RaceSpec(
        on: surface, racers: OptimizerCatalogue.all.map { RacerSpec($0.name, on: surface) },
        noise: NormalNoise(strength: 0.1, seed: 4)))
    for _ in 0..<40 {
      race.advance(steps: 1)
      for (spec, racer) in zip(race.spec.racers, race.racers) {
        let step = try #require(racer.lastStep)
        let lines = words(step).lines
        let move = try #require(lines.last).value
        // Weights in single precision round the move to their own last digit.
        let tolerance = Tolerance(
          relative: 1e-4, absolute: 2e-7 * Double(max(abs(step.before.x), abs(step.before.y), 0.1)))
        let place = "\(surface.name), \(spec.title), step \(step.number)"
        expectClose(move.x, Double(step.after.x) - Double(step.before.x), within: tolerance, place)
        expectClose(move.y, Double(step.after.y) - Double(step.before.y), within: tolerance, place)
        // What replaces a moment is that moment after the step.
        for line in lines where line.replaces {
          #expect(step.momentAfter(line.symbol).map { SIMD2<Double>($0) } == line.value, "\(place)")
        }
      }
    }
  }

  @Test("Noise and clipping are told before the optimiser's own")
  func opening() throws {
    var training = Preset().training
    training.clipping = "value"
    var race = Race(
      RaceSpec(
        on: Slope(), racers: [RacerSpec(training)], noise: NormalNoise(strength: 0.1, seed: 1)))
    race.advance(steps: 1)
    let step = try #require(race.racers[0].lastStep)
    let opening = words(step).opening
    #expect(opening.count == 3)
    #expect(opening[1].formula == "g = \(text(step.slope + step.noise))")
    #expect(opening[2].formula.hasPrefix("g = (0.5, -"))
    #expect(words(step).lines[0].work == "-0.03·\(text(step.gradient))")
  }

  @Test("A rise is explained: too far, or led uphill by earlier steps")
  func rises() throws {
    var training = Preset().training
    training.learningRate = 2.2
    var race = Race(RaceSpec(on: Bowl(), start: SIMD2(1, 0), racers: [RacerSpec(training)]))
    race.advance(steps: 1)
    func ending(_ race: Race) throws -> String {
      let step = try #require(race.racers[0].lastStep)
      return StepWords(
        step: step,
        losses: (Bowl().value(at: SIMD2(step.before)), Bowl().value(at: SIMD2(step.after)))
      ).ending
    }
    #expect(try ending(race).hasSuffix("from 0.5 to 0.72: it was the right way, but too far."))
    training.learningRate = 0.1
    training.optimizer = "momentum"
    race = Race(RaceSpec(on: Bowl(), start: SIMD2(1, 0), racers: [RacerSpec(training)]))
    // It rolls through the minimum and up the other side.
    race.advance(steps: 7)
    #expect(race.racers[0].place.x < 0)
    #expect(try ending(race).hasSuffix("what is left of earlier steps led uphill."))
  }
}
