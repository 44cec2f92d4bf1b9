import Drawing
import Engine
import Lessons
import Sweeps
import Testing

@testable import CLI

@Suite("The tables of sweeps")
struct SweepTableTests {
  private static let parameters = [
    ("training.optimizer", ["momentum", "rmsprop"]), ("training.momentum", ["0.5", "0.9"]),
    ("training.learning-rate", ["0.00662", "0.000371"]),
    ("training.l2", ["0.000239", "0.00000123"]), ("network.activation", ["relu", "tanh"]),
  ]

  /// A finished sweep over five parameters with three seeds; with the median one seed is far off.
  private static func report(_ reduction: String = "mean", lost: Int? = nil) throws -> SweepReport {
    let lines = parameters.map { "  \($0.0): [\($0.1.joined(separator: ", "))]" }
    let text = """
      sweep: 1
      name: Five settings, each with two values
      base: usual
      method: grid
      parameters:
      \(lines.joined(separator: "\n"))
      seeds: 3
      epochs: 150
      objective: {measure: test-loss, seeds: \(reduction)}
      """
    let spec = try SweepSpec(yaml: text) { _ throws(UnreadableBase) in Preset() }
    let trials = SweepTrials(plan: SweepPlan(spec))
    // Nothing is trained: a failed result is the only one that can be made here.
    var schedule = Schedule(trials.plan)
    while let job = schedule.next() {
      var preset = try trials.preset(job)
      preset.data.samples = 10
      preset.network.hidden = [1]
      preset.network.fitLayers()
      let run = TrialRun(preset, epochs: 0, spec.objective)
      schedule.take(job.configuration == lost ? .failed("no") : run.result, of: job)
    }
    return SweepReport(schedule)
  }

  @Test("No line is wider than the terminal, and the value and its spread are always there")
  func widths() throws {
    let view = SweepView(try Self.report(lost: 3))
    for width in [40, 60, 70, 80, 100, 120, 200] {
      let lines = view.ranking(top: 40, width: width).split(separator: "\n").map(String.init)
      let heading = lines.prefix { !$0.hasPrefix("   1") }.joined(separator: "\n")
      #expect(heading.contains("mean") && heading.contains("±"), "\(width)\n\(heading)")
      #expect(lines.allSatisfy { columnWidth($0) <= width }, "\(width)")
      let whole = lines.contains { $0.hasSuffix("could not be run") }
      #expect(whole || width == 40, "\(width)")
      let texts = [
        view.heading(width: width), view.title(width: width), view.importances(width: width),
        view.rungs(width: width),
      ]
      for line in texts.joined().split(separator: "\n") {
        #expect(columnWidth(String(line)) <= width, "\(width): \(line)")
      }
    }
    // In eighty columns every parameter is still there, in a narrower column.
    let narrow = view.ranking(top: 1, width: 80)
    #expect(!narrow.contains("No room") && narrow.contains("learning-\n"), "\(narrow)")
    #expect(view.ranking(top: 1, width: 40).contains("No room here for: "))
  }

  @Test("What is ranked by stands first, under its name")
  func reductions() throws {
    for (reduction, other) in [("mean", "median"), ("median", "mean")] {
      let report = try Self.report(reduction)
      let view = SweepView(report)
      let lines = view.ranking(top: 40, width: nil).split(separator: "\n")
      #expect(lines[0].contains("activation  \(reduction == "mean" ? "  mean" : "median")  "))
      #expect(lines[0].hasSuffix("±   least  largest  \(other == "mean" ? "  mean" : other)"))
      for (line, row) in zip(lines.dropFirst(), report.rows) {
        let words = line.split(separator: " ")
        let value = reduction == "mean" ? row.spread.mean : row.spread.median
        #expect(words.count == 12 && words[7] == format(value, significantDigits: 4)[...])
      }
      #expect(
        view.title(width: nil)
          == "ranked by test loss after the last epoch, \(reduction) of 3 seeds, least first\n")
    }
  }

  @Test("The map's headline has no word too many, and what could not be run has a mark of its own")
  func map() throws {
    let report = try Self.report(lost: 3)
    func text(_ width: Int, _ report: SweepReport) throws -> String {
      let table = try #require(
        report.heatTable("training.l2", "training.learning-rate"))
      return SweepHeatMap(
        table, of: report, capabilities: Capabilities(depth: .mono, glyphs: .braille), width: width
      ).text
    }
    let wide = try text(120, report)
    #expect(
      wide.hasPrefix(
        "test loss: training.l2 down, training.learning-rate across; best over the other parameters\n"
      ))
    // Of the marks only those that are there are told.
    #expect(wide.hasSuffix("\n++ best fifth, + second, - fourth, -- last\n"), "\(wide)")
    let narrow = try text(80, report).split(separator: "\n")
    #expect(narrow[0] == "test loss: training.l2 down, training.learning-rate across")
    #expect(narrow[1] == "best over the other parameters")
    for width in [50, 60, 80, 120] {
      let lines = try text(width, report).split(separator: "\n")
      #expect(lines.allSatisfy { columnWidth(String($0)) <= width }, "\(width)")
    }
  }
}
