import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("A run through the microscope is the run without it")
struct MicroRunTests {
  private static func preset(_ change: (inout Preset) -> Void = { _ in }) -> Preset {
    var preset = Preset()
    preset.data.samples = 30
    preset.network.hidden = [3, 2]
    preset.network.fitLayers()
    preset.training.batchSize = 4
    preset.training.clipping = "norm"
    preset.training.clippingSettings = ["limit": 0.1]
    preset.training.l2 = 0.01
    preset.training.l1 = 0.003
    change(&preset)
    return preset
  }

  /// Walks through batches by keys of every kind: the first unit by unit, then by layers, samples,
  /// whole batches, back and forth, by itself.
  private func walk(_ preset: Preset) -> App {
    var app = app(.character("9"), preset: preset)
    let units = 2 * (3 + 2 + 1) + 2
    // Four samples unit by unit, then mean, gradient and update, then the step.
    for _ in 0..<(4 * units + 3) { app.press(.character("s")) }
    #expect(app.session.totalSteps == 1)
    // By samples: three to come, and the end of the first; back and forth changes nothing.
    app.press(.character("n"), .character("n"), .character("N"), .character("n"))
    app.press(.left, .left, .right, .right, .up, .down, .character("y"), .character("g"), .escape)
    app.press(.character("n"), .character("n"), .right, .right, .right)
    #expect(app.session.totalSteps == 2)
    // The whole batch at once; then back in time to before it, and the same again.
    app.press(.enter)
    app.press(.left, .left, .character("N"), .enter)
    #expect(app.session.trainer.stepCount == 3 && app.session.totalSteps == 4)
    // Played batch by batch, two beats a batch.
    app.press(.character("Z"), .character("Z"), .character("Z"), .character(" "))
    for _ in 0..<4 { _ = app.update(.tick(steps: 1)) }
    app.press(.character(" "))
    return app
  }

  private func expectPlain(_ app: App, _ preset: Preset, _ name: String) {
    var plain = Session(preset)
    plain.advance(steps: app.session.trainer.stepCount)
    #expect(app.session.trainer.stepCount >= 5, "\(name)")
    #expect(
      app.session.trainer.network.parameters.map(\.bitPattern)
        == plain.trainer.network.parameters.map(\.bitPattern), "\(name)")
    // Moments, running statistics, order and random numbers as well.
    #expect(app.session.trainer.state == plain.trainer.state, "\(name)")
    #expect(app.session.history == plain.history, "\(name)")
  }

  @Test("With every optimiser", arguments: OptimizerCatalogue.all.map { $0.name })
  func optimizers(_ name: String) {
    let preset = Self.preset { $0.training.optimizer = name }
    expectPlain(walk(preset), preset, name)
  }

  @Test("With every kind of layer", arguments: LayerCatalogue.wirings.map { $0.name })
  func layers(_ wiring: String) {
    for normalization in ["none"] + LayerCatalogue.normalizations.map(\.name) {
      let preset = Self.preset {
        $0.training.optimizer = Adam.name
        $0.network.wiring = PerLayer(wiring)
        $0.network.normalization = PerLayer(normalization)
        $0.network.dropout = PerLayer(30)
        $0.training.inputNoise = 0.1
      }
      expectPlain(walk(preset), preset, "\(wiring), \(normalization)")
    }
  }

  @Test("e trains the epoch to its end, and the microscope stands at the next batch")
  func epoch() {
    var app = app(.character("9"), preset: Self.preset())
    app.press(.character("s"), .character("e"))
    #expect(app.session.trainer.epochCount == 1 && app.session.trainer.position == 0)
    #expect(picture(app.view(size: wide, capabilities: .full)).contains("Step 5 "))
  }
}
