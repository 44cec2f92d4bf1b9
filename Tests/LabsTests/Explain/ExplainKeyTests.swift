import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("Explaining by keys and mouse")
struct ExplainKeyTests {
  private func text(_ app: App, _ size: Size = small) -> String {
    picture(app.view(size: size, capabilities: .full))
  }

  @Test("? explains what has the focus, ? again shows the keys, esc closes")
  func keys() {
    var app = app()
    app.moveFocus(to: .setting("training.learning-rate"))
    app.press(.character("?"))
    #expect(app.explaining?.topic == .setting("training.learning-rate"))
    #expect(text(app).contains("w ← ") && text(app).contains("? all keys · esc closes"))
    app.press(.character("?"))
    #expect(app.explaining == nil && app.showsHelp)
    app.press(.escape)
    #expect(!app.showsHelp)
    app.press(.function(1))
    #expect(app.showsHelp && app.explaining == nil)
    app.press(.character("?"))
    #expect(!app.showsHelp)
    app.press(.character("?"), .escape)
    #expect(app.explaining == nil && !app.showsHelp)
  }

  @Test("Tab and enter go to related things, backspace comes back")
  func walks() throws {
    var app = app()
    app.moveFocus(to: .setting("training.optimizer"))
    app.press(.character("?"))
    let related = try #require(app.card?.related)
    #expect(related.contains(.choice("adam", of: "training.optimizer")))
    app.press(.tab, .enter)
    #expect(app.explaining?.topic == related[1])
    app.press(.backspace)
    #expect(app.explaining?.topic == .setting("training.optimizer"))
    app.press(.left)
    #expect(app.explaining?.choice == related.count - 1)
    #expect(app.session.preset == Preset())
  }

  @Test("Training goes on below a card, and its numbers with it; other keys wait")
  func trains() {
    var app = app()
    app.moveFocus(to: .setting("training.learning-rate"))
    app.press(.character("?"))
    let before = app.card?.numbers
    app.press(.character("s"))
    #expect(app.session.trainer.stepCount == 1)
    #expect(app.card?.numbers != before && app.explaining != nil)
    app.press(.character("d"), .character("]"))
    #expect(app.session.preset == Preset())
    #expect(app.notice == "A card is open: esc closes it; s, e and space train on below it.")
    app.press(.character(":"))
    #expect(app.palette != nil && app.explaining == nil)
  }

  @Test("A part of the network and a view are explained while they have the focus")
  func parts() {
    var app = app(.character("i"), .enter, .character("?"))
    #expect(
      app.explaining?.topic == .part(.bias(level: 0, unit: 0))
        || app.explaining?.topic == .part(.weight(level: 0, unit: 0, input: 0)))
    app.press(.escape, .character("4"), .character("?"))
    #expect(app.explaining?.topic == .view(3))
    #expect(text(app).contains("C = 1/n Σ Cₓ after every epoch"))
  }

  @Test("What the pointer is on goes before the focus, until a key is pressed")
  func pointer() {
    var app = App(Preset())
    _ = app.update(.resized(wide, .full))
    let canvas = app.view(size: wide, capabilities: .full, answersToMouse: true)
    func place(_ topic: Topic) -> Point? {
      for y in 0..<wide.height {
        for x in 0..<wide.width {
          let target = canvas.hotspot(at: Point(x: x, y: y))?.target as? Target
          if target?.topic == topic { return Point(x: x, y: y) }
        }
      }
      return nil
    }
    for quantity in [
      Quantity.epoch, .step, .speed, .state, .preset, .loss, .test, .accuracy,
      .parameters, .points, .batchLoss,
    ] {
      guard let point = place(.quantity(quantity)) else {
        Issue.record("\(quantity) is nowhere")
        continue
      }
      _ = app.update(.mouse(MouseEvent(.hover, button: .none, at: point)))
      app.press(.character("?"))
      #expect(app.explaining?.topic == .quantity(quantity))
      app.press(.escape)
      _ = app.update(.mouse(MouseEvent(.press, button: .left, at: point)))
      #expect(app.explaining?.topic == .quantity(quantity))
      _ = app.update(.mouse(MouseEvent(.release, button: .left, at: point)))
      app.press(.escape)
    }
    guard let point = place(.setting("training.loss")) else {
      Issue.record("the loss is nowhere")
      return
    }
    _ = app.update(.mouse(MouseEvent(.hover, button: .none, at: point)))
    app.press(.tab, .character("?"))
    #expect(app.explaining?.topic != .setting("training.loss"))
  }

  @Test("A card of what is gone closes")
  func gone() {
    var app = app()
    app.moveFocus(to: .units(1))
    app.press(.character("?"))
    #expect(app.explaining?.topic == .units(layer: 1))
    var preset = Preset()
    preset.network.hidden = []
    preset.network.fitLayers()
    _ = app.update(.opened(preset))
    #expect(app.explaining == nil)
  }
}
