import Engine
import Foundation
import Lessons
import Studio
import TestSupport
import Testing

/// A plain without any slope, on which only what is added to the gradient moves anyone.
private struct Plain: Surface {
  let name = "plain"
  let formula = "L = 0"
  let lesson = ""
  let window = SurfaceWindow(-10...10, -10...10)
  let start = SIMD2<Float>(0, 0)
  let minima: [SurfaceMinimum] = []
  let rate = 1.0
  let stride = 1.0
  func value(at w: SIMD2<Double>) -> Double { 0 }
  func slope(at w: SIMD2<Double>) -> SIMD2<Double> { .zero }
}

/// Gradients from a file, step by step.
private struct RecordedGradients: GradientNoise {
  let rows: [SIMD2<Float>]
  func deviation(at step: Int) -> SIMD2<Float> { rows[step] }
}

@Suite("Golden numbers in a race")
struct GoldenRaceTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../EngineTests/Golden").path

  private static func name(_ golden: String) -> String { golden.replacing("_", with: "-") }

  /// The settings of a case by the catalogue of settings, as a person would type them.
  private func racer(_ golden: GoldenCase) throws -> RacerSpec {
    var preset = Preset()
    func set(_ key: String, _ value: String) throws {
      let setting = try #require(SettingCatalogue.keyed(key), "\(golden): no setting \(key)")
      try setting.set(value, in: &preset)
    }
    if golden.fields["optimizer"] != nil {
      try set("training.optimizer", Self.name(try golden.text("optimizer")))
    }
    if golden.fields["schedule"] != nil {
      try set("training.schedule", Self.name(try golden.text("schedule")))
    }
    let isSchedule = golden.fields["schedule"] != nil
    for (field, value) in golden.fields.sorted(by: { $0.key < $1.key }) {
      guard let number = value.number ?? value.truth.map({ $0 ? 1 : 0 }) else { continue }
      let name = Self.name(field)
      let key =
        ["learning-rate", "base"].contains(name)
        ? "training.learning-rate" : isSchedule ? "training.schedule-" + name : "training." + name
      try set(key, "\(number)")
    }
    return RacerSpec(preset.training)
  }

  @Test("Fed the gradients of every optimiser case, racers go where PyTorch's weights go")
  func optimizers() throws {
    let cases = try Golden.cases("optimizers", in: Self.folder)
    #expect(cases.count >= OptimizerCatalogue.all.count)
    var seen: Set<String> = []
    for golden in cases {
      let spec = try racer(golden)
      seen.insert(spec.preset.training.optimizer)
      let initial = try golden.numbers("initial").map { Float($0) }
      let gradients = try golden.rows("gradients")
      let expected = try golden.rows("weights")
      // Weights in pairs, as a surface has two; the last one beside the first.
      for first in stride(from: 0, to: initial.count, by: 2) {
        let second = (first + 1) % initial.count
        let noise = RecordedGradients(
          rows: gradients.map { SIMD2(Float($0[first]), Float($0[second])) })
        var race = Race(
          RaceSpec(
            on: Plain(), start: SIMD2(initial[first], initial[second]), racers: [spec],
            noise: noise))
        for (step, weights) in expected.enumerated() {
          race.advance(steps: 1)
          let place = race.racers[0].place
          expectClose(
            [place.x, place.y], [weights[first], weights[second]], within: .trainingRun,
            "\(golden) step \(step + 1)")
        }
      }
    }
    #expect(seen == Set(OptimizerCatalogue.all.map { $0.name }))
  }

  @Test("Racers go by the rates of every schedule case")
  func schedules() throws {
    let cases = try Golden.cases("schedules", in: Self.folder)
    #expect(!cases.isEmpty)
    for golden in cases {
      var spec = try racer(golden)
      spec.preset.training.optimizer = SGD.name
      let rates = try golden.numbers("rates")
      let noise = RecordedGradients(rows: Array(repeating: SIMD2(1, -1), count: rates.count))
      var race = Race(RaceSpec(on: Plain(), start: .zero, racers: [spec], noise: noise))
      var sum = 0.0
      for (step, rate) in rates.enumerated() {
        expectClose(
          race.racers[0].nextRate, rate, within: .oneOperation, "\(golden) rate \(step)")
        race.advance(steps: 1)
        // Along a gradient of (1, -1) plain descent goes as far as the rates add up to.
        sum += rate
        let place = race.racers[0].place
        expectClose([place.x, place.y], [-sum, sum], within: .trainingRun, "\(golden) \(step)")
      }
    }
  }
}
