import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

extension App {
  /// The race that is shown; nil on another screen.
  fileprivate var descent: DescentLab? { lab as? DescentLab }
}

@Suite("The Descent screen")
struct DescentLabTests {
  /// An app on the screen, after these keys.
  private func open(_ keys: Key..., size: Size = wide) -> App {
    var app = App(Preset())
    _ = app.update(.resized(size, .full))
    app.press(.character("D"))
    app.press(keys)
    return app
  }

  private func text(_ app: App, _ size: Size = wide) -> String {
    picture(app.view(size: size, capabilities: .full))
  }

  @Test("D opens it, D and esc go back, and it is as it was when it comes back")
  func opens() throws {
    var app = open(.character("s"), .character("s"))
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
    var app = open()
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
    var app = open(.character(" "))
    #expect(app.demand == .stepsPerSecond(10))
    _ = app.update(.tick(steps: 7))
    #expect(try #require(app.descent).race.stepCount == 7)
    app.press(.character("+"), .character("+"))
    #expect(app.demand == .stepsPerSecond(30))
    #expect(app.notice == "Speed: 90 steps/s.")
    _ = app.update(.tick(steps: 2))
    #expect(try #require(app.descent).race.stepCount == 13)
    #expect(text(app).contains("▶ racing  step 13  90 steps/s"))
    app.press(.character(" "))
    #expect(app.demand == .none)
    _ = app.update(.tick(steps: 2))
    #expect(try #require(app.descent).race.stepCount == 13)
  }

  @Test("A race that is over stops and names the first; space begins it again")
  func ends() throws {
    var app = open()
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
    var app = open(.character("s"))
    #expect(try #require(app.descent).panel == .words)
    let shown = text(app)
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
    var app = open(.character("s"), .down)
    #expect(try #require(app.descent).chosen == 1)
    #expect(text(app).contains("● momentum, η = 0.0005"))
    for _ in 0..<20 { app.press(.down) }
    #expect(try #require(app.descent).chosen == 5)
    #expect(text(app).contains("m ← 0.9·(0, 0) + 0.1·(-286, -113) = (-28.6, -11.3)"))
  }

