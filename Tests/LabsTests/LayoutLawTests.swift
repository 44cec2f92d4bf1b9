import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

@Suite("No line is longer than its place")
struct LineLengthTests {
  /// The columns of the line above the keys on the smallest screen.
  private static let room = 78

  private func check(_ text: String, _ place: String) {
    #expect(columnWidth(text) <= Self.room, "\(place): \(columnWidth(text)) columns: \(text)")
  }

  /// Presets that between them have every choice of every setting.
  private static var presets: [Preset] {
    var presets: [Preset] = [Preset()]
    var rich = Preset()
    rich.data.recipe = Blobs.name
    rich.training.loss = .crossEntropy
    rich.training.l1 = 0.1
    rich.training.l2 = 0.1
    rich.training.warmUp = 3
    presets.append(rich)
    for base in presets {
      for choice in SettingCatalogue.all {
        var domain = choice.domain(in: base)
        if case .perLayer(let element, _) = domain { domain = element }
        guard case .choice(let names) = domain else { continue }
        for name in names {
          var trial = base
          if (try? choice.set(name, in: &trial)) != nil, (try? trial.validate()) != nil {
            presets.append(trial)
          }
        }
      }
    }
    return presets
  }

  @Test("What is said about a control fits, whatever is chosen")
  func controls() {
    var told: Set<String> = []
    for preset in Self.presets {
      let session = Session(preset)
      for panel in ControlPanel.allCases {
        for control in panel.controls(session) {
          let text = control.line(session)
          if told.insert(text).inserted { check(text, "\(control)") }
        }
      }
    }
    #expect(told.count > 80)
  }

  @Test("What is said about a part of the network fits")
  func parts() {
    var preset = Preset()
    preset.network.hidden = [16, 16, 16, 16, 16, 16]
    preset.network.fitLayers()
    preset.features = Feature.allCases
    var session = Session(preset)
    session.apply(.setParameter(index: 0, value: -1.234567e-12))
    for level in session.trainer.network.levels.indices {
      session.apply(.freezeLayer(level: level))
    }
    let walk = PartWalk(session)
    for (level, shape) in session.trainer.network.levels.enumerated() {
      for unit in [0, shape.units - 1] {
        check(NetworkPart.unit(level: level, unit: unit).describe(session), "unit")
        for part in walk.parameters(level, unit) { check(part.describe(session), "\(part)") }
      }
    }
    for input in preset.features.indices {
      check(NetworkPart.input(input).describe(session), "input \(input)")
    }
  }

  @Test("What a view says fits, whichever key was pressed", arguments: ViewCatalogue.all.indices)
  func views(_ index: Int) {
    for (name, session) in specialSessions {
      let scene = scene(session)
      var view: any RunView = ViewCatalogue.all[index].init()
      check(view.describe(scene), name)
      for intent in [
        Intent.increase, .selectDown, .nextOption, .increase, .selectDown, .activate, .switchAxis,
        .zoomIn, .nextOption, .selectUp, .decrease, .zoomOut, .previousOption, .zero, .freeze,
        .nudgeUp, .kill, .back,
      ] {
        let reply = view.handle(intent, scene)
        check(view.describe(scene), "\(name), after \(intent)")
        if let notice = reply?.notice { check(notice, "\(name), \(intent)") }
      }
    }
  }

  @Test("What a key answers fits", arguments: Situation.allCases)
  func notices(_ situation: Situation) {
    let start = situation.app
    for binding in KeyMap.bindings {
      guard binding.mode == .always || situation == .drawing else { continue }
      for key in binding.keys {
        var app = start
        app.press(key)
        check(app.notice, "\(binding.help)")
        check(app.lab.describe(app.session), "after \(binding.help)")
      }
    }
  }

  @Test("The keys of the help have room on the smallest screen")
  func help() {
    let keys = KeyMap.helpLines.map { columnWidth($0.keys) }.max() ?? 0
    for line in KeyMap.helpLines {
      #expect(columnWidth(line.text) + keys + 2 <= 72, "\(line.text)")
    }
  }
}

