import Foundation
import Testing

@testable import Lessons

/// Two whole programs. `PERCEPT_RECORD=1 swift test` writes them anew, to be read as a change.
@Suite("Programs read as they did")
struct CodeSnapshotTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Programs")

  /// The playground as it opens, and one with much of what a framework has no word for.
  private static let settings: [String: [String: String]] = [
    "plain": [:],
    "rich": [
      "data.set": "moons", "data.validation": "20", "data.standardize": "true",
      "features": "x1,x2,sin(x1*x2)", "network.hidden": "6,6",
      "network.activation": "relu,sin", "network.wiring": "residual,ode-rk4",
      "network.normalization": "batch,none", "network.dropout": "10",
      "network.initialization": "he", "training.loss": "cross-entropy",
      "training.optimizer": "nesterov", "training.schedule": "cosine",
      "training.schedule-unit": "step", "training.warm-up": "20", "training.clipping": "norm",
      "training.l1": "0.001", "training.l2": "0.01", "training.max-norm": "3",
      "training.input-noise": "0.1", "training.patience": "20",
    ],
  ]

  @Test(arguments: ["plain", "rich"], CodeLanguage.allCases)
  func readsAsItDid(_ name: String, _ language: CodeLanguage) throws {
    let preset = try preset(Self.settings[name] ?? [:])
    let text = language.text(Program(preset, on: preset.dataset, epochs: 12))
    let file = Self.folder.appendingPathComponent("\(name)-\(language.rawValue).txt")
    if ProcessInfo.processInfo.environment["PERCEPT_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    #expect(recorded == text, "\(name) in \(language) is now\n\(text)")
  }
}
