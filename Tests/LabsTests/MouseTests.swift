import Drawing
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

extension App {
  /// Where a hotspot that fits stands on a screen; the middle of it.
  func place(
    _ size: Size = wide, of fits: (any Hashable & Sendable) -> Bool
  ) -> Point? {
    let canvas = view(size: size, capabilities: .full, answersToMouse: true)
    // What is covered by something else can't be pointed at.
    return canvas.hotspots.filter { fits($0.target) }.lazy.compactMap { spot in
      (spot.area.y..<spot.area.maxY).lazy.flatMap { y in
        (spot.area.x..<spot.area.maxX).lazy.map { Point(x: $0, y: y) }
      }.first { canvas.hotspot(at: $0) == spot }
    }.first
  }

  func place(_ size: Size = wide, of target: Target) -> Point? {
    place(size) { $0 as? Target == target }
  }

  @discardableResult
  mutating func mouse(
    _ kind: MouseEvent.Kind, _ point: Point?, button: MouseEvent.Button = .left,
    isDouble: Bool = false
  ) -> Command? {
    guard let point else {
      Issue.record("there is nothing to point at")
      return nil
    }
    var event = MouseEvent(
      kind, button: [.hover, .wheelUp, .wheelDown].contains(kind) ? .none : button, at: point)
    event.isDouble = isDouble
    return update(.mouse(event))
  }

  mutating func click(_ point: Point?) {
    mouse(.press, point)
    mouse(.release, point)
  }
}

@Suite struct MouseTests {
  private func start(_ size: Size = wide, _ preset: Preset = Preset()) -> App {
    var app = App(preset)
    _ = app.update(.resized(size, .full))
    return app
  }

  @Test func aClickMovesTheFocusAndAnotherOneTypes() {
    var app = start()
    let rate = Control.setting("training.learning-rate")
    app.click(app.place(of: .control(rate)))
    #expect(app.playground?.focus == rate)
    #expect(app.playground?.isTyping == false)
    app.click(app.place(of: .control(rate)))
    #expect(app.playground?.isTyping == true)
  }

  @Test func aSliderFollowsTheDragEvenBesideIt() {
    var app = start()
    let noise = Control.setting("data.noise")
    guard
      let spot = app.view(size: wide, capabilities: .full, answersToMouse: true).hotspots.first(
        where: {
          if case .slider(noise, _) = $0.target as? Target { true } else { false }
        })
    else {
      Issue.record("noise has no slider")
      return
    }
    app.mouse(.press, Point(x: spot.area.x, y: spot.area.y))
    #expect(app.session.preset.data.noise == 0)
    app.mouse(.drag, Point(x: spot.area.maxX + 30, y: spot.area.y + 5))
    #expect(app.session.preset.data.noise == 50)
    app.mouse(.drag, Point(x: spot.area.x + spot.area.width / 2, y: 0))
    let middle = app.session.preset.data.noise
    #expect(middle > 10 && middle < 40)
    app.mouse(.release, Point(x: 0, y: 0))
    app.mouse(.drag, Point(x: spot.area.x, y: spot.area.y))
    #expect(app.session.preset.data.noise == middle)
  }

  @Test func theWheelChangesWhatIsUnderIt() {
    var app = start()
    let rate = app.place(of: .control(.setting("training.learning-rate")))
    app.mouse(.wheelUp, rate)
    #expect(app.session.preset.training.learningRate == 0.1)
    app.mouse(.wheelDown, rate)
    app.mouse(.wheelDown, rate)
    #expect(app.session.preset.training.learningRate == 0.01)
  }

  @Test func hoveringOverAUnitShowsItsMapUntilThePointerLeaves() {
    var app = start()
    let before = app.view(size: wide, capabilities: .full)
    app.mouse(.hover, app.place(of: .part(.unit(level: 0, unit: 2))))
    let during = picture(app.view(size: wide, capabilities: .full))
    #expect(during.contains("1 layer 1 unit 3"))
    app.mouse(.hover, Point(x: 0, y: 0))
    #expect(app.view(size: wide, capabilities: .full) == before)
  }

  @Test func hoveringOverTheMapReadsIt() {
    var app = start()
    app.mouse(.hover, app.place { if case .plane = $0 as? Target { true } else { false } })
    let line = picture(app.view(size: wide, capabilities: .full)).split(separator: "\n").dropLast()
      .last
    #expect(line?.contains("x₁ -5.8") == true && line?.contains("nearest") == true)
  }

  @Test func aConnectionIsChosenOnItsLine() {
    var app = start()
    let point = app.place {
      if case .part(.weight) = $0 as? Target { true } else { false }
    }
    app.click(point)
    guard case .part(.weight) = app.playground?.focus else {
      Issue.record("no weight was chosen")
      return
    }
    app.mouse(.press, point, isDouble: true)
    #expect(app.playground?.isTyping == true)
  }

  @Test func hintsAndTabsCanBeClicked() {
    var app = start()
    app.click(app.place(of: .intent(.playPause)))
    #expect(app.isRunning)
    app.click(app.place(of: .intent(.help)))
    #expect(app.showsHelp)
    app.click(Point(x: 1, y: 1))
    #expect(!app.showsHelp)
    // Views without a digit may have no tab before they are shown.
    let tabs = ViewCatalogue.all.indices.filter { ViewCatalogue.all[$0].key.isWholeNumber }
    for index in tabs.dropFirst() {
      app.click(app.place(of: .view(index)))
      #expect(app.playground?.shownView == index)
    }
  }

  @Test func onASmallScreenPanelNamesAreTabs() {
    var app = start(small)
    app.click(app.place(small, of: .panel(.learning)))
    #expect(app.playground?.panel == .learning)
    app.click(app.place(small, of: .panel(.data)))
    #expect(app.playground?.panel == .data)
  }

  @Test func theMouseCanBeLeftToTheTerminal() {
    var app = start()
    #expect(app.press(.character("M")) == .setMouse(false))
    #expect(app.notice == "The mouse is the terminal's: text can be selected; M takes it back.")
    #expect(app.press(.character("M")) == .setMouse(true))
  }

  @Test func everyCellTakesEveryKindOfEvent() {
    for size in [small, wide] {
      var app = start(size)
      app.press(.character("e"))
      for y in Swift.stride(from: 0, to: size.height, by: 3) {
        for x in Swift.stride(from: 0, to: size.width, by: 7) {
          for kind in [MouseEvent.Kind.hover, .press, .drag, .release, .wheelUp, .wheelDown] {
            app.mouse(kind, Point(x: x, y: y))
          }
        }
      }
      #expect(app.view(size: size, capabilities: .full).size == size)
    }
  }
}
