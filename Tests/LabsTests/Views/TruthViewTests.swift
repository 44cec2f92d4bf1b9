import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("The truth over the maps")
struct TruthViewTests {
  private static let b = Key.character("b")

  private func preset(
    _ recipe: String, noise: Double = 25, _ change: (inout Preset) -> Void = { _ in }
  ) -> Preset {
    var preset = Preset()
    preset.data.recipe = recipe
    preset.data.noise = noise
    if recipe == Wave.name { preset.features = [.x1] }
    if recipe == Blobs.name { preset.training.loss = .crossEntropy }
    change(&preset)
    return preset
  }

  private func brackets(_ text: String) -> Int { text.count { $0 == "(" } }

  @Test("b shows it and says what is seen, b again hides it", arguments: RecipeCatalogue.all)
  func switches(_ recipe: any Recipe.Type) throws {
    var app = App(preset(recipe.name))
    let before = app.screen
    app.press(Self.b)
    #expect(app.notice.contains("┅"), "\(app.notice)")
    #expect(columnWidth(app.notice) <= NoticeLine.width)
    let shown = app.screen
    #expect(shown != before)
    #expect(picture(shown).contains("┅ "))
    app.press(Self.b)
    #expect(app.notice == "The truth is no longer shown.")
    app.press(.escape)
    #expect(picture(app.screen) == picture(before))
    app.press(Self.b)
    // It was worked out already.
    #expect(app.screen == shown)
  }

  @Test("Measured and drawn points have no truth, and b says so")
  func unknown() {
    var drawn = preset(DataSource.pointsName)
    drawn.data.points = PointSet(
      [.init(Example(1, 1, label: 1)), .init(Example(-1, -1, label: 0))],
      problem: .classification(classes: 2))
    for (preset, reason) in [
      (preset("iris"), "Nobody knows the truth behind measured data."),
      (drawn, "Points drawn by hand follow no rule that could be known."),
    ] {
      var app = App(preset)
      let before = app.screen
      app.press(Self.b)
      #expect(app.notice == reason)
      #expect(app.playground?.look.showsTruth == false)
      app.press(.escape)
      #expect(picture(app.screen) == picture(before))
    }
  }

  @Test("While points are drawn, b is the brush")
  func brush() {
    var app = App(preset("circle"))
    app.press(.character("p"), Self.b)
    #expect(app.playground?.look.showsTruth == false)
  }

