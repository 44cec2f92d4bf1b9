import Engine
import Lessons
import Testing

@testable import Studio

@Suite("The gradient check of a session")
struct SessionGradientTests {
  @Test("It covers every parameter and finds the gradient right, penalties included")
  func small() throws {
    let session = trainedSession {
      $0.training.l2 = 0.1
      $0.network.normalization = PerLayer("layer")
    }
    let check = session.gradientCheck()
    #expect(check.entries.map(\.parameter) == Array(session.trainer.network.parameters.indices))
    #expect(try #require(check.worst).relativeError < 2e-3)
  }

  @Test("Of a large network some parameters are checked, evenly spaced")
  func large() {
    var preset = Preset()
    preset.network.hidden = [8, 8, 8, 8, 8, 8]
    preset.network.wiring = PerLayer("ode-rk4")
    preset.network.solverSteps = 64
    let session = Session(preset)
    let checked = session.gradientCheck().entries.count
    #expect(checked >= 8 && checked < session.trainer.network.parameterCount)
  }

  @Test("Parameters are called by what they join")
  func names() {
    var preset = Preset()
    preset.network.normalization = PerLayer("batch")
    let session = Session(preset)
    #expect(session.name(ofParameter: 3) == "layer 1 unit 2 ← x₂")
    #expect(session.name(ofParameter: 8) == "bias of layer 1 unit 1")
    #expect(session.name(ofParameter: 12) == "scale of layer 1 unit 1")
    let last = session.trainer.network.parameterCount - 1
    #expect(session.name(ofParameter: last) == "bias of the output")
  }

  @Test("So large a batch that a large network's values would fill the memory is refused")
  func memory() throws {
    var preset = Preset()
    preset.data.samples = 20_000
    preset.data.training = 99
    preset.network.hidden = [8, 8, 8, 8, 8, 8]
    preset.network.wiring = PerLayer("ode-rk4")
    preset.network.solverSteps = 16
    try preset.validate()
    preset.training.batchSize = 20_000
    let error = #expect(throws: SettingError.self) { try preset.validate() }
    #expect(error?.key == "training.batch-size")
    preset.network.hidden = [8]
    try preset.validate()
    var session = Session(preset)
    for _ in 0..<5 { session.apply(.addLayer) }
    for layer in 1..<session.preset.network.hidden.count {
      for _ in 0..<6 { session.apply(.addUnit(layer: layer)) }
    }
    try session.preset.validate()
    #expect(session.apply(.addUnit(layer: 0)).effect == .refused)
  }
}
