import Drawing
import Labs
import Testing

@testable import CLI

@MainActor @Suite struct FrameLoopTests {
  /// What a run left behind.
  private struct Run {
    var ending: FrameLoop.Ending
    var program: ScriptedProgram
    var frames: [Duration]
    var waits: Int
    var mouse: [Bool]
    var outside: ScriptedOutside
  }

  private func run(
    _ demand: Demand, _ script: [(Int, ScreenEvent)],
    program change: (inout ScriptedProgram) -> Void = { _ in },
    drawingCost: Duration = .milliseconds(2), stallsAt: Duration = .seconds(1_000_000),
    answered: Int = 0, reports: [(at: Duration, message: Message)] = []
  ) -> Run {
    let time = ScriptedTime()
    var screen = ScriptedScreen(
      script.map { (Duration.milliseconds($0.0), $0.1) }, time: time)
    screen.drawingCost = drawingCost
    screen.stallsAt = stallsAt
    var program = ScriptedProgram(demand, time: time)
    change(&program)
    var outside = ScriptedOutside()
    outside.answered = answered
    outside.reports = reports
    outside.time = time
    let ending = FrameLoop { time.now }.run(&program, on: &screen, outside: &outside)
    return Run(
      ending: ending, program: program, frames: screen.frames, waits: screen.waits,
      mouse: screen.mouse, outside: outside)
  }

  private let quit = ScreenEvent.key(.character("q"))

  @Test func drawsOnceAndThenSleepsUntilAKey() {
    let run = run(.none, [(60_000, quit)])
    #expect(run.ending == .quit)
    #expect(run.frames.count == 1)
    #expect(run.waits <= 3)
  }

  @Test func drawsAgainAfterAKeyAndAfterAResize() {
    let run = run(
      .none,
      [(1000, .key(.tab)), (2000, .resized(Size(width: 9, height: 9))), (3000, quit)])
    #expect(run.frames.count == 3)
    #expect(run.frames[1] < .milliseconds(1002))
  }

  @Test func newsFromTheBackgroundIsToldAndDrawnWithinAFrameAndThenItSleeps() {
    let run = run(
      .none, [(60_000, quit)],
      reports: [(.milliseconds(500), .told("half")), (.milliseconds(900), .told("done"))])
    #expect(run.frames.count == 3)
    #expect(run.frames[1] >= .milliseconds(500) && run.frames[1] < .milliseconds(540))
    #expect(run.frames[2] >= .milliseconds(900) && run.frames[2] < .milliseconds(940))
    // Some thirty looks a second while there is something to wait for, and none after it.
    #expect(run.waits < 40)
  }

  @Test func trainsAtTheRateAskedForAndWakesOnceAFrame() {
    let run = run(.stepsPerSecond(750), [(2000, quit)])
    #expect(abs(run.program.steps - 1500) < 60)
    #expect((55...62).contains(run.frames.count))
    #expect(run.waits < 3 * run.frames.count)
    #expect(run.program.rates.allSatisfy { abs($0 - 750) < 80 })
  }

  @Test func slowTrainingShowsEachStepWhenItIsTaken() {
    let run = run(.stepsPerSecond(4), [(2900, quit)])
    #expect(run.program.ticks == Array(repeating: 1, count: 11))
    #expect(run.frames.count == 12)
  }

  @Test func unlimitedTrainingLeavesEveryFrameItsTime() {
    let run = run(.unlimited, [(1000, quit)])
    #expect((28...31).contains(run.frames.count))
    // Drawing costs 60 of 1000 ms; the rest is for training, at 2 µs a step.
    #expect(run.program.steps > 400_000)
  }

  @Test(arguments: [Duration.microseconds(2), .microseconds(300), .milliseconds(10)])
  func aKeyIsSeenWithinASliceHoweverDearAStepIs(_ stepCost: Duration) {
    let run = run(.unlimited, [(500, .key(.tab)), (900, quit)]) { $0.stepCost = stepCost }
    let seen = run.program.keys[0].at - .milliseconds(500)
    #expect(seen <= max(.milliseconds(5), stepCost + .milliseconds(5)))
    let drawn = run.frames.first { $0 > .milliseconds(500) }
    #expect(drawn.map { $0 - .milliseconds(500) < .milliseconds(45) } ?? false)
  }