  @Test("Exactly the flipped points that are shown have brackets")
  func rings() throws {
    let preset = preset("xor")
    var app = App(preset)
    app.press(Self.b)
    guard case .classes(let truth) = preset.truth else { return }
    for points in [PointChoice.training, .test, .all] {
      while app.playground?.look.points != points { app.press(.character("t")) }
      let shares = Dataset.Share.allCases.filter { points.shows($0) }
      let flipped = shares.flatMap { app.session.dataset[$0] }.filter { truth.isFlipped($0) }
      #expect(flipped.count > 5)
      // A map so large that no bracket covers another point or bracket often.
      let canvas = app.view(size: Size(width: 500, height: 200), capabilities: .full)
      let plane = try #require(
        app.view(size: Size(width: 500, height: 200), capabilities: .full, answersToMouse: true)
          .hotspots.compactMap { spot -> Labs.Plane? in
            if case .plane(let plane) = spot.target as? Target { plane } else { nil }
          }.first)
      let cells = flipped.compactMap { plane.cell(PlanePoint(x1: $0.x1, x2: $0.x2)) }
      let ringed = cells.count {
        canvas[$0.x - 1, $0.y].glyph == "(" && canvas[$0.x + 1, $0.y].glyph == ")"
      }
      #expect(Double(ringed) >= 0.9 * Double(cells.count))
      var count = 0
      for y in plane.map.y..<plane.map.maxY {
        for x in plane.map.x..<plane.map.maxX where canvas[x, y].glyph == "(" { count += 1 }
      }
      #expect(count <= flipped.count && Double(count) >= 0.9 * Double(flipped.count))
    }
  }

  @Test("The line runs where the best class changes: along the axes of exclusive or")
  func line() throws {
    var app = App(preset("xor") { $0.data.training = 10 })
    while app.playground?.look.points != PointChoice.none { app.press(.character("t")) }
    let before = app.view(size: wide, capabilities: .full, answersToMouse: true)
    app.press(Self.b)
    let after = app.view(size: wide, capabilities: .full)
    let plane = try #require(
      before.hotspots.compactMap { spot -> Labs.Plane? in
        if case .plane(let plane) = spot.target as? Target { plane } else { nil }
      }.first)
    var changed = 0
    for y in plane.map.y..<plane.map.maxY {
      for x in plane.map.x..<plane.map.maxX where before[x, y] != after[x, y] {
        changed += 1
        let place = plane.place(Point(x: x, y: y))
        #expect(min(abs(place.x1), abs(place.x2)) < 0.5, "\(place)")
      }
    }
    // Dashes are half of both axes.
    #expect(changed > (plane.map.width + plane.map.height) / 3)
  }

  @Test("Another noise, other points and what is undone are worked out anew")
  func followsTheData() throws {
    var app = App(preset("circle", noise: 10))
    app.press(Self.b)
    let first = try #require(app.playground?.truth)
    app.moveFocus(to: .setting("data.noise"))
    app.press(.right)
    let second = try #require(app.playground?.truth)
    #expect(second.isFinished && second.least.error > first.least.error)
    #expect(second.fits(app.session))
    app.press(.character("u"))
    #expect(app.playground?.truth?.least == first.least)
    app.press(.character("d"))
    let third = try #require(app.playground?.truth)
    #expect(third.fits(app.session) && third.isFinished && third.least == first.least)
    _ = app.update(.opened(preset("moons")))
    // What goes on is called off by opening; the moment that follows begins it.
    app.finishWork(of: app.update(.tick(steps: 0)))
    #expect(app.playground?.truth?.fits(app.session) == true)
    #expect(app.playground?.truth?.isFinished == true)
  }

  @Test("Drawing points ends it, for then nobody knows")
  func drawing() {
    var app = App(preset("circle"))
    app.press(Self.b, .character("p"), .enter)
    #expect(!picture(app.screen).contains("best boundary"))
    app.press(.escape, Self.b)
    #expect(app.notice == "Points drawn by hand follow no rule that could be known.")
    app.press(.character("u"), Self.b)
    #expect(app.playground?.look.showsTruth == true && picture(app.screen).contains("best bound"))
  }

  @Test("It is called off when it is hidden before it is done")
  func callsOff() {
    var app = App(preset("moons"))
    guard case .work(let order)? = app.update(.key(Self.b)) else {
      Issue.record("no work is asked for")
      return
    }
    #expect(picture(app.screen).contains("best boundary, 0 %"))
    #expect(app.update(.key(Self.b)) == .stopWork(order.place))
    #expect(app.playground?.truth == nil)
    _ = app.update(.worked(order))
    #expect(!picture(app.screen).contains("best boundary"))
  }

  @Test("Beside the accuracy stands the best that there can be")
  func numbers() {
    var app = App(preset("xor", noise: 10))
    app.press(Self.b)
    // 1 − 0.007968, and half of the squared error 1 − 16·(mean of g²)².
    #expect(picture(app.screen).contains("best acc      99.2 %"))
    #expect(picture(app.screen).contains("least loss    0.0138"))
    app.press(.character("1"))
    let line = app.lab.describe(app.session)
    #expect(line.hasPrefix("Bayes error 0.8 %, "), "\(line)")
    #expect(line.contains(" of these test points; the network errs on "))
    app.press(.right)
    #expect(app.lab.describe(app.session).contains("true p(+) 0."))
  }

  @Test("The curve view shows the true function of a curve, and reads it")
  func curve() {
    var app = App(preset(Wave.name))
    app.press(.character("8"))
    let before = picture(app.screen)
    app.press(Self.b)
    #expect(picture(app.screen) != before && picture(app.screen).contains("truth"))
    for _ in 0..<7 { app.press(.right) }
    // 0.8 sin 1.5 + 0.05 is 0.848.
    #expect(
      app.lab.describe(app.session).contains("truth 0.848"), "\(app.lab.describe(app.session))")
    // A cut through a circle: surely inside of it at 0, where no noise is.
    app = App(preset("circle", noise: 0) { $0.training.loss = .crossEntropy })
    app.press(.character("8"), Self.b, .right)
    #expect(app.lab.describe(app.session).hasSuffix("truth 1"), "\(app.lab.describe(app.session))")
  }

  @Test("Any size and any terminal can show it, in ASCII without a question mark")
  func anywhere() {
    for recipe in ["circle", "blobs", "multi-gauss", "wave", "spiral"] {
      var app = App(preset(recipe, noise: 50))
      app.press(Self.b)
      for key in ["1", "2", "3", "8"] as [Character] {
        app.press(.character(key))
        for capabilities in allCapabilities {
          let canvas = app.view(size: small, capabilities: capabilities)
          guard capabilities.glyphs == .ascii else { continue }
          #expect(canvas.cells.allSatisfy { $0.glyph?.isASCII ?? true })
          // The key of the help is the only one.
          #expect(picture(canvas).count { $0 == "?" } == 1, "\(recipe) \(key)")
        }
        for size in [(0, 0), (1, 1), (20, 5), (79, 24), (100, 30), (109, 34), (300, 24), (80, 100)]
        {
          _ = app.view(size: Size(width: size.0, height: size.1), capabilities: .full)
        }
        app.press(.character("B"))
        _ = app.screen
        app.press(.character("B"))
      }
    }
    var app = App(preset("circle"))
    app.press(Self.b)
    let mono = Capabilities(depth: .mono, glyphs: .ascii)
    let text = picture(app.view(size: wide, capabilities: mono))
    #expect(text.count { $0 == TruthLine.asciiMark } > 8 && brackets(text) > 8, "\(text)")
  }

  @Test("In lines, show tells it too")
  func plain() {
    var lab = PlainLab(Session(preset("xor", noise: 10)))
    let lines = lab.perform("show").lines
    #expect(lines.contains { $0.hasPrefix("The best rule there is errs on 0.8 % of all points") })
    #expect(lines.contains { $0.hasSuffix(" have a label that noise flipped.") })
    lab = PlainLab(Session(preset("plane", noise: 50)))
    // √0.06.
    #expect(lab.perform("show").lines.contains { $0.contains("root mean squared error 0.245;") })
    lab = PlainLab(Session(preset("iris")))
    #expect(lab.perform("show").lines.last == "Nobody knows the truth behind measured data.")
  }
}
