import ArgumentParser
import Benchmark
import Foundation
import Testing

@testable import CLI

@Suite("What percept bench prints")
struct BenchReportTests {
  private static let machine = Machine(
    processor: "A processor", build: "portable", features: "little")

  private static func report() -> BenchReport {
    BenchReport(
      machine: machine, peak: BenchReport.Peak(operations: 50e9, tangents: 1e9))
  }

  private static func timing(_ name: String, found: Double = 0.25) throws -> Timing {
    let workload = try #require(WorkloadCatalogue.named(name)).prepared()
    return Timing(
      workload, rates: [3000, 1000, 2000],
      checks: [.init(name: "loss", found: found, expected: 0.25, tolerance: 0.01)])
  }

  @Test("Median and best are those of the rates in any order")
  func median() throws {
    let timing = try Self.timing("w1")
    #expect(timing.median == 2000 && timing.best == 3000)
    #expect(timing.operationsPerSecond == 3000 * Double(timing.workload.operations))
  }

  @Test("Rates count units, not rounds")
  func units() throws {
    let timing = try Self.timing("w4")
    // 12928 weights are multiplied and added for an example, forward and backward.
    #expect(timing.operationsPerSecond == 3000 * 2 * 12_928)
  }

  @Test("No line is wider than 80 columns, up to what no core reaches yet")
  func width() throws {
    let report = BenchReport(
      machine: Self.machine, peak: BenchReport.Peak(operations: 200e9, tangents: 4e9))
    for entry in WorkloadCatalogue.all {
      let workload = entry.prepared()
      let fastest = 200e9 / Double(workload.operations) * Double(workload.unitsPerRound)
      for rate in [1.5, fastest] {
        let timing = Timing(workload, rates: [rate], checks: workload.checks())
        for line in report.heading + report.lines(of: timing) {
          #expect(line.count <= 80, "\(line)")
        }
      }
    }
    #expect(Startup(milliseconds: [1234.5], peaks: [123.4]).line.count <= 80)
  }

  @Test("A wrong result is told, with what it should be")
  func wrong() throws {
    var report = Self.report()
    report.timings = [try Self.timing("w1")]
    #expect(report.isRight)
    #expect(report.lines(of: report.timings[0])[0].hasSuffix(" 0.2500 ok"))
    report.timings.append(try Self.timing("w1", found: 0.5))
    #expect(!report.isRight)
    let lines = report.lines(of: report.timings[1])
    #expect(lines[0].hasSuffix(" WRONG"))
    #expect(lines[1] == "  loss 0.5 instead of 0.25")
  }

  @Test("Large numbers stand in groups of three digits")
  func groups() {
    let found = [3.14159, 12, 999, 1000, 1_234_567].map(BenchReport.grouped)
    #expect(found == ["3.1", "12", "999", "1 000", "1 234 567"])
    #expect(BenchReport.grouped(.nan) == "-" && BenchReport.grouped(.infinity) == "-")
  }

  @Test("JSON is an object with all that the table has, also without a number")
  func json() throws {
    var report = Self.report()
    report.timings = [try Self.timing("w1"), try Self.timing("w2", found: .nan)]
    report.startup = Startup(milliseconds: [30, 10, 20], peaks: [8, 9])
    let object = try JSONSerialization.jsonObject(with: Data(try report.json().utf8))
    let root = try #require(object as? [String: Any])
    let workloads = try #require(root["workloads"] as? [[String: Any]])
    #expect(workloads.map { $0["name"] as? String } == ["w1", "w2"])
    #expect(workloads[0]["median"] as? Double == 2000)
    let checks = try #require(workloads[1]["checks"] as? [[String: Any]])
    #expect(checks[0]["ok"] as? Bool == false && checks[0]["found"] == nil)
    let startup = try #require(root["startup"] as? [String: Double])
    #expect(startup == ["milliseconds": 20, "bestMilliseconds": 10, "peakMiB": 9])
    #expect((root["machine"] as? [String: String])?["build"] == "portable")
  }

  @Test("The processor's name and the peak of memory are found in the system's texts")
  func system() {
    #expect(Machine.processor(in: "processor\t: 0\nmodel name\t: Fast 3: one\n") == "Fast 3: one")
    #expect(Machine.processor(in: "processor\t: 0\n") == nil)
    #expect(Startup.peakMiB(in: "epoch 1\nName:\tx\nVmHWM:\t    2048 kB\n") == 2)
    #expect(Startup.peakMiB(in: "epoch 1\n") == nil)
  }

  @Test("A workload is measured and checked")
  func measured() throws {
    let workload = try #require(WorkloadCatalogue.named("w1")).prepared()
    let timing = Timing(of: workload, seconds: 0.001)
    #expect(timing.rates.count == 7 && timing.rates.allSatisfy { $0 > 0 })
    #expect(timing.isRight && !timing.checks.isEmpty)
  }

  @Test("Words that are no workload and times that are none are refused")
  func refused() throws {
    for words in [["w9"], ["--seconds", "0"], ["--seconds", "nan"], ["--seconds", "-1"]] {
      #expect(throws: (any Error).self) { try Bench.parse(words) }
    }
    let bench = try Bench.parse(["w1", "startup", "--json", "--seconds", "0.5"])
    #expect(bench.workloads == ["w1", "startup"] && bench.json && bench.seconds == 0.5)
  }

  @Test func drawingIsToldInTwoLines() {
    let drawing = DrawingBench(
      columns: 200, rows: 60, frames: 100, viewMicroseconds: 1500, outputMicroseconds: 500,
      bytesPerFrame: 16_500)
    #expect(
      drawing.lines == [
        "draw    500 frames/s per CPU second at 200×60: 2 000 µs each, 16 500 bytes",
        "        view 1 500 µs, output 500 µs; 6.0 % of a core at 30 frames/s",
      ])
  }

  @MainActor @Test func drawingSendsBytes() throws {
    let drawing = try DrawingBench.measured(seconds: 0.01)
    #expect(drawing.frames >= 1)
    #expect(drawing.bytesPerFrame > 100)
  }
}
