import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

private func text(_ app: App, _ size: Size = wide) -> String {
  picture(app.view(size: size, capabilities: .full))
}

@Suite struct NumbersPanelTests {
  @Test func validationRateAndEarlyStoppingAreShownWhereTheyAreAtWork() {
    let plain = text(app())
    for name in ["valid. loss", "valid. acc", "next rate", "best epoch", "waited"] {
      #expect(!plain.contains(name))
    }
    var preset = Preset()
    preset.data.validation = 20
    preset.training.warmUp = 5
    preset.training.patience = 7
    let app = app(.character("e"), preset: preset)
    let rich = text(app)
    for name in ["valid. loss", "valid. acc", "best epoch", "waited        0 of 7"] {
      #expect(rich.contains(name), "\(name)")
    }
    let rate = format(Double(app.session.trainer.learningRate), significantDigits: 4)
    #expect(rate != "0.03" && rich.contains("next rate     \(rate)"))
  }

  @Test func aPenaltyIsShownBeforeTheCounts() {
    var preset = Preset()
    preset.training.l1 = 0.01
    let lines = text(app(preset: preset)).split(separator: "\n")
    let penalty = lines.firstIndex { $0.contains("│ penalty") }
    let parameters = lines.firstIndex { $0.contains("│ parameters") }
    #expect(penalty != nil && parameters != nil && (penalty ?? 0) < (parameters ?? 0))
  }
}

@Suite struct WarningTests {
  private var risky: Preset {
    var preset = Preset()
    preset.training.learningRate = 1
    preset.training.l2 = 10
    return preset
  }

  /// The words of a screen's lines from a warning's sign on, up to the box's edge.
  private func warning(_ app: App, _ size: Size) -> String {
    let lines = text(app, size).split(separator: "\n").map(String.init)
    guard let first = lines.firstIndex(where: { $0.contains("! ") }) else { return "" }
    let column = lines[first].distance(
      from: lines[first].startIndex, to: lines[first].firstIndex(of: "!") ?? lines[first].endIndex)
    return lines[first...].prefix(3).map { line in
      line.dropFirst(column + 2).prefix { $0 != "│" }.split(separator: " ").joined(separator: " ")
    }.joined(separator: " ")
  }

  @Test(arguments: [wide, small, Size(width: 200, height: 60), Size(width: 110, height: 35)])
  func whatMustDivergeIsSaidBeforeItRunsAndAsLongAsItHolds(_ size: Size) {
    let words = "rate × L2 is 10: from 2 on the weights must diverge."
    var app = app(preset: risky)
    #expect(warning(app, size).hasPrefix(words))
    let canvas = app.view(size: size, capabilities: .full)
    let color = Palette(.full).warning
    #expect(canvas.cells.contains { $0.glyph == "!" && $0.foreground == color })
    for key in [Key.tab, .character("t"), .character("s"), .character("m")] {
      app.press(key)
      #expect(warning(app, size).hasPrefix(words))
    }
    app.moveFocus(to: .setting("training.l2"))
    app.press(.left, .left, .left)
    #expect(!text(app, size).contains("must diverge"))
  }

  @Test func aSmallScreenShowsTheFirstAndCountsTheOthers() {
    var preset = risky
    preset.training.patience = 5
    let app = app(preset: preset)
    #expect(text(app, small).contains("weights must diverge. (+ 1)"))
    let lines = text(app, wide)
    #expect(lines.contains("! rate × L2 is 10") && lines.contains("! Patience does nothing"))
  }
}
