import Datasets
import Drawing
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("Random keys, clicks and texts")
struct MonkeyTests {
  /// The default preset on every data set, and with the largest network.
  private static let presets: [Preset] = {
    guard let setting = SettingCatalogue.keyed("data.set"),
      case .choice(let names) = setting.domain(in: Preset())
    else { return [] }
    var large = Preset()
    large.network.hidden = Array(
      repeating: SettingCatalogue.unitLimit, count: SettingCatalogue.layerLimit)
    large.network.fitLayers()
    return names.map { name in
      var preset = Preset()
      preset.data.recipe = name
      return preset
    } + [large, large]
  }()

  private var told: Comment { "PERCEPT_MONKEY_SEED=\(MonkeySeed.value)" }

  /// An app after so many random messages, with its monkey.
  private func run(
    _ number: Int, messages: Int, presets: [Preset], look: (App, inout Monkey) -> Void = { _, _ in }
  ) -> App {
    var monkey = Monkey(UInt64(number))
    var app = App(Preset())
    _ = app.update(.resized(small, .full))
    var count = 0
    while count < messages {
      for message in monkey.next(on: app.size, presets: presets) {
        _ = app.update(message)
        count += 1
        if count % 50 == 0 { look(app, &monkey) }
      }
    }
    return app
  }

  /// Whether a session is what its log says, to the last bit.
  private func expectReplay(_ session: Session) {
    let again = Session(replaying: session.log, steps: session.totalSteps)
    #expect(Checkpoint.bytes(of: again) == Checkpoint.bytes(of: session), told)
  }

  @Test("Whatever comes, pictures stay in their place and logs tell all", arguments: 0..<5)
  func anything(_ number: Int) {
    print("PERCEPT_MONKEY_SEED=\(MonkeySeed.value), run \(number)")
    var app = run(number, messages: 4000, presets: Self.presets) { app, monkey in
      let size = monkey.anySize()
      let canvas = app.view(size: size, capabilities: monkey.anyCapabilities())
      #expect(canvas.size == size)
      if let cursor = canvas.cursor { #expect(canvas.bounds.contains(cursor), told) }
      expectInside(app, monkey.anyCapabilities())
    }
    for session in app.earlier + [app.session] { expectReplay(session) }
    var count = 0
    while app.session.undoTitle != nil, count < 1000 {
      _ = app.update(.key(.escape))
      _ = app.session.undo()
      count += 1
    }
    #expect(app.session.undoTitle == nil, told)
    expectReplay(app.session)
    _ = app.view(size: wide, capabilities: .full)
  }

  @Test("Undone to the start, the settings are those of the start", arguments: 0..<20)
  func undone(_ number: Int) {
    // Few enough that none is forgotten.
    var app = run(100 + number, messages: 80, presets: [])
    for _ in 0..<100 where app.session.undoTitle != nil { _ = app.session.undo() }
    #expect(app.session.preset == app.session.log.start, told)
    let log = app.session.log
    #expect(app.session.dataset.allPoints == Session(log.start).dataset.allPoints, told)
  }

  /// Whether the lab keeps to its rectangle.
  private func expectInside(_ app: App, _ capabilities: Capabilities) {
    let area = Rectangle(x: 2, y: 1, width: 80, height: 21)
    var canvas = Canvas(size: Size(width: 84, height: 23), capabilities: capabilities)
    canvas.fill(canvas.bounds, with: Cell("@"))
    canvas.fill(area, with: .blank)
    app.lab.view(app.session, in: area, on: &canvas)
    for y in 0..<canvas.size.height {
      for x in 0..<canvas.size.width where !area.contains(Point(x: x, y: y)) {
        guard canvas[x, y] != Cell("@") else { continue }
        Issue.record("drawn outside at \(x), \(y); \(told)")
        return
      }
    }
  }
}
