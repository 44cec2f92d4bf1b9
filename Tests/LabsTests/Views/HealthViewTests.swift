import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

/// A run with lights on: sigmoid layers through which nothing comes back, at a tiny rate.
func ailingPreset() -> Preset {
  var preset = Preset()
  preset.network.hidden = [4, 4, 4, 4, 4, 4]
  preset.network.activation = PerLayer(.sigmoid)
  preset.network.initialization = .xavier
  return preset
}

/// A plane learned at a rate that it does not bear.
func divergingPreset() -> Preset {
  var preset = Preset()
  preset.data.recipe = "plane"
  preset.network.hidden = []
  preset.training.learningRate = 1
  return preset
}

@Suite("The view of health")
struct HealthViewTests {
  private func ailing() -> App {
    var app = App(ailingPreset())
    for _ in 0..<3 { app.press(.character("e")) }
    app.press(.character("!"))
    return app
  }

  private func diverged() -> App {
    var app = App(divergingPreset())
    app.press(.character("e"), .character("e"), .character("e"), .character("!"))
    return app
  }

  private func text(_ app: App, _ size: Size = wide) -> String {
    picture(app.view(size: size, capabilities: .full))
  }

  private func shownView(_ app: App) -> (any RunView)? {
    app.playground.map { $0.views[$0.shownView] }
  }

  private func health(_ app: App) throws -> HealthView {
    try #require(app.playground?.views.compactMap { $0 as? HealthView }.first)
  }

  @Test("Its key shows the lights, and the worst one has the word", arguments: [wide, small])
  func shows(_ size: Size) {
    let app = ailing()
    let shown = text(app, size)
    #expect(shown.contains("! Health · 1 light is on"))
    #expect(shown.contains("▸● vanishing gradient"))
    for symptom in SymptomCatalogue.all { #expect(shown.contains(symptom.name)) }
    for part in ["A typical gradient of layer 1 is", "Why ", "Try ▸", "See ", "of it."] {
      #expect(shown.contains(part), "\(part)")
    }
  }

  @Test("Arrows choose another light and another suggestion")
  func chooses() throws {
    var app = ailing()
    let health = Health(of: app.session)
    let first = try self.health(app).place(in: health)
    app.press(.down)
    #expect(try self.health(app).chosen == (first + 1) % health.lights.count)
    app.press(.up, .right)
    #expect(try self.health(app).suggestion == 1)
    for _ in 0..<health.lights.count { app.press(.down) }
    #expect(try self.health(app).chosen == first && self.health(app).suggestion == 0)
  }

  @Test("Enter opens the view with the evidence on its page")
  func evidence() throws {
    for (place, symptom) in SymptomCatalogue.all.enumerated() {
      var app = ailing()
      let here = try health(app).place(in: Health(of: app.session))
      let count = SymptomCatalogue.all.count
      for _ in 0..<((place - here + count) % count) { app.press(.down) }
      let light = Health(of: app.session).lights[place]
      #expect(light.name == symptom.name)
      app.press(.enter)
      let lab = try #require(app.playground)
      let place = ViewCatalogue.place(of: light.evidence.view)
      #expect(place == lab.shownView, "\(light.name)")
      #expect(app.notice.count <= 78 && app.notice.contains("! goes back"), "\(app.notice)")
      if let layers = lab.views[lab.shownView] as? LayersView {
        switch light.evidence {
        case .gradientsOverTime: #expect(layers.page == .overTime && layers.measure == .gradient)
        case .updatesOverTime: #expect(layers.page == .overTime && layers.measure == .update)
        case .idleOverTime: #expect(layers.page == .overTime && layers.measure == .idle)
        case .activations(let level):
          #expect(layers.page == .histograms && layers.level == level)
        default: #expect(layers.page == .now)
        }
      }
      app.press(.character("!"))
      #expect(shownView(app) is HealthView)
    }
  }

  @Test("a carries out the suggestion, and u takes it back")
  func applies() {
    var app = ailing()
    app.press(.character("a"))
    #expect(app.session.preset.network.activation == PerLayer(.relu))
    #expect(app.playground?.isTyping == false)
    app.press(.character("u"))
    #expect(app.session.preset.network.activation == PerLayer(.sigmoid))
  }

  @Test("Where nothing is lit there is nothing to apply, and it says so")
  func nothing() {
    var app = app(.character("!"))
    let before = app.session.log
    app.press(.character("a"))
    #expect(app.notice == "There is nothing to try here: the light is off.")
    app.press(.right)
    #expect(app.notice == "There is nothing to try here.")
    app.press(.character("n"))
    #expect(app.notice == "Training has not diverged: there is no post-mortem to show.")
    #expect(app.session.log == before)
  }

  @Test("Lights that are on show on every screen, and a press on them opens the view")
  func line() throws {
    for size in [wide, small] {
      var app = App(ailingPreset())
      _ = app.update(.resized(size, .full))
      for _ in 0..<3 { app.press(.character("e")) }
      #expect(text(app, size).contains(size == wide ? "! vanishing gradient" : "! 1 light: van"))
      let place = try #require(ViewCatalogue.place(of: HealthView.self))
      let canvas = app.view(size: size, capabilities: .full, answersToMouse: true)
      let spots = canvas.hotspots.filter { $0.target as? Target == .view(place) }
      // The last one: the tabs have another.
      let spot = try #require(spots.last?.area)
      app.click(Point(x: spot.x + 1, y: spot.y))
      #expect(app.playground?.shownView == place)
    }
    let well = app(.character("e"))
    #expect(!text(well).contains("! ") && !text(well, small).contains("! 1"))
  }

  @Test("The mouse chooses a light, applies a suggestion and opens the evidence")
  func mouse() throws {
    var app = ailing()
    _ = app.update(.resized(wide, .full))
    app.click(app.place { $0 as? HealthView.Spot == .light(8) })
    #expect(try health(app).chosen == 8)
    app.mouse(.wheelUp, app.place { $0 as? HealthView.Spot == .light(8) })
    #expect(try health(app).chosen == 7)
    let vanishing = try #require(
      SymptomCatalogue.all.firstIndex { $0 == VanishingGradient.self })
    app.click(app.place { $0 as? HealthView.Spot == .light(vanishing) })
    app.click(app.place { $0 as? HealthView.Spot == .suggestion(1) })
    #expect(try health(app).suggestion == 1 && app.session.log.entries.isEmpty)
    app.click(app.place { $0 as? HealthView.Spot == .suggestion(1) })
    #expect(app.session.log.entries.count == 1)
    app.press(.character("u"))
    app.click(app.place { $0 as? HealthView.Spot == .evidence })
    #expect(shownView(app) is LayersView)
  }

