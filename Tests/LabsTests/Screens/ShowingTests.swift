import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("Typing what is asked for")
struct TypingTests {
  private func typing(_ key: Character, _ text: String) -> App {
    var app = App(Preset())
    app.press(.character(key))
    app.type(text)
    return app
  }

  @Test("a takes a formula as an input, and says what is wrong with one")
  func formula() throws {
    var app = typing("a", "sin(x1*x2)")
    #expect(picture(app.screen).contains("Formula of x1 and x2: sin(x1*x2)_"))
    app.press(.enter)
    #expect(app.session.preset.features.count == 3)
    let formula = try #require(app.session.preset.features.last)
    #expect(formula.isFormula)
    app.moveFocus(to: .feature(formula))
    app.press(.character("u"))
    #expect(app.session.preset.features == [.x1, .x2])
    for text in ["sin(", "x3", "", "x1+"] {
      var wrong = typing("a", text)
      wrong.press(.enter)
      #expect(!wrong.notice.isEmpty && wrong.playground?.isTyping == true, "\(text)")
      #expect(wrong.session.preset.features == [.x1, .x2])
      wrong.press(.escape)
      #expect(wrong.playground?.isTyping == false)
    }
  }

  @Test("O opens, W saves, R records, each by a command to the outside")
  func commands() {
    var app = typing("O", " my table.csv ")
    #expect(app.press(.enter) == .open("my table.csv"))
    app = typing("W", "points.csv")
    #expect(app.press(.enter) == .save(text: app.session.pointsCSV(), path: "points.csv"))
    app = typing("R", "run.cast")
    #expect(app.press(.enter) == .record("run.cast"))
    // Whether it runs is what the outside says, not what was asked for.
    #expect(!app.isRecording)
    _ = app.update(.recording(true))
    #expect(app.press(.character("R")) == .record(nil))
    _ = app.update(.recording(false))
    app.press(.character("R"))
    #expect(app.playground?.isTyping == true)
  }

  @Test("An empty name does nothing and says so", arguments: ["O", "W", "R"] as [Character])
  func nothingTyped(_ key: Character) {
    var app = typing(key, "  ")
    #expect(app.press(.enter) == nil)
    #expect(app.notice == "Nothing was typed, so nothing was done.")
    app = typing(key, "name")
    #expect(app.press(.escape) == nil)
    #expect(app.playground?.isTyping == false)
  }

  @Test("What the outside says is shown")
  func told() {
    var app = App(Preset())
    _ = app.update(.told("Wrote 500 points."))
    #expect(picture(app.screen).contains(" Wrote 500 points."))
  }

  @Test("The end of a long text is seen while it is typed")
  func longText() {
    let app = typing("O", String(repeating: "folder/", count: 20) + "last.csv")
    let line = picture(app.view(size: small, capabilities: .full)).split(separator: "\n")
      .dropLast().last
    #expect(line?.hasSuffix("last.csv_") == true, "\(line ?? "")")
  }
}

@Suite("Presets that are opened")
struct OpeningTests {
  @Test("A preset takes the place of the session, and u goes back to it")
  func opens() {
    var app = App(Preset())
    app.press(.character("e"), .character("e"), .character(" "))
    let before = app.session.trainer.network.parameters
    var other = Preset()
    other.data.recipe = "xor"
    other.title = "Another"
    _ = app.update(.opened(other))
    #expect(app.session.preset == other && !app.isRunning)
    #expect(app.notice == "Opened Another; u goes back to what was there before.")
    app.press(.character("]"), .character("u"))
    #expect(app.session.preset == other)
    app.press(.character("u"))
    #expect(app.session.trainer.network.parameters == before)
    #expect(app.session.trainer.epochCount == 2)
    app.press(.character("u"))
    #expect(app.notice == "Nothing to undo.")
  }

  @Test("Opening settles whatever was going on")
  func settles() {
    for keys in [[Key.character("p")], [.character("i"), .right], [.character("a")]] {
      var app = App(Preset())
      app.press(keys)
      var other = Preset()
      other.network.hidden = []
      other.network.fitLayers()
      _ = app.update(.opened(other))
      #expect(app.playground?.brush == nil && app.playground?.part == nil)
      #expect(app.playground?.isTyping == false)
      #expect(app.playground?.panel.controls(app.session).contains(.layers) == true)
      _ = app.screen
    }
  }
}

@Suite("Speed, theme, mouse and what an audience sees")
struct ShowingTests {
  @Test("Speed goes from single steps to unlimited, and the title says so")
  func speed() {
    var app = App(Preset())
    app.press(.character(" "))
    var demands: [Demand] = []
    for _ in 0..<5 {
      app.press(.character("-"))
      demands.append(app.demand)
      #expect(picture(app.screen).split(separator: "\n")[0].contains(app.speed.title))
      #expect(app.notice == app.speed.description)
    }
    #expect(demands == [125, 25, 4, 1, 1].map { .stepsPerSecond($0) })
    #expect(app.speed.title == "slow: 1 step/s")
    var rates: [Double] = []
    for _ in 0..<12 {
      if case .stepsPerSecond(let rate) = app.demand { rates.append(rate) }
      app.press(.character("+"))
    }
    #expect(rates == rates.sorted() && Set(rates).count == rates.count && rates.count == 11)
    #expect(app.demand == .unlimited)
  }

  @Test("T asks for each theme in turn")
  func themes() {
    var seen: [Theme] = []
    var app = App(Preset())
    var capabilities = Capabilities.full
    for _ in Theme.allCases {
      _ = app.update(.resized(wide, capabilities))
      guard case .prefer(.theme(let theme)) = app.press(.character("T")) else {
        Issue.record("T asks for no theme")
        return
      }
      seen.append(theme)
      capabilities.theme = theme
    }
    #expect(Set(seen) == Set(Theme.allCases) && seen.last == Capabilities.full.theme)
  }

  @Test("The spotlight gives one view the whole screen", arguments: ViewCatalogue.all.indices)
  func spotlight(_ index: Int) {
    var app = App(Preset())
    app.press(.character(ViewCatalogue.all[index].key), .character("S"))
    let text = picture(app.screen)
    #expect(text.split(separator: "\n")[1].hasPrefix("┏"))
    #expect(!text.contains(" Learning ") && !text.contains(" Data "))
    app.press(.escape)
    #expect(picture(app.screen).contains(" Learning "))
    app.press(.character("S"), .character("S"))
    #expect(picture(app.screen).contains(" Learning "))
  }

  @Test("In the demo the epoch stands in big digits, at every size")
  func demo() {
    for size in [small, wide] {
      var app = App(Preset())
      app.press(.character("B"))
      let before = app.view(size: size, capabilities: .full)
      #expect(picture(before).contains("test accuracy %"))
      #expect(!picture(before).contains(" Learning "))
      app.press(.character("e"))
      #expect(app.view(size: size, capabilities: .full) != before)
      app.press(.escape)
      #expect(!picture(app.view(size: size, capabilities: .full)).contains("test accuracy %"))
    }
  }

  @Test("The caption shows what the preset says about itself")
  func caption() {
    var preset = Preset()
    preset.summary = "A ring around a disc."
    var app = App(preset)
    app.press(.character("C"))
    #expect(picture(app.screen).contains("A ring around a disc."))
    app.press(.character("C"))
    #expect(!picture(app.screen).contains("A ring around a disc."))
    app = App(Preset())
    app.press(.character("C"))
    #expect(app.screen != App(Preset()).screen)
  }
}
