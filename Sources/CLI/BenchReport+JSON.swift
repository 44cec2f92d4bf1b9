import Benchmark
import Foundation

extension BenchReport {
  /// All of it as JSON: rates per second of processor time, startup in milliseconds and MiB.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let record = Record(
      machine: machine, peak: peak, workloads: timings.map(Record.Workload.init),
      startup: startup, drawing: drawing)
    return String(decoding: try encoder.encode(record), as: UTF8.self)
  }

  /// The names that JSON has.
  private struct Record: Encodable {
    struct Workload: Encodable {
      struct Check: Encodable {
        let name: String
        /// Nil if it is not a number, which JSON can't say.
        let found: Double?
        let expected: Double
        let ok: Bool
      }

      let name, summary, unit: String
      let median, best: Double
      let operationsPerSecond, tanhPerSecond: Double
      let checks: [Check]

      init(_ timing: Timing) {
        name = timing.workload.name
        summary = timing.workload.summary
        unit = timing.workload.unit
        median = timing.median
        best = timing.best
        operationsPerSecond = timing.operationsPerSecond
        tanhPerSecond = timing.tangentsPerSecond
        checks = timing.checks.map {
          Check(
            name: $0.name, found: $0.found.isFinite ? $0.found : nil, expected: $0.expected,
            ok: $0.isRight)
        }
      }
    }

    let machine: Machine
    let peak: Peak
    let workloads: [Workload]
    let startup: Startup?
    let drawing: DrawingBench?
  }
}
