import Datasets
import Engine
import Lessons
import TestSupport
import Testing

@testable import Studio

@Suite("Lights, whatever the session is like")
struct HealthTests {
  /// Sessions that lack something, or have too much of it.
  static let odd: [(name: String, session: Session)] = {
    func session(_ name: String, epochs: Int = 8, _ change: (inout Preset) -> Void) -> (
      name: String, session: Session
    ) {
      var preset = Preset()
      change(&preset)
      preset.network.fitLayers()
      var session = Session(preset)
      session.advance(steps: epochs * session.trainer.stepsPerEpoch)
      return (name, session)
    }
    var sessions = [
      session("start", epochs: 0) { _ in },
      session("no hidden layer") { $0.network.hidden = [] },
      session("no input") { $0.features = [] },
      session("one unit") { $0.network.hidden = [1] },
      session("one training point") {
        $0.data.samples = 10
        $0.data.training = 10
      },
      session("no test points") {
        $0.data.training = 90
        $0.data.validation = 10
      },
      session("regression") { $0.data.recipe = "plane" },
      session("curve") {
        $0.data.recipe = "wave"
        $0.features = [.x1]
      },
      session("digits") {
        $0.data.recipe = "digits"
        $0.training.loss = .crossEntropy
      },
      session("all weights 0") { $0.network.initialization = .zeros },
      session("diverged", epochs: 400) {
        $0.training.learningRate = 1
        $0.training.l2 = 10
      },
      session("diverged at once") {
        $0.data.recipe = "plane"
        $0.training.learningRate = 100
        $0.network.initialization = .normal(30)
        $0.network.initializationSettings = ["scale": 30]
        $0.network.activation = PerLayer(.linear)
      },
      session("stopped early", epochs: 400) {
        $0.data.validation = 20
        $0.training.patience = 3
        $0.training.learningRate = 1
      },
    ]
    var frozen = session("all frozen") { _ in }
    for level in 0..<3 { frozen.session.apply(.freezeLayer(level: level)) }
    sessions.append(frozen)
    var killed = session("all killed") { $0.network.activation = PerLayer(.relu) }
    for unit in 0..<4 { killed.session.apply(.killUnit(level: 0, unit: unit)) }
    sessions.append(killed)
    for activation in Activation.allCases {
      sessions.append(
        session("\(activation)") { $0.network.activation = PerLayer(activation) })
    }
    for loss in Preset.LossChoice.allCases {
      sessions.append(session("\(loss)") { $0.training.loss = loss })
    }
    for optimizer in OptimizerCatalogue.all {
      sessions.append(session(optimizer.name) { $0.training.optimizer = optimizer.name })
    }
    for wiring in LayerCatalogue.wirings {
      sessions.append(session(wiring.name) { $0.network.wiring = PerLayer(wiring.name) })
    }
    for normalization in LayerCatalogue.normalizations {
      sessions.append(
        session(normalization.name) {
          $0.network.normalization = PerLayer(normalization.name)
        })
    }
    return sessions
  }()

  @Test("Each has a state and whole sentences with the numbers of the moment")
  func words() {
    for (name, session) in Self.odd {
      let health = Health(of: session)
      #expect(health.lights.map(\.name) == SymptomCatalogue.all.map { $0.name })
      for light in health.lights {
        let place = "\(name), \(light.name)"
        #expect(light.measured.hasSuffix("."), "\(place): \(light.measured)")
        #expect(light.measured.count < 260, "\(place): \(light.measured)")
        #expect(light.why.hasSuffix(".") && light.rule.hasSuffix("."))
        #expect(light.advice.isEmpty || light.state >= .watch, "\(place)")
        for text in [light.measured, light.why, light.rule] + light.advice.map(\.text) {
          #expect(!text.contains("nan") && !text.contains("inf "), "\(place): \(text)")
        }
      }
    }
  }

