import ArgumentParser
import Benchmark
import Foundation

/// `percept bench`: how fast training and drawing are on this machine.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure how fast training and drawing are on this machine.",
    discussion: """
      Each workload is a small task with a known result, which is checked; rates are per second of \
      processor time, the median and the best of seven slices. Beside them stands what the machine \
      reaches at most with numbers in registers. “startup” measures the program's own start, up to \
      the end of the first epoch.

      Workloads:
      \(WorkloadCatalogue.all.map { "  " + $0.name.padded(to: 9) + $0.summary }.joined(separator: "\n"))
        startup  start the program and train one epoch of w1
        draw     draw the playground at 200×60, an epoch of training between two pictures

      Example:
        percept bench w1 w4 --seconds 2
      """)

  /// What is measured beside the workloads.
  static let startup = "startup"
  /// What is measured of the screen.
  static let draw = "draw"

  @Argument(
    help: "What to measure; all if none is named.",
    completion: .list(WorkloadCatalogue.all.map(\.name) + [Bench.startup, Bench.draw]))
  var workloads: [String] = []

  @Flag(help: "Print JSON instead of a table.")
  var json = false

  @Option(
    parsing: .unconditional, help: "Seconds of processor time for each workload.",
    transform: WrittenNumber.real(0.001...3600))
  var seconds = 1.0

  @Flag(help: "Print fingerprints of trained weights instead, which are the same in every build.")
  var fingerprints = false

  @Flag(help: .hidden)
  var firstEpoch = false

  func validate() throws {
    let others = [Self.startup, Self.draw]
    for name in workloads where !others.contains(name) && WorkloadCatalogue.named(name) == nil {
      let names = WorkloadCatalogue.all.map(\.name) + others
      throw ValidationError(
        "there is no workload “\(name)”; expected \(names.joined(separator: ", "))")
    }
  }

  func run() throws {
    if firstEpoch { return try Startup.trainFirstEpoch() }
    if fingerprints {
      for line in try TrainedFingerprint.all(in: PresetLibrary.ofThisProgram()) {
        try Output.write(lines: [line])
      }
      return
    }
    let report = try measured { line in
      if !json { try Output.write(lines: [line]) }
    }
    if json { try Output.write(lines: [report.json()]) }
    guard report.isRight else {
      throw Failure(message: "a workload's result is wrong", status: 1)
    }
  }

  /// Measures one after the other and tells each line of the table as soon as it is known.
  private func measured(tell: (String) throws -> Void) throws -> BenchReport {
    let names =
      workloads.isEmpty
      ? WorkloadCatalogue.all.map(\.name) + [Self.startup, Self.draw] : workloads
    let peak = BenchReport.Peak(
      operations: Timing(of: MachinePeak.sums, seconds: seconds).operationsPerSecond,
      tangents: Timing(of: MachinePeak.tangents, seconds: seconds).tangentsPerSecond)
    var report = BenchReport(machine: .current, peak: peak)
    for line in report.heading { try tell(line) }
    for name in names {
      if name == Self.startup {
        let startup = Startup.measured()
        report.startup = startup
        try tell(startup.line)
      } else if name == Self.draw {
        let drawing = try MainActor.assumeIsolated {
          try DrawingBench.measured(seconds: seconds)
        }
        report.drawing = drawing
        try drawing.lines.forEach(tell)
      } else if let workload = WorkloadCatalogue.named(name) {
        let timing = Timing(of: workload.prepared(), seconds: seconds)
        report.timings.append(timing)
        for line in report.lines(of: timing) { try tell(line) }
      }
    }
    return report
  }
}