  @Test func aKeyThatMakesStepsDearDoesNotFreezeTheScreen() {
    let run = run(.unlimited, [(500, .key(.character("b"))), (600, .key(.tab)), (900, quit)]) {
      $0.dearStepCost = .milliseconds(20)
    }
    #expect(run.program.keys[1].at - .milliseconds(600) <= .milliseconds(25))
  }

  @Test func aFloodOfDearKeysDoesNotHoldUpThePicture() {
    let flood = (0..<100).map { (100 + 10 * $0, ScreenEvent.key(.tab)) }
    let run = run(.none, flood + [(5000, quit)]) { $0.keyCost = .milliseconds(20) }
    let gaps = zip(run.frames.dropFirst(), run.frames.dropFirst(2)).map { $1 - $0 }
    #expect(run.frames.count > 30)
    #expect(gaps.prefix(30).allSatisfy { $0 < .milliseconds(60) })
  }

  @Test func stepsAskedForAtOnceAreTakenInSlices() {
    let run = run(.atOnce(steps: 10_000), [(500, quit)]) { $0.stepCost = .microseconds(20) }
    #expect(run.program.steps == 10_000)
    #expect(run.program.ticks.count > 20)
    #expect(run.frames.count > 4)
  }

  @Test func theMeasuredRateKnowsNothingOfPauses() {
    let run = run(.stepsPerSecond(300), [(1000, .key(.character(" "))), (9000, quit)])
    #expect(run.program.rates.allSatisfy { abs($0 - 300) < 40 })
  }

  @Test func drawsLessOftenWhereDrawingIsSlow() {
    let run = run(.unlimited, [(2000, quit)], drawingCost: .milliseconds(60))
    #expect((10...18).contains(run.frames.count))
  }

  @Test func trainsOnWithoutPicturesWhileTheTerminalTakesNone() {
    let run = run(.stepsPerSecond(750), [(2000, quit)], stallsAt: .milliseconds(500))
    #expect(run.frames.allSatisfy { $0 < .milliseconds(500) })
    #expect(abs(run.program.steps - 1500) < 60)
    #expect(run.waits < 300)
  }

  @Test func tellsTheSizeAtTheStartAndWheneverItChanges() {
    let run = run(.none, [(1000, .resized(Size(width: 9, height: 9))), (2000, quit)])
    #expect(
      run.program.told == [
        .resized(Size(width: 8, height: 2), .full), .resized(Size(width: 9, height: 9), .full),
      ])
    #expect(run.outside.pictures.count == 2)
  }

  @Test func whatIsSaidOfAPictureIsShownInTheNext() {
    let run = run(.none, [(2000, quit)], answered: 1)
    #expect(run.program.told.last == .told("picture 1"))
    #expect(run.frames.count == 2)
  }

  @Test func theMouseReachesTheProgram() {
    let press = MouseEvent(.press, button: .left, at: Point(x: 3, y: 1))
    let run = run(.none, [(1000, .mouse(press)), (2000, quit)])
    #expect(run.program.told.contains(.mouse(press)))
    #expect(run.frames.count == 2)
  }

  @Test func whatTheProgramAsksForIsDoneAndAnswered() {
    let keys: [Key] = [.character("m"), .character("o"), .character("x")]
    let run = run(.none, keys.enumerated().map { (100 * $0 + 100, .key($1)) } + [(900, quit)]) {
      $0.commands = [
        keys[0]: .setMouse(false), keys[1]: .open("spiral"), keys[2]: .record(nil),
      ]
    }
    #expect(run.mouse == [false])
    #expect(run.outside.asked == [.open("spiral"), .record(nil)])
    #expect(run.program.told.contains(.told("done 1")))
    #expect(run.program.told.contains(.told("done 2")))
  }

  @Test func aPreferenceShowsAtOnceAndIsKept() {
    let key = Key.character("t")
    let run = run(.none, [(100, .key(key)), (900, quit)]) {
      $0.commands = [key: .prefer(.theme(.okabe))]
    }
    var capabilities = Capabilities.full
    capabilities.theme = .okabe
    #expect(run.program.told.contains(.resized(Size(width: 8, height: 2), capabilities)))
    #expect(run.outside.asked == [.prefer(.theme(.okabe))])
  }

  @Test func aSignalEndsIt() {
    #expect(run(.none, [(10, .terminated(signal: 15))]).ending == .signal(15))
    #expect(run(.unlimited, [(500, .terminated(signal: 1))]).ending == .signal(1))
  }
}
