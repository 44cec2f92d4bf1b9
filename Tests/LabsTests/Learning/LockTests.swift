import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

/// Every permit there is, and whether it is given: what is not listed can't be changed by keys, mouse
/// or palette, and says so.
@Suite("What an exercise locks")
struct LockTests {
  /// What of a session an exercise can lock.
  private struct State: Equatable {
    let preset: Preset
    let points: [Example]
    let parameters: [Float]
    let steps: Int
    let killed: Bool
    let frozen: Bool

    init(_ session: Session) {
      preset = session.preset
      points = session.dataset.allPoints
      parameters = session.trainer.network.parameters
      steps = session.totalSteps
      killed = session.isKilled(level: 0, unit: 0)
      frozen = session.isFrozen(0)
    }
  }

  /// Keys that would do what a permit allows.
  private static let deeds: [(permit: String, keys: [Key])] = [
    ("train", [.character("s")]), ("new-weights", [.character("w")]),
    ("new-data", [.character("d")]),
    ("draw-points", [.character("p"), .enter, .right, .enter, .backspace, .character("f")]),
    ("edit-weights", [.character("i"), .enter, .character("."), .character("0")]),
    ("freeze", [.character("i"), .character("f")]),
    ("kill", [.character("i"), .character("X")]),
    ("network.hidden", [.character("]")]), ("network.hidden", [.character("}")]),
    ("network.hidden", [.character("[")]), ("network.hidden", [.character("{")]),
    (
      "features",
      [
        .character("a"), .character("x"), .character("1"), .character("^"),
        .character("3"), .enter,
      ]
    ),
  ]

  private func opened(_ allow: [String], size: Size = wide) throws -> App {
    var app = try learner(
      size: size,
      exercise: exercise {
        ($0.allow, $0.asks, $0.hidden, $0.more) = (allow, false, "2", "  changes: live")
      })
    app.press(.escape)
    return app
  }

  @Test("A key does it with its permit, and says why not without", arguments: deeds.indices)
  func keys(_ index: Int) throws {
    let (permit, keys) = Self.deeds[index]
    var allowed = try opened([permit])
    let start = State(allowed.session)
    allowed.press(keys)
    #expect(State(allowed.session) != start, "\(permit) \(keys)")
    // Something else is allowed instead.
    var locked = try opened([permit == "train" ? "new-data" : "train"])
    locked.press(.escape)
    for key in keys where key != .character("s") || permit == "train" {
      locked.press(key)
      if locked.notice.contains("Locked") { break }
    }
    #expect(State(locked.session) == start, "\(permit) \(keys)")
    #expect(locked.notice.contains("Locked by the exercise"), "\(permit): \(locked.notice)")
  }

