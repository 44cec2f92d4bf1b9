import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("Landscapes, whatever happens to them")
struct LandscapeLawTests {
  private static let intents: [Intent] = [
    .nextOption, .previousOption, .showPoints, .zoomIn, .zoomOut, .switchAxis, .nextStyle,
    .activate,
    .selectUp, .selectDown, .decrease, .increase, .back,
  ]

  @Test("Nothing is drawn outside, nor is a letter lost in ASCII, on any page at any size")
  func places() {
    for (name, session) in specialSessions + [("middle", trained(12))] {
      let scene = scene(session)
      for half in [true, false] {
        var view = LandscapeView()
        view.settle(session)
        if half, var work = view.appear(scene)?.work {
          for _ in 0..<3 { work.advance() }
          _ = view.receive(work, scene)
        } else {
          view.finish(view.appear(scene), scene)
        }
        for _ in LandscapeView.Page.allCases {
          check(view, scene, name)
          #expect(columnWidth(view.describe(scene)) <= 78, "\(view.describe(scene))")
          view.press(.nextStyle, scene)
          view.press(.increase, scene)
        }
      }
    }
  }

  private func check(_ view: LandscapeView, _ scene: Scene, _ name: String) {
    for width in [0, 1, 3, 9, 20, 38, 50, 60, 78, 110] {
      for height in [0, 1, 2, 4, 7, 9, 19, 30] {
        var canvas = blank(width + 4, height + 2, .mono, .ascii)
        let area = Rectangle(x: 2, y: 1, width: width, height: height)
        canvas.fill(canvas.bounds, with: Cell("@"))
        canvas.fill(area, with: .blank)
        view.draw(scene, in: area, on: &canvas)
        for y in 0..<canvas.size.height {
          for x in 0..<canvas.size.width where !area.contains(Point(x: x, y: y)) {
            guard canvas[x, y].glyph == "@" else {
              Issue.record("\(name), \(view.page) at \(width)×\(height): drawn at \(x), \(y)")
              return
            }
          }
        }
        let isBroken = (view.landscape?.surface?.brokenCount ?? 0) > 0
        // What is not a number is shown as a question mark.
        #expect(isBroken || !picture(canvas).contains("?"), "\(name) at \(width)×\(height)")
      }
    }
  }

  @Test("Keys in any order, training and other shapes in between, with work at any stage")
  func random() {
    for number in 0..<6 {
      var random = Random(seed: 11, stream: .order, index: UInt64(number))
      var session = trained(2) { $0.data.samples = 40 }
      var view = LandscapeView()
      var work: (any Work)?
      for _ in 0..<250 {
        let scene = scene(session)
        var reply: ViewReply?
        switch random.below(20) {
        case 0: session.advance(steps: random.below(30))
        case 1: session.apply(.addUnit(layer: 0))
        case 2: session.apply(random.below(2) == 0 ? .newWeights : .removeUnit(layer: 0))
        case 3: session.apply(.set(key: "training.rate", value: ["0.03", "1e30"][random.below(2)]))
        case 4: reply = view.appear(scene)
        case 5: reply = view.beat(1, scene)
        case 6..<14:
          reply = view.handle(Self.intents[random.below(Self.intents.count)], scene)
          #expect(columnWidth(reply?.notice ?? "") <= 78)
        default:
          for _ in 0..<random.below(40) { work?.advance() }
          if let now = work {
            reply = view.receive(now, scene)
            if now.isFinished { work = nil }
          }
        }
        if let next = reply?.work { work = next }
        view.settle(session)
        #expect(columnWidth(view.describe(self.scene(session))) <= 78)
        _ = canvas(view, self.scene(session), 40 + random.below(60), 5 + random.below(25))
      }
    }
  }

  private func scene(_ session: Session) -> Scene { Scene(session: session, isFocused: true) }

