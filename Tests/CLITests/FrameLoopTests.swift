import Drawing
import Engine
import Labs
import Lessons
import Studio
import Testing

@testable import CLI

/// A screen that plays events at their times and keeps what it was shown.
///
/// Time is its own: waiting moves it to the next event or to the timeout, drawing by a fixed cost.
@MainActor struct ScriptedScreen: ~Copyable, Screen {
  /// The time that screen and loop share.
  final class Time {
    // A class, because loop and screen must look at one and the same time.
    var now = Duration.zero
  }

  var size = Size(width: 80, height: 24)
  let capabilities = Capabilities.full
  let time: Time
  let isCatchingUp = false
  var script: [(at: Duration, event: ScreenEvent)]
  var frames: [(at: Duration, canvas: Canvas)] = []
  var drawingCost = Duration.milliseconds(2)

  init(time: Time, script: [(at: Duration, event: ScreenEvent)]) {
    self.time = time
    self.script = script
  }

  mutating func present(_ canvas: Canvas) {
    frames.append((time.now, canvas))
    time.now += drawingCost
  }

  mutating func nextEvent(timeout: Duration) -> ScreenEvent? {
    // Every look at the clock takes a little, or an eager loop would never get anywhere.
    time.now += .microseconds(10)
    guard let next = script.first, next.at <= time.now + timeout else {
      time.now += timeout
      return nil
    }
    time.now = max(time.now, next.at)
    return script.removeFirst().event
  }
}

@MainActor @Suite struct FrameLoopTests {
  private func run(
    _ script: [(Int, ScreenEvent)], drawingCost: Duration = .milliseconds(2)
  ) -> (ending: FrameLoop.Ending, app: App, frames: [(at: Duration, canvas: Canvas)]) {
    let time = ScriptedScreen.Time()
    var screen = ScriptedScreen(
      time: time, script: script.map { (Duration.milliseconds($0.0), $0.1) })
    screen.drawingCost = drawingCost
    var app = App(Preset())
    let ending = FrameLoop { time.now }.run(&app, on: &screen)
    return (ending, app, screen.frames)
  }

  @Test func drawsOnceAndThenSleepsUntilAKey() {
    let result = run([(60_000, .key(.character("q")))])
    #expect(result.ending == .quit)
    #expect(result.frames.count == 1)
  }

  @Test func drawsAgainAfterAKey() {
    let result = run([(1000, .key(.tab)), (2000, .key(.tab)), (3000, .key(.character("q")))])
    #expect(result.frames.count == 3)
    #expect(result.frames[1].at < .milliseconds(1040))
  }

  @Test func trainsThirtyEpochsASecondAtTimesOne() {
    let result = run([(0, .key(.character(" "))), (2000, .key(.character("q")))])
    #expect(abs(result.app.session.trainer.stepCount - 2 * 30 * 25) < 60)
    #expect((50...62).contains(result.frames.count))
  }

  @Test func aKeyIsSeenWithinAFrameAtHighSpeed() {
    let faster = (0..<6).map { (1 + $0, ScreenEvent.key(.character("+"))) }
    let result = run(
      [(0, .key(.character(" ")))] + faster
        + [(500, .key(.character("?"))), (700, .key(.character("q")))])
    #expect(result.app.session.trainer.stepCount > 100)
    let seen = result.frames.first { $0.canvas.cells.contains { $0.glyph == "K" } }
    #expect(seen.map { $0.at - .milliseconds(500) < .milliseconds(40) } ?? false)
  }

  @Test func drawsLessOftenWhereDrawingIsSlow() {
    let result = run(
      [(0, .key(.character(" "))), (2000, .key(.character("q")))],
      drawingCost: .milliseconds(60))
    #expect((10...18).contains(result.frames.count))
  }

  @Test func aSignalEndsIt() {
    #expect(run([(10, .terminated(signal: 15))]).ending == .signal(15))
    #expect(
      run([(0, .key(.character(" "))), (500, .terminated(signal: 1))]).ending == .signal(1))
  }
}
