import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

extension App {
  fileprivate var micro: MicroView? {
    playground?.views.lazy.compactMap { $0 as? MicroView }.first
  }

  fileprivate var shownText: String { picture(view(size: wide, capabilities: .full)) }
}

@Suite("The microscope")
struct MicroViewTests {
  @Test("Numbers show as far as they are computed, and are those of the step")
  func reveals() throws {
    var app = app(.character("9"))
    let session = app.session
    let trace = try #require(StepTrace(of: session.trainer))
    let sum = try #require(trace.sum(ofLevel: 0))
    let numbers = (0..<4).map { tabular(Double(trace.value(sum, unit: $0, sample: 0))) }
    #expect(!app.shownText.contains(numbers[0]))
    for unit in 0..<4 {
      app.press(.character("s"))
      #expect(app.shownText.contains(numbers[unit]))
      if unit < 3 { #expect(!app.shownText.contains(numbers[unit + 1])) }
    }
    // A whole layer at once, where one walks by layers.
    app.press(.character("9"), .character("Z"), .left, .right)
    for number in numbers { #expect(app.shownText.contains(number)) }
  }

  @Test("The equations in use are lit, and no others")
  func equations() throws {
    var app = app(.character("9"))
    let lit: [MicroWalk.Phase: Set<Int>] = [.backward(2): [1, 3, 4], .backward(0): [2, 3, 4]]
    for _ in 0..<11 {
      let micro = try #require(app.micro)
      let script = try #require(micro.script(app.session))
      if let expected = lit[micro.walk.phase] { #expect(script.equations == expected) }
      if micro.walk.phase.isForward { #expect(script.equations.isEmpty) }
      for number in 1...4 {
        #expect(app.shownText.contains("▸BP\(number)") == script.equations.contains(number))
      }
      app.press(.right)
    }
  }

  @Test("space walks by itself at a pace that + and - change, and trains only with the last piece")
  func playing() {
    var app = app(.character("9"), .character(" "))
    #expect(!app.isRunning && app.micro?.isPlaying == true)
    #expect(app.demand == .stepsPerSecond(2))
    app.press(.character("+"))
    #expect(app.demand == .stepsPerSecond(4))
    _ = app.update(.tick(steps: 3))
    #expect(app.session.totalSteps == 0)
    #expect(app.micro?.walk == MicroWalk(phase: .forward(0), level: 0, unit: 2))
    app.press(.escape)
    #expect(app.micro?.isPlaying == false && app.demand == .none)
    // Without the focus, space and s are training's again.
    app.press(.tab, .character("s"))
    #expect(app.session.totalSteps == 1)
  }

  @Test("Step back goes back in time by a step, and on again to the same bits")
  func back() throws {
    var app = app(.character("9"))
    let first = try #require(StepTrace(of: app.session.trainer))
    app.press(.left)
    #expect(app.notice.contains("first batch"))
    app.press(.enter, .enter)
    let after = app.session.trainer.network.parameters
    app.press(.left, .left, .left)
    let micro = try #require(app.micro)
    #expect(app.session.trainer.stepCount == 1 && micro.walk.phase == .mean)
    app.press(.character("N"), .left)
    for _ in 0..<200 where app.session.trainer.stepCount > 0 { app.press(.left) }
    #expect(app.session.trainer.stepCount == 0 && app.micro?.walk.phase == .update)
    #expect(app.micro?.trace(app.session)?.parameters == first.parameters)
    app.press(.enter, .enter)
    #expect(app.session.trainer.stepCount == 2)
    #expect(app.session.trainer.network.parameters == after)
    #expect(app.session.branches.count == 1)
  }

  @Test("A click chooses a unit, a parameter or a part of the walk")
  func mouse() throws {
    var app = app(.character("9"))
    _ = app.update(.resized(wide, .full))
    app.click(app.place { $0 as? MicroSpot == .unit(level: 1, unit: 1) })
    #expect(app.micro?.walk == MicroWalk(phase: .forward(1), level: 1, unit: 1))
    #expect(app.playground?.part == .unit(level: 1, unit: 1))
    app.click(app.place { $0 as? MicroSpot == .phase(.update) })
    #expect(app.micro?.walk.phase == .update)
    app.click(app.place { $0 as? MicroSpot == .row(2) })
    #expect(app.micro?.walk.row == 2)
    #expect(app.playground?.part == .weight(level: 1, unit: 1, input: 2))
    app.click(app.place { $0 as? MicroSpot == .unit(level: 0, unit: 3) })
    #expect(app.micro?.walk.phase == .update && app.micro?.walk.unit == 3)
  }

  @Test("g shows the gradient check with the worst of each layer and the parameter looked at")
  func check() throws {
    var app = app(.character("9"), .right, .character("g"))
    let findings = GradientFindings(app.session)
    #expect(findings.levels.count == 3)
    let screen = app.shownText
    for level in findings.levels {
      let worst = try #require(level.worst)
      #expect(app.session.trainer.network.levels[level.level].parameters.contains(worst.parameter))
      #expect(screen.contains(format(worst.analytic, scientificDigits: 5)))
      #expect(screen.contains(format(worst.relativeError, scientificDigits: 2)))
    }
    #expect(screen.contains("chosen: layer 1 unit 1 ← x₁"))
    app.press(.character("g"))
    #expect(app.micro?.check == nil)
  }

  @Test("A chosen weight is checked alone: both numbers and their distance")
  func chosen() throws {
    let part = NetworkPart.weight(level: 0, unit: 1, input: 0)
    let session = trained(1)
    let index = try #require(part.parameter(in: session))
    let entry = try #require(session.gradientCheck(of: [index]).entries.first)
    let text = GradientNotice(session: session, part: part).text
    #expect(text.contains(format(entry.analytic, significantDigits: 5)))
    #expect(text.contains(format(entry.numeric, significantDigits: 5)))
    #expect(text.contains("layer 1 unit 2 ← x₁") && columnWidth(text) <= 78)
    #expect(session.gradientCheck(of: [9999]).entries.isEmpty)
    for (_, session) in specialSessions {
      for part in [nil, part, .bias(level: 0, unit: 0), .unit(level: 0, unit: 0)] {
        #expect(columnWidth(GradientNotice(session: session, part: part).text) <= 78)
      }
    }
  }

  @Test("Where there is room every sample of the batch is listed, as far as it was gone through")
  func batch() throws {
    var app = app(.character("9"))
    _ = app.update(.resized(wide, .full))
    let trace = try #require(StepTrace(of: app.session.trainer))
    let losses = (0..<2).map { tabular(Double(trace.loss(sample: $0))) }
    app.press(.right, .character("n"))
    #expect(app.shownText.contains("the batch") && app.shownText.contains("▸sample 2"))
    #expect(app.shownText.contains(losses[0]) && !app.shownText.contains(losses[1]))
    app.click(app.place { $0 as? MicroSpot == .sample(2) })
    #expect(app.micro?.walk.sample == 2)
    #expect(app.shownText.contains(losses[1]))
    app.click(app.place { $0 as? MicroSpot == .phase(.mean) })
    let text = app.shownText
    #expect(text.contains(tabular(Double(trace.batchLoss))))
    #expect(text.contains(tabular(Double(trace.meanGradient[0]))))
  }

  @Test("In ASCII a square and a product are spelled out")
  func ascii() {
    let app = app(.character("9"), .right, .right, .right, .right, .right)
    let text = picture(
      app.view(size: small, capabilities: Capabilities(depth: .mono, glyphs: .ascii)))
    #expect(text.contains("^2)") && text.contains("d^L = dC/da * s'(z^L)"))
    #expect(!text.contains("?  "))
  }

  @Test("Without a next step it says so")
  func stopped() throws {
    let diverged = try #require(specialSessions.first { $0.name == "diverged" }).session
    var view = MicroView()
    #expect(picture(canvas(view, scene(diverged), 78, 18)).contains("has diverged"))
    #expect(view.handle(.activate, scene(diverged))?.steps == 0)
    #expect(view.handle(.playPause, scene(diverged))?.notice?.contains("stopped") == true)
    let stopped = try #require(specialSessions.first { $0.name == "stopped early" }).session
    #expect(view.handle(.activate, scene(stopped))?.notice?.contains("early") == true)
  }
}
