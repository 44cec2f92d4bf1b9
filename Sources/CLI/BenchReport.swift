import Benchmark
import Drawing
import Foundation

/// All that was measured, as a table of 80 columns or as JSON.
struct BenchReport {
  /// What the machine reaches at most, a second.
  struct Peak: Equatable, Encodable {
    /// Multiplications and additions of numbers in registers.
    let operations: Double
    /// Hyperbolic tangents of numbers in the nearest cache.
    let tangents: Double
  }

  let machine: Machine
  let peak: Peak
  var timings: [Timing] = []
  var startup: Startup?
  var drawing: DrawingBench?

  init(machine: Machine, peak: Peak) {
    self.machine = machine
    self.peak = peak
  }

  /// Whether all results are what they should be.
  var isRight: Bool { timings.allSatisfy(\.isRight) }

  /// What stands above the table.
  var heading: [String] {
    [
      machine.processor,
      "\(machine.build) build: \(machine.features)",
      "peak of one core: \(Self.giga(peak.operations)) GFLOP/s multiply and add,"
        + " \(Self.giga(peak.tangents)) G tanh/s",
      "",
      Self.row("", "median", "best", "per CPU second", "at best, of peak", "result"),
    ]
  }

  /// A workload's line, and one more for each result that is wrong.
  func lines(of timing: Timing) -> [String] {
    let checks = timing.checks
    let results =
      timing.isRight
      ? checks.map { Self.value($0) }.joined(separator: " ") + " ok" : "WRONG"
    let line = Self.row(
      timing.workload.name, Self.grouped(timing.median), Self.grouped(timing.best),
      timing.workload.unit, share(of: timing), results)
    return [line]
      + checks.filter { !$0.isRight }.map {
        "  \($0.name) \($0.found) instead of \($0.expected)"
      }
  }

  /// What a workload does at best, and how much of the machine's peak that is; tangents where only a
  /// network's values are computed, for they take most of the time there.
  private func share(of timing: Timing) -> String {
    func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
    if timing.workload.unit == "grids" {
      let rate = timing.tangentsPerSecond
      return Self.giga(rate) + " G tanh/s " + percent(rate / peak.tangents)
    }
    let rate = timing.operationsPerSecond
    return Self.giga(rate) + " GFLOP/s " + percent(rate / peak.operations)
  }

  private static func row(
    _ name: String, _ median: String, _ best: String, _ unit: String, _ share: String,
    _ result: String
  ) -> String {
    [
      name.padded(to: 7), median.leftPadded(to: 9), best.leftPadded(to: 9), unit.padded(to: 14),
      share.padded(to: 18), result,
    ].joined(separator: " ")
  }

  private static func giga(_ rate: Double) -> String {
    format(rate / 1e9, decimals: rate < 1e10 ? 2 : 1)
  }

  private static func value(_ check: Workload.Check) -> String {
    format(check.found, decimals: check.expected < 1 ? 4 : 0)
  }

  /// A whole number in groups of three digits; one digit more below ten.
  static func grouped(_ rate: Double) -> String {
    guard rate.isFinite, rate >= 0, rate < 1e15 else { return "-" }
    if rate < 10 { return format(rate, decimals: 1) }
    var text = ""
    for (place, digit) in String(Int(rate)).reversed().enumerated() {
      if place > 0 && place % 3 == 0 { text = " " + text }
      text = String(digit) + text
    }
    return text
  }
}

extension String {
  /// With blanks after it, up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
  /// With blanks before it, up to a width.
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