@Suite("Boxes stand side by side")
struct BoxLawTests {
  private static let sizes = [(80, 24), (100, 30), (120, 40), (200, 60)].map {
    Size(width: $0, height: $1)
  }
  private static let corners: [[Character]] = [["╭", "╮", "╰", "╯"], ["┏", "┓", "┗", "┛"]]

  /// What is wrong with the boxes of a picture; nil if every corner has its three others and no
  /// side is broken by something that was drawn over it.
  private func fault(_ canvas: Canvas) -> String? {
    var counts: [Character: Int] = [:]
    for cell in canvas.cells {
      if let glyph = cell.glyph { counts[glyph, default: 0] += 1 }
    }
    for kind in Self.corners {
      let numbers = kind.map { counts[$0] ?? 0 }
      if Set(numbers).count > 1 { return "\(kind) stand \(numbers) times" }
    }
    for y in 0..<canvas.size.height {
      for x in 0..<canvas.size.width {
        for kind in Self.corners where canvas[x, y].glyph == kind[0] {
          if let fault = fault(canvas, Point(x: x, y: y), kind) { return fault }
        }
      }
    }
    return nil
  }

  private func fault(_ canvas: Canvas, _ corner: Point, _ kind: [Character]) -> String? {
    let side: Character = kind[0] == "╭" ? "│" : "┃"
    let place = "box at \(corner.x), \(corner.y)"
    var right = corner.x + 1
    while right < canvas.size.width, canvas[right, corner.y].glyph != kind[1] {
      if canvas[right, corner.y].glyph == kind[0] { return "\(place) is covered" }
      right += 1
    }
    var bottom = corner.y + 1
    while bottom < canvas.size.height, canvas[corner.x, bottom].glyph == side,
      canvas[right, bottom].glyph == side
    {
      bottom += 1
    }
    guard canvas[corner.x, bottom].glyph == kind[2], canvas[right, bottom].glyph == kind[3] else {
      return "\(place), right side at \(right): broken in row \(bottom)"
    }
    return nil
  }

  private func check(_ app: App, _ what: String) {
    for size in Self.sizes {
      let canvas = app.view(size: size, capabilities: .full)
      if let fault = fault(canvas) {
        Issue.record("\(what) at \(size.width)×\(size.height): \(fault)\n\(picture(canvas))")
      }
    }
  }

  @Test("Every view with every panel and beside every view", arguments: ViewCatalogue.all.indices)
  func views(_ index: Int) {
    var app = App(Preset())
    app.press(.character("e"), .character("e"), .character(ViewCatalogue.all[index].key))
    check(app, "view")
    for panel in ControlPanel.allCases {
      app.press(.tab)
      check(app, "\(app.playground?.panel ?? panel)")
    }
    for _ in ViewCatalogue.all.indices {
      app.press(.character("v"))
      check(app, app.notice)
    }
    for key in ["S", "B"] as [Character] {
      app.press(.character(key))
      check(app, "\(key)")
      app.press(.character(key))
    }
  }

  @Test("Every special session", arguments: ["m", "mm", "mmm"])
  func sessions(_ below: String) {
    for (name, session) in specialSessions {
      var app = App(session)
      app.type(below)
      check(app, name)
      for _ in ControlPanel.allCases {
        app.press(.tab)
        check(app, name)
      }
    }
  }

  @Test("A box that covers a corner is noticed")
  func notices() {
    var canvas = blank(20, 8)
    canvas.drawBox(Rectangle(x: 1, y: 1, width: 9, height: 5), accent: .standard)
    canvas.drawBox(Rectangle(x: 11, y: 1, width: 6, height: 4), focused: true, accent: .standard)
    #expect(fault(canvas) == nil)
    var covered = canvas
    covered.write("text", at: Point(x: 8, y: 2))
    #expect(fault(covered) != nil)
    covered = canvas
    covered.drawBox(Rectangle(x: 8, y: 3, width: 6, height: 4), accent: .standard)
    #expect(fault(covered) != nil)
  }
}