  @Test("No setting moves by arrows, by enter or by typing, and each says that it is locked")
  func settings() throws {
    let start = try opened(["new-data"])
    let state = State(start.session)
    for panel in ControlPanel.allCases where panel != .view {
      for control in panel.controls(start.session) {
        for keys in [[Key.right], [.left], [.enter, .character("7"), .enter], [.enter]] {
          var app = start
          app.lab.focus(on: control, session: app.session)
          app.press(keys[0])
          let isTyping = app.playground?.isTyping
          let notice = app.notice
          app.press(Array(keys.dropFirst()))
          #expect(State(app.session) == state, "\(control) \(keys)")
          if case .units = control, keys.contains(.enter) { continue }
          // The first or last choice has no further one on that side.
          let isEnd = notice.contains("on this side")
          #expect(
            isEnd || notice.contains("Locked by the exercise"), "\(control) \(keys): \(notice)")
          #expect(isTyping == false)
        }
      }
    }
  }

  @Test("No command of the palette changes anything that is locked")
  func palette() throws {
    let start = try opened(["new-data"])
    let state = State(start.session)
    for binding in KeyMap.bindings where binding.mode == .always && binding.intent != .newData {
      // These leave the exercise, which the session before and the file of it outlive.
      if [.leaveExercise, .startOver, .nextExercise].contains(binding.intent) { continue }
      var app = start
      var command: Command?
      guard app.choose(binding.intent, &command) else { continue }
      if app.isRunning { for _ in 0..<5 { _ = app.update(.tick(steps: 5)) } }
      #expect(State(app.session) == state, "\(binding.help)")
      #expect(app.session.attempt != nil, "\(binding.help)")
    }
  }

  @Test("Nothing that the mouse can press, turn or drag changes it", arguments: [wide, small])
  func mouse(_ size: Size) throws {
    let start = try opened(["new-data"], size: size)
    let state = State(start.session)
    for panel in ControlPanel.allCases {
      var shown = start
      if let control = panel.controls(start.session).first {
        shown.lab.focus(on: control, session: shown.session)
      }
      let spots = shown.view(size: size, capabilities: .full, answersToMouse: true).hotspots
      for spot in spots {
        if case .intent(let intent)? = spot.target as? Target,
          [.newData, .quit].contains(intent)
        {
          continue
        }
        for kind in [MouseEvent.Kind.press, .wheelUp, .wheelDown] {
          var app = shown
          let place = Point(x: spot.area.maxX - 1, y: spot.area.y)
          var event = MouseEvent(kind, button: kind == .press ? .left : .none, at: place)
          _ = app.update(.mouse(event))
          event.isDouble = kind == .press
          _ = app.update(.mouse(event))
          _ = app.update(.mouse(MouseEvent(.drag, button: .left, at: Point(x: 5, y: 5))))
          app.press(.character("7"), .enter)
          #expect(State(app.session) == state, "\(spot.target) \(kind)")
        }
      }
    }
  }

  @Test("Arrow keys and sliders go through the values that are allowed, and no others")
  func values() throws {
    var app = try learner()
    app.predict()
    app.lab.focus(on: .setting("training.learning-rate"), session: app.session)
    var seen: [Double] = []
    for key in [Key.right, .right, .right, .left, .left, .left] {
      app.press(key)
      seen.append(app.session.preset.training.learningRate)
    }
    #expect(seen == [0.01, 0.1, 0.1, 0.01, 0.001, 0.001])
    app.press(.enter)
    app.type("0.03")
    app.press(.enter)
    #expect(app.notice == "The exercise lets rate be one of 0.001, 0.01, 0.1.")
    #expect(app.playground?.isTyping == true)
  }

  @Test("What is locked is marked, in ASCII too, and the open rate is not")
  func marks() throws {
    var app = try learner(size: small, keys: .escape)
    app.lab.focus(on: .setting("training.schedule"), session: app.session)
    for (capabilities, sign) in [
      (Capabilities.full, "⊘"), (Capabilities(depth: .mono, glyphs: .ascii), "#"),
    ] {
      let rows = picture(app.view(size: small, capabilities: capabilities)).split(separator: "\n")
        .map { $0.prefix(40) }
      #expect(rows.first { $0.contains("schedule") }?.contains(sign) == true)
      #expect(rows.first { $0.contains("rate ") }?.contains(sign) == false)
    }
    #expect(app.lab.describe(app.session).hasPrefix("⊘ Locked."))
  }

  @Test("Other ways out leave the exercise instead of changing it, and say so")
  func waysOut() throws {
    var app = try learner()
    app.predict()
    let asked = app.asked(.opened(Preset()))
    guard case .keep(let homework)? = asked.first else {
      Issue.record("\(asked)")
      return
    }
    #expect(homework.isLeft && homework.session.attempt?.answers.count == 2)
    #expect(app.session.attempt == nil && app.learning == nil)
    #expect(app.notice.hasPrefix("A1 is left and kept"))
    app = try learner()
    app.press(.character("A"))
    #expect(app.rival == nil && app.notice.contains("free play"))
    app.press(.character("u"))
    #expect(app.session.attempt != nil)
  }
}
