import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite struct AppTests {
  @Test func beginsPausedAtEpochZeroWithTheDefaultPlayground() {
    let app = App(Preset())
    #expect(!app.isRunning)
    #expect(app.demand == .none)
    #expect(app.session.trainer.stepCount == 0)
    #expect(app.session.preset.network.hidden == [4, 2])
    let top = picture(app.view(size: wide, capabilities: .full)).split(separator: "\n")[0]
    #expect(top.contains("Circle · seed 42"))
    #expect(top.contains("paused") && top.contains("epoch 0") && top.contains("×1"))
  }

  @Test func ticksTrainOnlyWhileItRuns() {
    var app = app()
    _ = app.update(.tick(steps: 30))
    #expect(app.session.trainer.stepCount == 0)
    app.press(.character(" "))
    #expect(app.demand == .stepsPerSecond(30 * 25))
    _ = app.update(.tick(steps: 30))
    #expect(app.session.trainer.stepCount == 30)
    app.press(.character(" "))
    _ = app.update(.tick(steps: 30))
    #expect(app.session.trainer.stepCount == 30)
  }

  @Test func stepsByBatchAndByEpoch() {
    var app = app(.character("s"))
    #expect(app.session.trainer.stepCount == 1)
    #expect(app.notice == "Step 1: 10 of 250 samples of epoch 1 seen.")
    app.press(.character("e"))
    #expect(app.session.trainer.stepCount == 25)
    #expect(app.notice == "Epoch 1 is complete.")
    app.press(.character("e"))
    #expect(app.session.trainer.epochCount == 2)
  }

  @Test func resetBringsTheSameWeightsBackAndPauses() {
    let fresh = App(Preset()).session.trainer.network.parameters
    var app = app(.character("e"), .character(" "), .character("r"))
    #expect(!app.isRunning)
    #expect(app.session.trainer.network.parameters == fresh)
    app.press(.character("w"))
    #expect(app.session.trainer.network.parameters != fresh)
    #expect(app.session.preset.network.seed == 43)
    #expect(app.session.preset.data.seed == 42)
  }

  @Test func speedGoesFromOneToUnlimited() {
    var app = app(.character(" "))
    var titles = [app.speed.title]
    for _ in 0..<8 {
      app.press(.character("+"))
      titles.append(app.speed.title)
    }
    #expect(
      titles == ["×1", "×2", "×5", "×10", "×20", "×50", "×100", "unlimited", "unlimited"])
    #expect(app.demand == .unlimited)
    app.press(.character("-"))
    #expect(app.demand == .stepsPerSecond(100 * 30 * 25))
  }

  @Test func quitsWithQAndControlC() {
    #expect(App(Preset()).quits(with: .character("q")))
    #expect(App(Preset()).quits(with: .control("c")))
  }

  @Test func controlCQuitsEvenWhileTyping() {
    var app = app()
    app.moveFocus(to: .setting("training.learning-rate"))
    app.press(.enter)
    let typed = app.press(.character("q"))
    let interrupted = app.press(.control("c"))
    #expect(typed == nil)
    #expect(interrupted == .quit)
  }

  @Test(arguments: [GlyphSet.braille, .ascii])
  func helpNamesEveryKeyInFullAndClosesAgain(_ glyphs: GlyphSet) {
    var app = app()
    let capabilities = Capabilities(depth: .mono, glyphs: glyphs)
    _ = app.update(.resized(small, capabilities))
    app.press(.function(1))
    // What does not fit is reached by scrolling.
    var text = ""
    for _ in 0...KeyMap.helpLines.count / 10 {
      text += picture(app.view(size: small, capabilities: capabilities))
      app.press(.pageDown)
    }
    for line in KeyMap.helpLines {
      var canvas = Canvas(size: Size(width: 80, height: 1), capabilities: capabilities)
      canvas.write(line.text, at: Point(x: 0, y: 0))
      #expect(text.contains(picture(canvas)), "\(line.text)")
    }
    #expect(
      KeyMap.bindings.filter { !$0.keys.isEmpty }.allSatisfy { binding in
        KeyMap.helpLines.contains { $0.keys.contains(binding.label) && $0.text == binding.help }
      })
    app.press(.escape)
    #expect(!app.showsHelp)
  }

  @Test func withTheKeysOpenQClosesThemOnly() {
    var app = app(.function(1))
    let command = app.press(.character("q"))
    #expect(command == nil)
    #expect(!app.showsHelp)
  }

  @Test func theTitleSaysWhatIsLearnedNow() {
    func title(_ app: App) -> Substring {
      picture(app.view(size: wide, capabilities: .full)).split(separator: "\n")[0]
    }
    var app = app(.character("d"))
    #expect(
      title(app).contains("Circle, changed · seeds: data 43, weights 42, sample order 42"))
    app.moveFocus(to: .setting("data.set"))
    app.press(.right)
    #expect(title(app).contains("exclusive or · "))
  }

  @Test func typingIsShownInTheKeyLine() {
    var app = app()
    app.moveFocus(to: .setting("training.learning-rate"))
    app.press(.enter)
    let lines = picture(app.view(size: small, capabilities: .full)).split(separator: "\n")
    #expect(lines.last == " enter takes it  backspace deletes  esc leaves it as it was")
  }

  @Test func anEpochAskedForIsTrainedInSlicesAndOtherKeysEndIt() {
    var app = App(Preset())
    _ = app.update(.key(.character("e")))
    #expect(app.demand == .atOnce(steps: 25))
    _ = app.update(.tick(steps: 10))
    _ = app.update(.key(.character("e")))
    #expect(app.demand == .atOnce(steps: 15))
    _ = app.update(.tick(steps: 400))
    #expect(app.session.trainer.epochCount == 1 && app.session.trainer.position == 0)
    #expect(app.demand == .none && app.notice == "Epoch 1 is complete.")
    _ = app.update(.key(.character("e")))
    _ = app.update(.key(.character("r")))
    #expect(app.demand == .none)
  }

  @Test func theRateIsShownOnlyOnceItIsMeasured() {
    func title(_ app: App) -> Substring {
      picture(app.view(size: wide, capabilities: .full)).split(separator: "\n")[0]
    }
    var app = app(.character(" "))
    #expect(!title(app).contains("epochs/s"))
    _ = app.update(.measured(stepsPerSecond: 750))
    #expect(title(app).contains("×1 30 epochs/s"))
    app.press(.character(" "))
    app.press(.character(" "))
    #expect(!title(app).contains("epochs/s"))
  }

  @Test func equalMessagesGiveEqualPictures() {
    func run() -> Canvas {
      var app = app(.character(" "), .character("]"), .tab, .down, .right)
      for steps in [1, 7, 30, 2] { _ = app.update(.tick(steps: steps)) }
      return app.view(size: wide, capabilities: .full)
    }
    #expect(run() == run())
  }

  @Test func saysWhereAndWhyItDivergedAndDrawsNoMap() {
    var preset = Preset()
    preset.data.recipe = "plane"
    preset.training.learningRate = 100
    var app = app(.character(" "), preset: preset)
    for _ in 0..<100 { _ = app.update(.tick(steps: 25)) }
    #expect(app.session.trainer.divergence != nil)
    #expect(!app.isRunning && app.demand == .none)
    for size in [wide, small] {
      let canvas = app.view(size: size, capabilities: .full)
      let text = picture(canvas)
      #expect(text.contains("diverged"))
      #expect(text.contains("Training stopped in epoch 1"))
      #expect(text.contains("Try a smaller rate than 100"))
      let palette = Palette(.full)
      let ramp = (0..<palette.levels).map { palette.color(level: $0) }
      #expect(!canvas.cells.contains { ramp.contains($0.background) && $0.background != .standard })
    }
    for key in [" ", "s", "e"] as [Character] {
      app.press(.character(key))
      #expect(
        app.notice == "Training has diverged: backspace or r goes to epoch 0; ! says why.")
    }
    app.press(.character("r"))
    #expect(app.session.trainer.divergence == nil)
  }

  @Test(arguments: [" ", "s", "e"] as [Character])
  func saysThatItStoppedEarlyAndHowToGoOn(_ key: Character) {
    var preset = Preset()
    preset.data.validation = 20
    preset.training.patience = 2
    preset.training.learningRate = 1
    var app = app(.tab, preset: preset)
    for _ in 0..<20_000 where !app.session.trainer.hasStopped {
      app.press(.character(key))
      if app.isRunning { _ = app.update(.tick(steps: 25)) }
    }
    #expect(app.notice.hasPrefix("Stopped early in epoch "))
    #expect(app.notice.hasSuffix(" are back."))
    let steps = app.session.totalSteps
    app.press(.character(key))
    #expect(
      app.notice == "Stopped early: change patience (Overfit) to go on, or press r for epoch 0.")
    #expect(app.session.totalSteps == steps && !app.isRunning && app.demand == .none)
    app.moveFocus(to: .setting("training.patience"))
    app.press(.right, .character("s"))
    #expect(app.session.totalSteps == steps + 1)
  }

  @Test func theGradientIsCheckedOnDemand() {
    let plain = app(.character("g"))
    #expect(plain.notice.hasPrefix("Gradient of 25, largest error by layer: L1 "))
    #expect(plain.notice.contains(", L2 ") && plain.notice.contains(", out "))
    var preset = Preset()
    preset.network.activation = PerLayer(.step)
    #expect(app(.character("g"), preset: preset).notice.hasSuffix("(step has none)"))
  }

  @Test func anExplicitPenaltyThatMustDivergeIsNamed() {
    var preset = Preset()
    preset.training.learningRate = 1
    preset.training.l2 = 10
    var app = app(.character(" "), preset: preset)
    for _ in 0..<200 { _ = app.update(.tick(steps: 25)) }
    let text = picture(app.view(size: wide, capabilities: .full))
    #expect(text.contains("Rate × L2 is 10; it must stay below 2."))
  }
}

extension App {
  fileprivate func quits(with key: Key) -> Bool {
    var copy = self
    return copy.update(.key(key)) == .quit
  }
}
