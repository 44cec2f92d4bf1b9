import Drawing
import Foundation
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

/// An app that has something of everything on its screen.
private func rich(_ preset: Preset = Preset()) -> App {
  var app = App(preset)
  app.press(.character("e"), .character("e"), .character("t"), .character("]"))
  return app
}

@Suite struct ViewTests {
  @Test(arguments: allCapabilities)
  func drawsAtAnySizeWithAnyCapabilities(_ capabilities: Capabilities) {
    let app = rich()
    for size in [
      (0, 0), (1, 1), (20, 5), (79, 24), (80, 23), (80, 24), (81, 25), (100, 30), (109, 34),
      (110, 35), (120, 40), (200, 60), (300, 24), (80, 100),
    ] {
      let canvas = app.view(
        size: Size(width: size.0, height: size.1), capabilities: capabilities)
      #expect(canvas.size == Size(width: size.0, height: size.1))
      if capabilities.glyphs == .ascii {
        #expect(canvas.cells.allSatisfy { $0.glyph?.isASCII ?? true })
      }
    }
  }

  @Test func everyPresetIsDrawnAtBothSizes() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("presets")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    for file in files where file.hasSuffix(".yaml") {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      let app = rich(try Preset(yaml: text))
      for size in [wide, small] {
        let text = picture(app.view(size: size, capabilities: .full))
        #expect(text.contains("Output") && text.contains("Loss"), "\(file)")
        #expect(text.contains(app.session.preset.title), "\(file)")
      }
    }
  }

  @Test func nothingBecomesAQuestionMarkInASCII() throws {
    var preset = Preset()
    preset.training.loss = .crossEntropy
    for control in ControlPanel.allCases.flatMap({ $0.controls(Session(preset)) }) {
      var app = App(preset)
      app.moveFocus(to: control)
      for size in [wide, small] {
        let text = picture(
          app.view(size: size, capabilities: Capabilities(depth: .mono, glyphs: .ascii)))
        // The key line's own key is the only one.
        let lines = text.split(separator: "\n").filter { $0.contains("?") }
        #expect(lines.count == 1, "\(control): \(lines)")
      }
    }
  }

  @Test func everyClassIsNamedInTheLegendOfASmallScreen() {
    var preset = Preset()
    preset.data.recipe = "blobs"
    preset.data.classes = 6
    preset.training.loss = .crossEntropy
    let text = picture(App(preset).view(size: small, capabilities: .full))
    #expect(text.contains("○ 1  ● 2  ▲ 3  ■ 4  ◆ 5  ✚ 6"))
  }

  @Test(arguments: [wide, small])
  func theValidationLossIsACurveOfItsOwnWhereThereIsOne(_ size: Size) {
    var preset = Preset()
    preset.data.noise = 40
    let without = picture(rich(preset).view(size: size, capabilities: .full))
    #expect(!without.contains("validation ·"))
    preset.data.validation = 20
    let text = picture(rich(preset).view(size: size, capabilities: .full))
    #expect(text.contains(size == wide ? "validation ····  test" : "validation · test"))
    #expect(text.contains(size == wide ? "train ━━━━  val" : "train ━ val"))
  }

  @Test func thePanelNamesOfASmallScreenLeaveNoHalfNote() {
    var app = App(Preset())
    for _ in 0..<4 { app.press(.character("]")) }
    for _ in 0..<6 { app.press(.character("}")) }
    let text = picture(app.view(size: small, capabilities: .full))
    #expect(text.contains("┗ Data Net Layers Learn Overfit View ━━┛"))
    app.press(.tab)
    #expect(picture(app.view(size: small, capabilities: .full)).contains("↓━┛"))
  }

  @Test func aScreenTooSmallSaysSo() {
    let canvas = App(Preset()).view(size: Size(width: 79, height: 24), capabilities: .full)
    let text = picture(canvas)
    #expect(text.contains("This screen is too small for Percept."))
    #expect(text.contains("It has 79×24 cells; 80×24 are needed."))
    #expect(text.contains("press q to quit"))
  }

  @Test func theMapChangesWhileItTrains() {
    var app = App(Preset())
    let before = app.view(size: wide, capabilities: .full)
    app.press(.character("e"))
    let after = app.view(size: wide, capabilities: .full)
    // The right half holds the map, apart from title and key line.
    let changed = (1..<26).contains { y in
      (75..<115).contains { x in before[x, y].background != after[x, y].background }
    }
    #expect(changed)
  }

  /// The screens as text; `PERCEPT_RECORD=1 swift test` writes them anew, to be read as a change.
  @Test(arguments: [
    "start-120x40", "start-80x24", "start-80x24-ascii", "trained-120x40", "trained-80x24",
    "trained-80x24-2", "trained-80x24-3", "metrics-120x40", "metrics-80x24", "layers-120x40",
    "layers-80x24-ascii", "layers-80x24",
  ])
  func looksAsItDid(_ name: String) throws {
    var app = App(Preset())
    if name.hasPrefix("trained") {
      for _ in 0..<100 { app.press(.character("e")) }
      if let digit = name.last, name.dropLast().last == "-" { app.press(.character(digit)) }
    }
    if name.hasPrefix("metrics") { app.press(.character("e"), .character("m")) }
    if name.hasPrefix("layers") { app.press(.character("e"), .character("m"), .character("m")) }
    let canvas = app.view(
      size: name.contains("120x40") ? wide : small,
      capabilities: Capabilities(depth: .mono, glyphs: name.hasSuffix("ascii") ? .ascii : .braille))
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots/\(name).txt")
    let text = picture(canvas) + "\n"
    if ProcessInfo.processInfo.environment["PERCEPT_RECORD"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test func readmeShowsTheScreenAsItIs() throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let readme = tests.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    for name in ["trained-80x24", "trained-80x24-2", "trained-80x24-3"] {
      let snapshot = tests.appendingPathComponent("Snapshots/\(name).txt")
      #expect(text.contains(try String(contentsOf: snapshot, encoding: .utf8)), "\(name)")
    }
  }
}