  @Test("n and N go round all surfaces, each from its own start with its own rates")
  func surfaces() throws {
    var app = open()
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
    var app = open(.tab)
    #expect(try #require(app.descent).panel == .settings)
    #expect(
      try #require(app.descent).settings == [
        "training.optimizer", "training.learning-rate", "training.schedule", "training.warm-up",
        "training.clipping",
      ].map { .setting($0) })
    app.press(.right)
    #expect(app.notice == "Optimiser momentum, with the rate 0.0005 that suits it here.")
    app.press(.down, .right)
    #expect(try #require(app.descent).race.spec.racers[0].preset.training.optimizerSettings["momentum"] == 0.95)
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
    var app = open(.tab)
    for type in OptimizerCatalogue.all {
      let lab = try #require(app.descent)
      #expect(lab.race.spec.racers[0].preset.training.optimizer == type.name)
      #expect(lab.settings.count == 5 + type.init().settingNames.count)
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

  @Test("p chooses the start by arrows; enter takes it, esc leaves it")
  func start() throws {
    var app = open(.character("p"), .right, .right, .up)
    #expect(try #require(app.descent).cursor == SIMD2(-1.25 + 0.2, 1.1))
    #expect(app.lab.describe(app.session).hasPrefix("Start at (-1.05, 1.1), L = "))
    app.press(.escape)
    #expect(try #require(app.descent).race.spec.start == Rosenbrock().start)
    app.press(.character("p"), .down, .enter)
    #expect(try #require(app.descent).race.spec.start == SIMD2(-1.25, 0.9))
    #expect(app.notice == "All start at (-1.25, 0.9).")
    // It stays on the map.
    app.press(.character("p"))
    for _ in 0..<200 { app.press(.left, .down) }
    app.press(.enter)
    #expect(try #require(app.descent).race.spec.start == SIMD2(-2, -1))
  }

  @Test("Noise begins with its strength; w draws other noise")
  func noise() throws {
    var app = open(.character("w"))
    #expect(app.notice == "There is no noise yet: its strength stands in the panel Surface.")
    app.press(.backTab)
    #expect(try #require(app.descent).panel == .surface)
    app.press(.down, .down, .down, .enter)
    app.type("0,5")
    app.press(.enter)
    #expect(try #require(app.descent).race.spec.normalNoise == NormalNoise(strength: 0.5, seed: 42))
    app.press(.character("w"))
    #expect(try #require(app.descent).race.spec.normalNoise == NormalNoise(strength: 0.5, seed: 43))
  }

  @Test("] adds a racer up to eight, [ removes the chosen one down to one, enter switches one off")
  func racers() throws {
    var app = open(.character("]"), .character("]"), .character("]"))
    #expect(app.notice == "8 racers are enough; [ removes the chosen one.")
    #expect(
      try #require(app.descent).race.spec.racers.suffix(2).map(\.title) == [
        "averaged-momentum", "adadelta",
      ])
    app.press(.enter)
    #expect(try #require(app.descent).race.takesPart(7) == false)
    app.press(.enter)
    for _ in 0..<9 { app.press(.character("[")) }
    #expect(try #require(app.descent).race.racers.count == 1)
    #expect(app.notice == "One racer has to stay; ] adds another.")
    app.press(.character("u"))
    #expect(try #require(app.descent).race.racers.count == 2)
  }

  @Test("A click on the map starts there, one on a line chooses the racer, the next switches it")
  func mouse() throws {
    var app = open()
    let canvas = app.view(size: wide, capabilities: .full, answersToMouse: true)
    func area(_ wanted: DescentTarget) throws -> Rectangle {
      try #require(canvas.hotspots.first { $0.target as? DescentTarget == wanted }).area
    }
    let map = try #require(
      canvas.hotspots.compactMap { hotspot -> Rectangle? in
        if case .map(let map) = hotspot.target as? DescentTarget { return map }
        return nil
      }.first)
    let frame = try #require(SurfaceFrame(Rosenbrock().window, in: map))
    let cell = Point(x: map.x + map.width / 3, y: map.y + map.height / 4)
    let place = frame.weights(at: cell)
    _ = app.update(.mouse(MouseEvent(.hover, button: .none, at: cell)))
    #expect(app.lab.describe(app.session).hasPrefix("w = "))
    _ = app.update(.mouse(MouseEvent(.press, button: .left, at: cell)))
    #expect(try #require(app.descent).race.spec.start == SIMD2(place))
    let row = try area(.racer(3))
    let press = MouseEvent(.press, button: .left, at: Point(x: row.x + 3, y: row.y))
    _ = app.update(.mouse(press))
    #expect(try #require(app.descent).chosen == 3)
    #expect(try #require(app.descent).race.takesPart(3))
    _ = app.update(.mouse(press))
    #expect(try #require(app.descent).race.takesPart(3) == false)
    let changed = app.view(size: wide, capabilities: .full, answersToMouse: true)
    let rate = try #require(
      changed.hotspots.first {
        $0.target as? DescentTarget == .control(.setting("training.learning-rate"))
      }
    ).area
    let wheel = MouseEvent(.wheelUp, button: .none, at: Point(x: rate.x + 2, y: rate.y))
    let before = try #require(app.descent).race.spec.racers[3].preset.training.learningRate
    _ = app.update(.mouse(wheel))
    #expect(try #require(app.descent).race.spec.racers[3].preset.training.learningRate > before)
  }

  @Test("The frame of the map brings weights to cells and back, with one scale for both")
  func frame() throws {
    for size in [Size(width: 40, height: 20), Size(width: 60, height: 9)] {
      let map = Rectangle(x: 3, y: 2, width: size.width, height: size.height)
      for surface in SurfaceCatalogue.all {
        let frame = try #require(SurfaceFrame(surface.window, in: map))
        for minimum in surface.minima { #expect(frame.cell(SIMD2(minimum.place)) != nil) }
        for x in map.x..<map.maxX {
          let cell = Point(x: x, y: map.y + (x * 7) % map.height)
          #expect(frame.cell(SIMD2(frame.weights(at: cell))) == cell)
        }
        let right = frame.weights(at: Point(x: 4, y: 2)) - frame.weights(at: Point(x: 3, y: 2))
        let down = frame.weights(at: Point(x: 3, y: 3)) - frame.weights(at: Point(x: 3, y: 2))
        expectClose(right.x * 2, -down.y, within: .oneOperation)
        #expect(frame.cell(SIMD2(.nan, 0)) == nil && frame.cell(SIMD2(1e30, 0)) == nil)
        #expect(frame.nearestCell(SIMD2(1e30, 0))?.x == map.maxX - 1)
      }
    }
  }

  @Test("Every key answers or does something, and every answer has room")
  func everyKey() {
    var start = open(.character("s"))
    for panel in 0..<4 {
      start.press(.tab)
      let before = text(start)
      // The first row has none above it.
      for binding in KeyMap.bindings
      where binding.mode == .always && binding.intent != .selectUp {
        for key in binding.keys {
          var app = start
          let command = app.press(key)
          #expect(
            command != nil || !app.notice.isEmpty || text(app) != before,
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
    var app = open(.character("?"), size: small)
    #expect(text(app, small).contains("choose the start on the map; a click does too"))
    #expect(text(app, small).contains("100 steps at once"))
    for _ in 0..<20 { app.press(.pageDown) }
    #expect(text(app, small).contains("record the session into a file, or stop"))
    let line = text(open(), small).split(separator: "\n").last ?? ""
    #expect(line.contains("space race  s step  r start  n surface"))
    #expect(line.contains("? help") && line.contains("q quit"))
  }

  @Test("S gives the map the whole screen, esc takes it back; y counts steps by powers of ten")
  func looks() throws {
    var app = open(.character("S"))
    #expect(!text(app).contains("Loss above the least"))
    app.press(.escape)
    #expect(text(app).contains("Loss above the least"))
    app.press(.character("e"), .character("y"))
    #expect(try #require(app.descent).hasLogarithmicSteps)
  }
}
