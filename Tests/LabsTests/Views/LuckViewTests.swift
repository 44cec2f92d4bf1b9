import Datasets
import Drawing
import Engine
import Lessons
import TestSupport
import Testing

@testable import Labs
@testable import Studio

@Suite("The view of many seeds")
struct LuckViewTests {
  private static let key = Key.character(LuckView.key)

  /// Few points and epochs, so that a trial is quick.
  private func app(_ keys: Key...) -> App {
    var preset = Preset()
    preset.data.samples = 60
    var app = App(preset)
    app.press(Self.key, .left, .left, .down, .down, .down, .down, .down, .left, .left, .left)
    app.press(keys)
    return app
  }

  private func view(_ app: App) throws -> LuckView {
    let views = try #require(app.playground?.views)
    return try #require(views.compactMap { $0 as? LuckView }.first)
  }

  private func text(_ app: App, _ size: Size = wide) -> String {
    picture(app.view(size: size, capabilities: .full))
  }

  @Test("Arrows choose what to set and change it, one stop at a time")
  func settings() throws {
    var app = App(Preset())
    app.press(Self.key)
    let usual = LuckSettings(for: app.session)
    #expect(try view(app).settings(app.session) == usual)
    app.press(.right, .down, .right, .down, .right)
    var settings = try view(app).settings(app.session)
    #expect(settings.count == 30 && settings.variesData)
    #expect(settings.goal.metric == .trainingAccuracy)
    app.press(.right, .down, .left, .down, .right, .down, .right)
    settings = try view(app).settings(app.session)
    #expect(settings.goal.metric == .testLoss && settings.goal.hold == 5)
    #expect(settings.epochs == 300)
    let half = app.session.testEvaluation.loss / 2
    #expect(settings.goal.threshold < half * 1.01 && settings.goal.threshold > half / 2)
    app.press(.up, .up, .up, .up, .up)
    for _ in 0..<20 { app.press(.right) }
    #expect(app.notice == "That is the last choice on this side.")
    #expect(try view(app).settings(app.session).count == LuckSettings.countRange.upperBound)
    for field in LuckField.allCases {
      for direction in [-1, 1] {
        var now = usual
        var count = 0
        while let next = field.changed(by: direction, now, app.session), count < 100 {
          now = next
          count += 1
        }
        #expect(count < 100)
        #expect(LuckSettings.countRange.contains(now.count))
        #expect(LuckSettings.epochRange.contains(now.epochs))
        #expect(!field.value(now).isEmpty && !field.help(now).isEmpty)
      }
    }
  }

  @Test("enter tries the seeds in the background, and tells what came of it")
  func trial() throws {
    let app = app(.enter)
    let view = try view(app)
    let work = try #require(view.work)
    #expect(work.isFinished && !view.isRunning)
    #expect(work.settings.count == 5 && work.settings.epochs == 20)
    #expect(view.summary == LuckSummary(work.runs, work.settings))
    #expect(app.notice.hasPrefix("Done: "), "\(app.notice)")
    let text = text(app)
    #expect(text.contains("of 5 other seeds reached it") && text.contains("Yours (◆)"))
    #expect(text.contains("epochs to the goal"))
  }

  @Test("A second enter stops it; what is complete stays")
  func cancels() throws {
    var app = app()
    guard case .work(var order)? = app.update(.key(.enter)) else {
      Issue.record("nothing was begun")
      return
    }
    while (order.work as? LuckWork)?.runs.count ?? 9 < 2 { order.work.advance() }
    _ = app.update(.worked(order))
    #expect(try view(app).isRunning)
    #expect(text(app).contains("2 of 6"))
    guard case .stopWork(let place)? = app.update(.key(.enter)) else {
      Issue.record("nothing was stopped")
      return
    }
    #expect(place == order.place)
    #expect(app.notice == "Stopped after 2 runs.")
    #expect(try view(app).summary?.ranking.count == 2)
    // News that was under way comes too late.
    order.work.advance()
    _ = app.update(.worked(order))
    #expect(try view(app).work?.runs.count == 2)
  }

