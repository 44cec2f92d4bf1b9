import Engine
import Foundation
import Lessons
import TestSupport
import Testing

@testable import Studio

/// How often each light is on where it must be and where it must not, over 20 seeds each. The rates
/// stand in `rates.txt`; `PERCEPT_RECORD=1 swift test` writes them anew, to be read as a change.
@Suite("How often lights are on")
struct HealthRateTests {
  private static let seeds: ClosedRange<UInt64> = 1...20

  private static func rate(_ name: String, _ one: HealthCase) -> Int {
    seeds.count { seed in
      Health(of: one.session(seed: seed)).lights.contains { $0.name == name && $0.state == .on }
    }
  }

  @Test("Every symptom has its cases, and nothing else has")
  func areComplete() {
    #expect(SymptomCases.all.map(\.name) == SymptomCatalogue.all.map { $0.name })
  }

  @Test("Each light is on where it must be and off where it must not, in 18 of 20 runs at least")
  func rates() throws {
    var lines = [
      "# Runs of 20 seeds in which the light is on: where it must be, where it must not."
    ]
    for cases in SymptomCases.all {
      let (lit, dark) = (Self.rate(cases.name, cases.lit), Self.rate(cases.name, cases.dark))
      #expect(lit >= 18, "\(cases.name): on in \(lit) runs of \(cases.lit.words)")
      #expect(dark <= 2, "\(cases.name): on in \(dark) runs of \(cases.dark.words)")
      lines.append(
        "\(cases.name): \(lit) with \(cases.lit.words), epoch \(cases.lit.epochs);"
          + " \(dark) with \(cases.dark.words), epoch \(cases.dark.epochs)")
    }
    try expectRecorded(lines, "rates.txt")
  }

  @Test("No light is on while the usual preset learns well")
  func usual() {
    for seed in Self.seeds {
      for epochs in [0, 1, 5, 20, 100, 400] {
        let session = HealthCase("", epochs: epochs) { _ in }.session(seed: seed)
        #expect(Health(of: session).lit.map(\.name) == [], "seed \(seed), epoch \(epochs)")
      }
    }
  }

  @Test("Of the shipped presets few runs light anything but what a preset is about")
  func shipped() throws {
    var lines = ["# Lights that are on in runs of 20 seeds of the shipped presets, by epoch."]
    for file in try PresetFile.all() {
      let preset = try Preset(yaml: file.text)
      for epochs in [10, 100, 300] {
        var counts = SymptomCatalogue.all.map { ($0.name, 0) }
        for seed in Self.seeds {
          let session = HealthCase("", epochs: epochs) { $0 = preset }.session(seed: seed)
          for (place, light) in Health(of: session).lights.enumerated() where light.state == .on {
            counts[place].1 += 1
          }
        }
        for (name, count) in counts where count > 0 {
          lines.append("\(file.name) epoch \(epochs): \(name) \(count)")
          // That one is there to overfit, unless patience stops it first.
          let isMeant = name == "overfitting" && file.name.contains("overfitting")
          #expect(count <= (isMeant ? 20 : 4), "\(file.name) epoch \(epochs): \(name) \(count)")
        }
      }
    }
    try expectRecorded(lines, "shipped.txt")
  }

  private func expectRecorded(_ lines: [String], _ name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent(name)
    let text = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["PERCEPT_RECORD"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }
}
