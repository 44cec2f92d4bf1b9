import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("Comparing two sessions with keys")
struct PairAppTests {
  /// An app that compares, after so many epochs.
  private func comparing(_ epochs: Int = 3) -> App {
    var app = App(Preset())
    for _ in 0..<epochs { app.press(.character("e")) }
    app.press(.character("A"))
    return app
  }

  private func titleBar(_ app: App) -> String {
    String(picture(app.view(size: wide, capabilities: .full)).prefix { $0 != "\n" })
  }

  @Test("A begins it; % swaps; E, pressed twice, keeps the one in focus")
  func keys() throws {
    var app = comparing()
    #expect(app.rival?.focus == .b)
    #expect(titleBar(app).contains(" B of A/B "))
    #expect(app.notice.hasPrefix("B is a copy of A, yours to change."))
    app.moveFocus(to: .setting("training.learning-rate"))
    app.press(.right)
    #expect(app.session.preset.training.learningRate > 0.03)
    #expect(app.rival?.session.preset.training.learningRate == 0.03)
    app.press(.character("%"))
    #expect(titleBar(app).contains(" A of A/B "))
    #expect(app.session.preset.training.learningRate == 0.03)
    app.press(.character("E"))
    #expect(app.rival != nil && app.notice.hasPrefix("E again ends the comparison: A stays"))
    app.press(.up, .character("E"))
    #expect(app.rival != nil)
    app.press(.character("E"))
    #expect(app.rival == nil && app.session.preset.training.learningRate == 0.03)
    #expect(!titleBar(app).contains("A/B"))
    app.press(.character("%"))
    #expect(app.notice == "Nothing is compared; A begins a comparison.")
    app.press(.character("E"), .character("E"))
    #expect(app.rival == nil)
  }

  @Test("Playing, steps and epochs train both, as each would train alone")
  func training() throws {
    var app = comparing()
    app.session.apply(.set(key: "training.batch-size", value: "7"))
    app.press(.character("e"))
    #expect(app.notice == "Epoch 4 is complete.")
    #expect(app.session.trainer.epochCount == 4 && app.rival?.session.trainer.epochCount == 4)
    app.press(.character(" "))
    _ = app.update(.tick(steps: 100))
    app.press(.character(" "), .character("e"), .character("e"))
    let rival = try #require(app.rival)
    #expect(rival.session.trainer.epochCount == app.session.trainer.epochCount)
    var alone = Session(Preset())
    alone.advance(steps: rival.session.totalSteps)
    #expect(alone.trainer.network.parameters == rival.session.trainer.network.parameters)
    app.press(.character("s"))
    #expect(app.notice.contains("of epoch"))
  }

  @Test("d, drawn points, r and w go to both; what else is changed does not")
  func together() throws {
    for key in ["d", "r", "w"] as [Character] {
      var app = comparing()
      app.press(.character(key))
      #expect(app.notice.hasSuffix("A goes along."), "\(app.notice)")
      let rival = try #require(app.rival)
      #expect(rival.session.dataset == app.session.dataset)
      #expect(rival.session.trainer.epochCount == 0 && app.session.trainer.epochCount == 0)
      #expect(
        rival.session.trainer.network.parameters == app.session.trainer.network.parameters)
      app.press(.character("u"))
      #expect(app.rival?.session.trainer.epochCount == 3 && app.session.trainer.epochCount == 3)
    }
    var app = comparing()
    app.press(.character("p"), .enter)
    #expect(app.session.dataset.allPoints.count == 501)
    #expect(app.rival?.session.dataset == app.session.dataset)
    app.press(.escape, .escape, .character("]"))
    #expect(app.session.preset.network.hidden == [4, 2, 2])
    #expect(app.rival?.session.preset.network.hidden == [4, 2])
  }

  @Test("One that is begun anew alone is told to be waited for, and trained first")
  func waits() {
    var app = comparing()
    app.moveFocus(to: .setting("network.initialization"))
    app.press(.right)
    #expect(app.notice.hasSuffix("A waits at epoch 3."), "\(app.notice)")
    app.press(.character("s"))
    #expect(app.notice.hasPrefix("B: Step 1:"), "\(app.notice)")
    app.press(.character("e"), .character("e"))
    #expect(app.session.trainer.epochCount == 2 && app.rival?.session.trainer.epochCount == 3)
    app.press(.character("%"), .character("e"))
    #expect(app.session.trainer.epochCount == 3 && app.rival?.session.trainer.epochCount == 3)
    app.press(.character("e"))
    #expect(app.session.trainer.epochCount == 4 && app.rival?.session.trainer.epochCount == 4)
  }

  @Test("When one diverges the other goes on, and that is said")
  func diverges() {
    var app = comparing(0)
    app.session.apply(.set(key: "training.learning-rate", value: "10"))
    app.session.apply(.set(key: "training.l2", value: "10"))
    app.press(.character(" "))
    for _ in 0..<100 where app.session.trainer.divergence == nil {
      _ = app.update(.tick(steps: 50))
    }
    #expect(app.session.trainer.divergence != nil)
    #expect(app.notice.hasPrefix("B has diverged in epoch"), "\(app.notice)")
    #expect(app.isRunning && app.demand != .none)
    #expect(titleBar(app).contains("A goes on"))
    let steps = app.rival?.session.totalSteps ?? 0
    _ = app.update(.tick(steps: 20))
    #expect(app.rival?.session.totalSteps == steps + 20)
    app.press(.character("r"))
    #expect(app.session.trainer.divergence == nil && app.rival?.session.totalSteps == steps + 20)
  }

  @Test("A preset that is opened ends it, and u brings it back")
  func opening() {
    var app = comparing()
    app.session.apply(.set(key: "training.learning-rate", value: "0.1"))
    app.press(.character("e"))
    let steps = app.rival?.session.totalSteps
    var other = Preset()
    other.data.recipe = "spiral"
    _ = app.update(.opened(other))
    #expect(app.rival == nil)
    app.press(.character("u"))
    #expect(app.rival?.session.totalSteps == steps && app.rival?.focus == .b)
    #expect(app.session.preset.training.learningRate == 0.1)
    app.press(.control("r"))
    #expect(app.rival == nil && app.session.preset.data.recipe == "spiral")
  }

  @Test("Whatever keys are pressed, both have the same points and level counts in the end")
  func anything() {
    for number in 0..<4 {
      var monkey = Monkey(UInt64(900 + number))
      var app = comparing()
      for _ in 0..<1500 {
        for message in monkey.next(on: small) { _ = app.update(message) }
        if app.rival == nil { app.press(.escape, .escape, .character("A")) }
        guard let rival = app.rival else { continue }
        #expect(rival.session.hasSameData(as: app.session), "\(MonkeySeed.value)")
        #expect(rival.session.dataset == app.session.dataset, "\(MonkeySeed.value)")
      }
      _ = app.view(size: wide, capabilities: .full)
    }
  }
}
