import Drawing
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("Questions of an exercise")
struct QuestionTests {
  @Test("Whatever asks for training asks the first prediction instead", arguments: [" ", "s", "e"])
  func asksFirst(_ key: Character) throws {
    let app = try learner(keys: .character(key))
    #expect(app.learning?.box?.question.id == "p1")
    #expect(!app.isRunning && app.demand == .none && app.session.totalSteps == 0)
    #expect(app.notice.contains("predictions"))
  }

  @Test("Training by the microscope and by luck waits as well")
  func noWayRound() throws {
    var app = try learner(keys: .character("9"), .enter)
    for _ in 0..<20 { app.press(.character("s")) }
    if app.learning?.box != nil { app.press(.escape) }
    app.press(.escape, .character("U"), .enter)
    #expect(app.session.totalSteps == 0)
    #expect(app.notice.hasPrefix("First the predictions"))
    #expect(app.works == WorkList())
  }

  @Test("A letter, a digit, an arrow or a press chooses; only then enter takes it")
  func choosing() throws {
    for keys in [[Key.character("b")], [.character("2")], [.down, .down], [.up, .up]] {
      var app = try learner(keys: .character("Q"))
      app.press(.enter)
      #expect(app.learning?.box?.refusal.isEmpty == false && app.session.log.entries.isEmpty)
      app.press(keys)
      #expect(app.learning?.box?.choice == 1, "\(keys)")
      #expect(app.session.attempt?.answers.isEmpty == true)
      app.press(.enter)
      #expect(app.session.attempt?.answers.map(\.value) == ["b"])
    }
  }

  @Test("A press on a line chooses it, a second one takes it", arguments: [wide, small])
  func pressing(_ size: Size) throws {
    var app = try learner(size: size, keys: .character("Q"))
    let spots = app.view(size: size, capabilities: .full, answersToMouse: true).hotspots
    let area = try #require(spots.first { $0.target as? Target == .answer(1) }).area
    let event = MouseEvent(.press, button: .left, at: Point(x: area.x + 1, y: area.y))
    _ = app.update(.mouse(event))
    #expect(app.learning?.box?.choice == 1 && app.session.attempt?.answers.isEmpty == true)
    _ = app.update(.mouse(event))
    #expect(app.session.attempt?.answers.map(\.value) == ["b"])
    #expect(app.learning?.box?.question.id == "p2")
    _ = app.update(.mouse(MouseEvent(.press, button: .left, at: Point(x: 1, y: 1))))
    #expect(app.learning?.box == nil)
  }

  @Test("A number is typed; what is none is refused with what was expected")
  func typing() throws {
    var app = try learner(keys: .character("Q"), .character("b"), .enter)
    for text in ["", "x", "1e", "--2", "nan"] {
      app.type(text)
      app.press(.enter)
      #expect(app.learning?.box?.refusal.contains("number") == true, "“\(text)”")
      #expect(app.session.attempt?.answers.count == 1)
      app.press(.control("u"))
    }
    app.type("-2,5e-1")
    app.press(.enter)
    #expect(app.session.attempt?.answers.map(\.value) == ["b", "-0.25"])
    #expect(app.learning?.box == nil && app.notice.contains("space plays"))
  }

  @Test("Escape leaves a question open, and nothing else gets through the box")
  func escaping() throws {
    var app = try learner(keys: .character("Q"))
    for binding in KeyMap.bindings where !binding.keys.contains(.control("c")) {
      for key in binding.keys where key != .escape && key != .character("q") && key != .enter {
        app.press(key)
        #expect(app.learning?.box != nil, "\(binding.label) closes it")
      }
    }
    #expect(app.session.log.entries.isEmpty)
    app.press(.escape)
    #expect(app.learning?.box == nil && app.session.attempt?.openQuestion?.id == "p1")
    #expect(app.press(.control("c")) == .quit)
  }

  @Test("An answer can't be changed: not by asking again, by undo, by going back in time or anew")
  func unchangeable() throws {
    var app = try learner()
    app.predict()
    app.press(.character("u"), .character("Q"), .character("r"), .home, .control("r"))
    let answers = app.session.attempt?.answers.map(\.value)
    #expect(answers == ["b", "2"])
    let outcome = app.session.apply(.answer(question: "p1", value: "a"))
    #expect(outcome.effect == .refused)
    app.press(.character("Q"))
    #expect(app.learning?.box == nil && app.notice.contains("once the goals"))
  }

  @Test("Where it is to be told at once, right or wrong is told before going on")
  func tellsAtOnce() throws {
    // Without training there is no end to wait for.
    let opened = try exercise { $0.allow = ["edit-weights"] }
    var app = try learner(exercise: opened)
    app.press(.character("Q"), .character("a"), .enter)
    #expect(app.learning?.box?.given == "a")
    var text = picture(app.view(size: small, capabilities: .full))
    #expect(text.contains("Not so") && text.contains("b) a straight line"))
    app.press(.character("b"), .enter, .character("2"), .enter)
    text = picture(app.view(size: small, capabilities: .full))
    #expect(text.contains("✓ Right: 2") && text.contains("One for each input."))
    #expect(app.session.attempt?.answers.map(\.value) == ["a", "2"])
  }

  @Test("A question for afterwards is offered when the goals are reached")
  func afterwards() throws {
    var app = try learner()
    app.predict()
    app.takeTheRightRate()
    app.trainToTheEnd()
    #expect(app.notice.contains("Q asks what you saw"))
    #expect(picture(app.view(size: wide, capabilities: .full)).contains("Q answer"))
    app.press(.character("Q"), .character("c"), .enter)
    #expect(app.session.attempt?.isPassed == true)
  }
}
