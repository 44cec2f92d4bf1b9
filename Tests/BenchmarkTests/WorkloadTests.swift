import Testing

@testable import Benchmark

@Suite("Workloads")
struct WorkloadTests {
  @Test(
    "A workload has the result that other programs have",
    arguments: WorkloadCatalogue.all.map(\.name))
  func result(name: String) throws {
    let workload = try #require(WorkloadCatalogue.named(name)).prepared()
    #expect(workload.name == name)
    let checks = workload.checks()
    #expect(!checks.isEmpty)
    for check in checks {
      #expect(check.isRight, "\(name) \(check.name): \(check.found) instead of \(check.expected)")
    }
  }

  @Test("A result is right up to its tolerance, and never without a number")
  func tolerance() {
    func isRight(_ found: Double) -> Bool {
      Workload.Check(name: "", found: found, expected: 0.25, tolerance: 0.125).isRight
    }
    #expect(isRight(0.25) && isRight(0.375) && isRight(0.125))
    #expect(!isRight(0.376) && !isRight(0.124) && !isRight(.nan))
  }

  @Test("A run goes on from where it is, and its start stays")
  func run() throws {
    let workload = try #require(WorkloadCatalogue.named("w1")).prepared()
    var run = workload.start
    run.advance(rounds: 2)
    run.advance(rounds: 3)
    #expect(run.parameters == workload.start.advanced(rounds: 5).parameters)
    #expect(run.parameters != workload.start.parameters)
  }

  @Test("The loops that measure the machine compute what they should")
  func peaks() {
    for peak in [MachinePeak.sums, MachinePeak.tangents] {
      #expect(peak.operations > 0 || peak.tangents > 0)
      let checks = peak.checks()
      #expect(checks.count == 1)
      for check in checks { #expect(check.isRight, "\(peak.name): \(check.found)") }
    }
  }

  @Test("The cost is that of the sums, counted by hand")
  func cost() {
    let forward = Cost([2, 4, 1], samples: 10, trains: false)
    #expect(forward.operations == 2 * (2 * 4 + 4) * 10)
    #expect(forward.units == 50 && forward.hiddenUnits == 40)
    let training = Cost([2, 4, 1], samples: 10, trains: true)
    #expect(training.operations == 2 * (12 + 12 + 4) * 10)
  }

  @Test("No workload is named twice, and none is unknown")
  func names() {
    #expect(Set(WorkloadCatalogue.all.map(\.name)).count == WorkloadCatalogue.all.count)
    #expect(WorkloadCatalogue.named("w9") == nil)
  }
}