  @Test("z opens the best seed, Z the worst, enter on the list the chosen one; u goes back")
  func opens() throws {
    for (keys, rank) in [
      ([Key.character("z")], 0), ([.character("Z")], 5),
      ([.character("n"), .down, .down, .enter], 2), ([.character("n"), .up, .enter], 5),
    ] {
      var app = app(.enter)
      let ranking = try #require(view(app).summary?.ranking)
      let start = app.session.preset
      app.press(keys)
      let wanted = start.withSeeds(movedBy: ranking[rank].offset)
      #expect(app.session.preset == wanted, "\(keys)")
      // Trained as long, it is the run that was counted.
      app.session.advance(steps: 20 * app.session.trainer.stepsPerEpoch)
      #expect(app.session.testEvaluation.loss == ranking[rank].testLoss)
      #expect(!text(app).contains("runs of other settings"))
      app.press(.character("u"))
      #expect(app.session.preset == start)
    }
  }

  @Test("Results of other settings are said to be such")
  func stale() throws {
    var app = app(.enter)
    app.session.apply(.set(key: "training.learning-rate", value: "0.1"))
    #expect(text(app).contains("runs of other settings"))
    app.session.apply(.undo)
    #expect(!text(app).contains("runs of other settings"))
    app.session.apply(.newWeights)
    #expect(!text(app).contains("runs of other settings"))
    app.session.apply(.newData)
    #expect(text(app).contains("runs of other settings"))
  }

  @Test("A sentence for every outcome")
  func sentences() {
    func text(_ reached: [Int?], own: Int?) -> LuckText {
      let runs = ([own] + reached).enumerated().map { offset, epoch in
        var run = LuckRun(offset: offset)
        run.reached = epoch
        return run
      }
      return LuckText(
        LuckSummary(runs, LuckSettings(epochs: 100, goal: LuckGoal(.testLoss, 0.1))))
    }
    let some = text([40, 10, nil, 30, 20], own: 20)
    #expect(some.share.hasPrefix("4 of 5 other seeds reached it: 80 % (of all seeds 38 to 96 %"))
    #expect(some.epochs.hasPrefix("Those took 25 epochs (median; the middle half 17.5 to 32.5)"))
    #expect(some.epochs.hasSuffix("half of all seeds were there by 30."))
    #expect(some.own == "Yours (◆) was there after 20 epochs: 1 of 5 were faster, 1 as fast.")
    let none = text([nil, nil, nil, nil, nil], own: nil)
    #expect(none.epochs == "None of them got there within 100 epochs.")
    #expect(none.own == "Yours (◆) never got there either.")
    #expect(text([5, nil, nil, nil, nil], own: 1).epochs.hasSuffix("were never there."))
    #expect(LuckText(nil).share.isEmpty && LuckText(nil).conclusion == "Done.")
  }

  @Test("Nothing is drawn outside, nor is a letter lost in ASCII, before, during and after")
  func places() {
    for (name, session) in specialSessions {
      let scene = scene(session)
      var view = LuckView()
      var work = LuckWork(
        session, LuckSettings(count: 5, epochs: 10, goal: LuckSettings(for: session).goal))
      for stage in 0..<3 {
        for _ in 0..<3 {
          expectInside(view, scene, "\(name) \(stage)")
          for intent in [Intent.selectDown, .increase, .nextOption] {
            let reply = view.handle(intent, scene)
            for text in [view.describe(scene), reply?.notice ?? ""] {
              #expect(columnWidth(text) <= 78, "\(text)")
            }
          }
        }
        for _ in 0..<(stage == 0 ? 3 : 100_000) where !work.isFinished { work.advance() }
        _ = view.receive(work, scene)
      }
    }
  }
}
