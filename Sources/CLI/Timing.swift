import Benchmark
import Foundation

/// How fast a workload runs.
struct Timing {
  /// What was measured.
  let workload: Workload
  /// Units per second of processor time, of each slice, the slowest first.
  let rates: [Double]
  /// The results and what they should be.
  let checks: [Workload.Check]

  /// What is known already.
  init(_ workload: Workload, rates: [Double], checks: [Workload.Check]) {
    self.workload = workload
    self.rates = rates.sorted()
    self.checks = checks
  }

  /// Measures for about so many seconds, in seven slices that do the same work.
  init(of workload: Workload, seconds: Double) {
    let slices = 7
    // How many rounds make a slice: more and more of them, until the clock can tell.
    var rounds = 1
    var time = Self.time(of: rounds, workload)
    while time < 0.02 && time < seconds / Double(slices) {
      rounds *= 4
      time = Self.time(of: rounds, workload)
    }
    rounds = max(1, Int(Double(rounds) * seconds / (Double(slices) * time)))
    let units = Double(rounds * workload.unitsPerRound)
    self.init(
      workload,
      rates: (0..<slices).map { _ in units / Self.time(of: rounds, workload) },
      checks: workload.checks())
  }

  /// The median of the rates.
  var median: Double { rates.isEmpty ? .nan : rates[rates.count / 2] }
  /// The largest of the rates.
  var best: Double { rates.last ?? .nan }
  /// Multiplications and additions a second at best.
  var operationsPerSecond: Double {
    best * Double(workload.operations) / Double(workload.unitsPerRound)
  }
  /// Hyperbolic tangents a second at best.
  var tangentsPerSecond: Double {
    best * Double(workload.tangents) / Double(workload.unitsPerRound)
  }
  /// Whether all results are what they should be.
  var isRight: Bool { checks.allSatisfy(\.isRight) }

  /// Seconds of processor time that so many rounds from the start take.
  private static func time(of rounds: Int, _ workload: Workload) -> Double {
    var run = workload.start
    let start = clock()
    run.advance(rounds: rounds)
    return max(1e-6, Double(clock() - start) / Double(CLOCKS_PER_SEC))
  }
}
