import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("The Descent screen")
struct DescentLabTests {
  @Test("D opens it, D and esc go back, and it is as it was when it comes back")
  func opens() throws {
    var app = openDescent(.character("s"), .character("s"))
    #expect(try #require(app.descent).race.stepCount == 2)
    app.press(.character("D"))
    #expect(app.playground != nil)
    app.press(.character("D"))
    #expect(try #require(app.descent).race.stepCount == 2)
    app.press(.escape)
    #expect(app.playground != nil)
  }

  @Test("Nothing that is done there touches the session")
  func session() {
    var app = openDescent()
    let before = Checkpoint.bytes(of: app.session)
    for binding in KeyMap.bindings {
      for key in binding.keys
      where ![.escape, .character("D"), .character("q"), .control("c")].contains(key) {
        guard app.descent != nil else { break }
        app.press(key)
        _ = app.update(.tick(steps: 3))
        app.press(.escape)
        if app.descent == nil { app.press(.character("D")) }
      }
    }
    #expect(Checkpoint.bytes(of: app.session) == before)
    #expect(app.session.trainer.stepCount == 0)
  }

  @Test("space races by beats at the speed that is shown, and pauses")
  func plays() throws {
    var app = openDescent(.character(" "))
    #expect(app.demand == .stepsPerSecond(10))
    _ = app.update(.tick(steps: 7))
    #expect(try #require(app.descent).race.stepCount == 7)
    app.press(.character("+"), .character("+"))
    #expect(app.demand == .stepsPerSecond(30))
    #expect(app.notice == "Speed: 90 steps/s.")
    _ = app.update(.tick(steps: 2))
    #expect(try #require(app.descent).race.stepCount == 13)
    #expect(descentText(app).contains("▶ racing  step 13  90 steps/s"))
    app.press(.character(" "))
    #expect(app.demand == .none)
    _ = app.update(.tick(steps: 2))
    #expect(try #require(app.descent).race.stepCount == 13)
  }

  @Test("A race that is over stops and names the first; space begins it again")
  func ends() throws {
    var app = openDescent()
    app.press(.character("n"), .character(" "))
    for _ in 0..<8 { app.press(.character("+")) }
    for _ in 0..<40 { _ = app.update(.tick(steps: 10)) }
    var lab = try #require(app.descent)
    #expect(lab.race.spec.surface.name == "beale")
    // Wherever it ended, the bowl does end.
    app.press(.character("n"), .character(" "))
    for _ in 0..<40 { _ = app.update(.tick(steps: 10)) }
    lab = try #require(app.descent)
    #expect(lab.race.spec.surface.name == "bowl")
    #expect(lab.race.isOver && !lab.isPlaying)
    #expect(app.notice.hasPrefix("The race is over: first was "))
    #expect(app.demand == .none)
    app.press(.character(" "))
    #expect(try #require(app.descent).race.stepCount == 0)
    #expect(try #require(app.descent).isPlaying)
  }

  @Test("s steps once and says it in words; e takes a hundred; r goes back to the start")
  func steps() throws {
    var app = openDescent(.character("s"))
    #expect(try #require(app.descent).panel == .words)
    let shown = descentText(app)
    // Plain descent from (-1.25, 1): g = (-2·2.25 + 500·(1 - 1.5625), 200·(-0.5625)).
    #expect(shown.contains("At w = (-1.25, 1) the gradient, uphill, is  g = (-286, -113)"))
    #expect(shown.contains("Δ = -0.0005·(-286, -113) = (0.143, 0.0563)"))
    app.press(.character("e"))
    #expect(try #require(app.descent).race.stepCount == 101)
    app.press(.character("r"))
    #expect(try #require(app.descent).race.stepCount == 0)
    #expect(app.notice == "All are back at the start.")
  }

  @Test("↓ chooses another racer, whose words are shown")
  func chooses() throws {
    var app = openDescent(.character("s"), .down)
    #expect(try #require(app.descent).chosen == 1)
    #expect(descentText(app).contains("● momentum, η = 0.0005"))
    for _ in 0..<20 { app.press(.down) }
    #expect(try #require(app.descent).chosen == 5)
    #expect(descentText(app).contains("m ← 0.9·(0, 0) + 0.1·(-286, -113) = (-28.6, -11.3)"))
  }