  @Test("Whatever is on says what to try, and what is suggested can be done")
  func advice() {
    for (name, session) in Self.odd {
      for light in Health(of: session).lights where light.state >= .watch {
        let actions = light.advice.compactMap(\.action)
        #expect(!actions.isEmpty || light.name == "unscaled inputs", "\(name), \(light.name)")
        for action in actions {
          var copy = session
          let outcome = copy.apply(action)
          #expect(
            outcome.effect != .refused && outcome.effect != .unchanged,
            "\(name), \(light.name): \(action.title): \(outcome.message)")
        }
      }
    }
  }

  @Test("What can't be there is not looked for")
  func notApplicable() throws {
    func state(_ session: String, _ name: String) throws -> Light.State {
      light(name, try #require(Self.odd.first { $0.name == session }).session).state
    }
    for name in ["dead units", "saturation", "vanishing gradient", "symmetric units"] {
      #expect(try state("no hidden layer", name) == .notApplicable)
    }
    #expect(try state("no input", "unscaled inputs") == .notApplicable)
    #expect(try state("start", "dead units") == .notApplicable)
    #expect(try state("relu", "saturation") == .notApplicable)
    #expect(try state("one unit", "symmetric units") == .notApplicable)
    var session = Session(Preset())
    let (training, all) = (session.dataset.training.count, session.dataset.allPoints.count)
    session.apply(.erasePoints(at: Array(training..<all)))
    try #require(session.dataset.test.isEmpty)
    #expect(light("overfitting", session).state == .notApplicable)
  }

  @Test("Killed units and frozen layers are no symptoms")
  func byHand() throws {
    let killed = try #require(Self.odd.first { $0.name == "all killed" }).session
    #expect(light("dead units", killed).state < .on)
    var session = Session(Preset())
    session.advance(steps: 50)
    session.apply(.freezeLayer(level: 0))
    #expect(light("vanishing gradient", session).state == .off)
  }

  @Test("Looking changes nothing, and looking twice shows the same")
  func isPure() {
    var (one, two) = (trainedSession(), trainedSession())
    for _ in 0..<10 {
      #expect(Health(of: one) == Health(of: one))
      one.advance(steps: 5)
      two.advance(steps: 5)
    }
    #expect(Snapshot(one) == Snapshot(two))
  }

  @Test("What is told of dead units is what the units give")
  func counts() throws {
    let session = SymptomCases.named("dead units").lit.session(seed: 1)
    let light = light("dead units", session)
    let network = session.trainer.network
    let dead = network.levels.indices.dropLast().map { level in
      network.responses(to: session.trainer.samples)[level].count { $0.allSatisfy { $0 == 0 } }
    }
    let worst = try #require(dead.indices.max { dead[$0] < dead[$1] })
    #expect(
      light.measured.hasPrefix("Layer \(worst + 1): \(dead[worst]) of 8 units")
        || dead.count { $0 == dead[worst] } > 1, "\(light.measured) \(dead)")
  }

  @Test(
    "What is suggested puts the light out",
    arguments: [
      ("rate too high", 1), ("rate too low", 0), ("symmetric units", 0), ("unscaled inputs", 0),
      ("exploding gradient", 1), ("plateau", 0),
    ])
  func cures(_ name: String, _ advice: Int) throws {
    var session = SymptomCases.named(name).lit.session(seed: 3)
    let before = light(name, session)
    try #require(before.state == .on)
    // One stop of the rate after the other, as a learner would.
    for _ in 0..<4 {
      let now = light(name, session)
      guard now.state == .on, now.advice.indices.contains(advice) else { break }
      session.apply(try #require(now.advice[advice].action))
      if name.hasPrefix("rate") || name == "plateau" { session.apply(.reset) }
      session.advance(steps: 40 * session.trainer.stepsPerEpoch)
    }
    #expect(light(name, session).state != .on, "\(light(name, session).measured)")
  }

  private func light(_ name: String, _ session: Session) -> Light {
    let health = Health(of: session)
    return health.lights.first { $0.name == name } ?? health.lights[0]
  }
}