  @Test("Heights are clear of colour: the present is marked on every terminal")
  func capabilities() {
    let scene = scene(trained(20))
    let view = LandscapeView.shown(scene)
    for depth in ColorDepth.allCases {
      for glyphs in GlyphSet.allCases {
        for theme in Theme.allCases {
          var canvas = Canvas(
            size: Size(width: 90, height: 24),
            capabilities: Capabilities(depth: depth, glyphs: glyphs, theme: theme))
          view.draw(scene, in: canvas.bounds, on: &canvas)
          let map = LandscapeLayout(in: canvas.bounds).map ?? canvas.bounds
          let middle = canvas[map.x + map.width / 2, map.y + map.height / 2]
          let mark: Character = glyphs == .ascii ? "*" : glyphs == .blocks ? "•" : "●"
          #expect(middle.glyph == mark, "\(depth), \(glyphs), \(theme)")
        }
      }
    }
  }

  @Test("Colours go from the lowest loss to the highest, by factors or by differences")
  func scale() throws {
    let log = try #require(LandscapeScale(0.01...1, isLogarithmic: true))
    #expect(abs(log.height(0.1) - 0.5) < 1e-6 && log.height(0.01) == 0 && log.height(1) == 1)
    let linear = try #require(LandscapeScale(0...2, isLogarithmic: false))
    #expect(abs(linear.height(0.5) - 0.25) < 1e-6)
    #expect(log.height(.nan).isNaN && log.height(.infinity).isNaN && log.height(0) == 0)
    #expect(log.levels(count: 8).map(\.label) == ["0.02", "0.05", "0.1", "0.2", "0.5"])
    // A loss of 0 has no logarithm, and one that is the same everywhere no steps.
    let zero = try #require(LandscapeScale(0...1, isLogarithmic: true))
    #expect(zero.height(0) == 0 && zero.axis.range.lowerBound == 1e-6)
    for isLogarithmic in [true, false] {
      for value in [0, 3, 1e-40, 1e300] {
        let flat = try #require(LandscapeScale(value...value, isLogarithmic: isLogarithmic))
        #expect((0...1).contains(flat.height(value)))
        _ = flat.levels(count: 8)
      }
    }
    #expect(LandscapeScale(0 ... .infinity, isLogarithmic: true) == nil)
  }
}

@Suite("Where the curvature stands to the limit")
struct StabilityTextTests {
  private func text(_ optimizer: String, _ share: Double, batch: Int = 10) -> StabilityText {
    let session = Session(
      {
        var preset = Preset()
        preset.training.optimizer = optimizer
        preset.training.batchSize = batch
        return preset
      }())
    let limit = StabilityText.limit(session) ?? 1
    return StabilityText(largest: share * limit, session)
  }

  @Test("Below, at and beyond the limit have words of their own")
  func words() {
    #expect(text("sgd", 0.1).word == "stable")
    #expect(text("sgd", -1).word == "stable" && text("sgd", -1).share == 0)
    #expect(text("sgd", 1).word == "at the edge of stability")
    #expect(text("sgd", 1.2).word == "beyond the edge")
    #expect(text("sgd", .nan).word == "" && text("sgd", .nan).share == nil)
    #expect(text("sgd", 0.1).explanation.contains("batches of 10"))
    #expect(text("sgd", 0.1, batch: 100_000).explanation.contains("whole batches, as here"))
  }

  @Test("Each optimiser has its formula, or says that it has no one limit")
  func optimizers() {
    let formulas = OptimizerCatalogue.all.map { text($0.name, 0.5).formula }
    #expect(
      formulas.prefix(4) == ["2/η", "2(1+μ)/η", "2(1+μ)/((1-μ)η)", "2(1+μ)/((1+2μ)η)"])
    for name in ["adagrad", "adadelta", "rmsprop", "adam", "adamw"] {
      #expect(text(name, 0.5).word == "no one limit")
      #expect(text(name, 0.5).explanation.hasPrefix("\(name) gives each weight a rate of its own"))
    }
  }
}