  @Test("n and N go round all surfaces, each from its own start with its own rates")
  func surfaces() throws {
    var app = openDescent()
    var names: [String] = []
    for _ in SurfaceCatalogue.all {
      let lab = try #require(app.descent)
      names.append(lab.race.spec.surface.name)
      #expect(lab.race.spec.start == lab.race.spec.surface.start)
      #expect(
        lab.race.spec.racers[0].preset.training.learningRate == lab.race.spec.surface.rate)
      app.press(.character("n"))
    }
    #expect(Set(names) == Set(SurfaceCatalogue.all.map(\.name)))
    app.press(.character("N"))
    #expect(try #require(app.descent).race.spec.surface.name == names.last)
  }

  @Test("Settings are those of the catalogue: optimiser, its knobs, rate, schedule, clipping")
  func settings() throws {
    var app = openDescent(.tab)
    #expect(try #require(app.descent).panel == .settings)
    #expect(
      try #require(app.descent).settings
        == [
          "training.optimizer", "training.learning-rate", "training.schedule", "training.warm-up",
          "training.clipping",
        ].map { .setting($0) })
    app.press(.right)
    #expect(app.notice == "Optimiser momentum, with the rate 0.0005 that suits it here.")
    app.press(.down, .right)
    let training = try #require(app.descent).race.spec.racers[0].preset.training
    #expect(training.optimizerSettings["momentum"] == 0.95)
    app.press(.down, .enter)
    app.type("0.001")
    app.press(.enter)
    #expect(app.notice == "rate: 0.001. All begin again at the start.")
    app.press(.enter)
    app.type("fast")
    app.press(.enter)
    #expect(app.notice == "rate: expected a number from 1e-6 to 100.")
    app.press(.escape, .down, .right)
    #expect(try #require(app.descent).race.spec.racers[0].preset.training.schedule == "step")
    #expect(try #require(app.descent).settings.contains(.setting("training.schedule-every")))
    app.press(.character("u"))
    #expect(try #require(app.descent).race.spec.racers[0].preset.training.schedule == "constant")
    app.press(.control("r"))
    #expect(try #require(app.descent).race.spec.racers[0].preset.training.schedule == "step")
  }

  @Test("Every optimiser and every schedule can be chosen by arrows, whatever stood there")
  func everyChoice() throws {
    var app = openDescent(.tab)
    for type in OptimizerCatalogue.all {
      let lab = try #require(app.descent)
      #expect(lab.race.spec.racers[0].preset.training.optimizer == type.name)
      #expect(lab.settings.count == 5 + type.init().settingNames.count)
      // Each comes with the rate that suits it.
      #expect(lab.race.spec.racers[0] == RacerSpec(type.name, on: lab.race.spec.surface))
      app.press(.right)
    }
    #expect(app.notice == "That is the last choice on this side.")
    for _ in 0..<20 { app.press(.up) }
    app.press(.enter)
    #expect(try #require(app.descent).race.spec.racers[0].preset.training.optimizer == "sgd")
    app.press(.down, .down)
    for type in ScheduleCatalogue.all {
      #expect(try #require(app.descent).race.spec.racers[0].preset.training.schedule == type.name)
      app.press(.right)
    }
  }

  @Test("Every key answers or does something, and every answer has room")
  func everyKey() {
    var start = openDescent(.character("s"))
    for panel in 0..<4 {
      start.press(.tab)
      let before = descentText(start)
      // The first row has none above it.
      for binding in KeyMap.bindings
      where binding.mode == .always && binding.intent != .selectUp {
        for key in binding.keys {
          var app = start
          let command = app.press(key)
          #expect(
            command != nil || !app.notice.isEmpty || descentText(app) != before,
            "\(key) in panel \(panel) does nothing")
          #expect(columnWidth(app.notice) <= 78, "\(app.notice)")
          #expect(columnWidth(app.lab.describe(app.session)) <= 78)
        }
      }
    }
  }

  @Test("What is said about a control fits, whatever is chosen")
  func lines() throws {
    var lab = DescentLab()
    for surface in SurfaceCatalogue.all {
      lab.race = Race(lab.race.spec.moved(to: surface))
      for control in DescentControl.ofSurface {
        #expect(columnWidth(control.help(lab.race.spec, 0)) <= 78)
      }
    }
    for key in ["training.optimizer", "training.schedule", "training.clipping"] {
      guard case .choice(let names) = SettingCatalogue.keyed(key)?.domain else {
        Issue.record("\(key) is no choice")
        continue
      }
      for name in names {
        let spec = try DescentControl.setting(key).typed(name, lab.race.spec, 0)
        for key in spec.racers[0].settingKeys {
          let line = DescentControl.setting(key).help(spec, 0)
          #expect(!line.isEmpty && columnWidth(line) <= 78, "\(line)")
        }
      }
    }
  }

  @Test("The help lists the keys of the screen first, the key line has them too")
  func help() {
    var app = openDescent(.character("?"), size: small)
    #expect(descentText(app, small).contains("choose the start on the map; a click does too"))
    #expect(descentText(app, small).contains("100 steps at once"))
    for _ in 0..<20 { app.press(.pageDown) }
    #expect(descentText(app, small).contains("record the session into a file, or stop"))
    let line = descentText(openDescent(), small).split(separator: "\n").last ?? ""
    #expect(line.contains("space race  s step  r start  n surface"))
    #expect(line.contains("F1 help") && line.contains("q quit"))
  }

  @Test("S gives the map the whole screen, esc takes it back; y counts steps by powers of ten")
  func looks() throws {
    var app = openDescent(.character("S"))
    #expect(!descentText(app).contains("Loss above the least"))
    app.press(.escape)
    #expect(descentText(app).contains("Loss above the least"))
    app.press(.character("e"), .character("y"))
    #expect(try #require(app.descent).hasLogarithmicSteps)
  }
}
