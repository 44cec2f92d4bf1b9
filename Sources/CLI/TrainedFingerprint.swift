import Benchmark
import Engine
import Studio

/// Fingerprints of weights after some training: two builds that print the same ones compute the
/// same, to the last bit.
enum TrainedFingerprint {
  private static let presets = ["circle", "spiral", "multi-gauss"]
  private static let workloads = ["w2", "w4", "w4tanh"]
  private static let epochs = 50

  /// A line each: a name, and the fingerprint of the weights.
  static func all(in library: PresetLibrary) throws -> [String] {
    var lines: [String] = []
    for name in presets {
      var session = Session(try library.preset(name))
      session.advance(steps: epochs * session.trainer.stepsPerEpoch)
      lines.append("\(name) \(Fingerprint(session.trainer.network.parameters).text)")
    }
    for name in workloads {
      guard var run = WorkloadCatalogue.named(name)?.prepared().start else { continue }
      run.advance(rounds: 2)
      lines.append("\(name) \(Fingerprint(run.parameters).text)")
    }
    return lines
  }
}