  @Test("A divergence has its post-mortem, and enter goes back", arguments: [wide, small])
  func postMortem(_ size: Size) throws {
    var app = diverged()
    let shown = text(app, size)
    for part in [
      "Health · why it diverged", "In epoch 1, step", "most likely the rate is too high",
      "On a copy with rate", "enter goes back to epoch 0", "Try ▸ rate 1 →",
    ] { #expect(shown.contains(part), "\(part)\n\(shown)") }
    app.press(.character("n"))
    #expect(text(app, size).contains("▸● rate too high"))
    app.press(.character("n"), .enter)
    #expect(app.session.trainer.divergence == nil && app.notice.hasPrefix("Back at step 0"))
    #expect(text(app, size).contains("! Health"))
    app.press(.character("u"))
    #expect(app.session.trainer.divergence != nil)
  }

  @Test("a goes back and tries what is suggested; backspace goes back from anywhere")
  func goesBack() throws {
    var app = diverged()
    app.press(.character("a"))
    #expect(app.session.trainer.divergence == nil)
    #expect(app.session.preset.training.learningRate < 1)
    #expect(app.session.log.entries.count == 2)
    app = diverged()
    app.press(.character("1"), .backspace)
    #expect(app.session.trainer.divergence == nil && app.notice.hasPrefix("Back at step"))
    app.press(.backspace)
    #expect(app.notice.hasPrefix("Training has not diverged"))
  }

  @Test("Every line that it tells fits", arguments: specialSessions.map(\.name))
  func lines(_ name: String) throws {
    let session = try #require(specialSessions.first { $0.name == name }).session
    let scene = Scene(session: session, isFocused: true)
    var view = HealthView()
    for _ in 0..<2 {
      for _ in SymptomCatalogue.all {
        #expect(columnWidth(view.describe(scene)) <= 78, "\(view.describe(scene))")
        let notice = view.handle(.activate, scene)?.notice ?? ""
        #expect(columnWidth(notice) <= 78, "\(notice)")
        _ = view.handle(.selectDown, scene)
      }
      _ = view.handle(.nextOption, scene)
    }
  }
}
