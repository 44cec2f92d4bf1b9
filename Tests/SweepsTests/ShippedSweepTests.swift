import Foundation
import Lessons
import Testing

@testable import Sweeps

@Suite("The sweeps that come with the program")
struct ShippedSweepTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("presets/sweeps")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  static func read(_ text: String) throws -> SweepSpec {
    try SweepSpec(yaml: text) { name throws(UnreadableBase) in
      do {
        let file = URL(fileURLWithPath: name, relativeTo: folder.appendingPathComponent("x"))
        return try Preset(yaml: String(contentsOf: file, encoding: .utf8))
      } catch {
        throw UnreadableBase("\(error)")
      }
    }
  }

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  @Test("There is one of each method")
  func methods() throws {
    let methods = try Self.names.map { try Self.read(Self.text($0)).method }
    #expect(Set(methods).count == SweepSpec.Method.allCases.count)
  }

  @Test("Every configuration can be, and no trial stands there twice", arguments: names)
  func configurations(name: String) throws {
    let spec = try Self.read(Self.text(name))
    let plan = SweepPlan(spec)
    #expect(plan.count == spec.trials ?? spec.configurationCount)
    var identities: Set<String> = []
    let identity = TrialIdentity(spec)
    for configuration in 0..<plan.count {
      for replicate in spec.replicates.indices {
        let preset = try plan.preset(of: configuration, replicate: replicate)
        identities.insert(identity.text(of: preset, epochs: spec.epochs))
      }
    }
    #expect(identities.count == plan.count * spec.replicates.count)
  }

  @Test(
    "Its first trial is the one that stores have known from the beginning",
    arguments: [
      ("spiral-width-rate.yaml", "618078c4838e6a15"), ("spiral-random.yaml", "51d2b972aac75fd3"),
      ("spiral-halving.yaml", "adcf04b0a2d0c882"),
    ])
  func first(name: String, identity: String) throws {
    let spec = try Self.read(Self.text(name))
    let preset = try SweepPlan(spec).preset(of: 0, replicate: 0)
    #expect(TrialIdentity(spec).text(of: preset, epochs: spec.epochs) == identity)
  }

  @Test("Points are kept to choose by, so that the test stays unseen", arguments: names)
  func objective(name: String) throws {
    #expect(try Self.read(Self.text(name)).objective.measure == .validationLoss)
  }

  @Test("The example of the format's page is a sweep of 45 trials")
  func page() throws {
    let page = try String(
      contentsOf: Self.folder.deletingLastPathComponent().appendingPathComponent("SWEEP.md"),
      encoding: .utf8)
    let parts = page.components(separatedBy: "```yaml\n").dropFirst()
    let example = try #require(parts.first?.components(separatedBy: "```").first)
    let spec = try Self.read(example)
    #expect(SweepPlan(spec).count * spec.replicates.count == 45)
    for word in SweepSpec.keys + SweepObjective.measures.map(\.rawValue) {
      #expect(page.contains("`\(word)`"), "\(word)")
    }
  }
}
