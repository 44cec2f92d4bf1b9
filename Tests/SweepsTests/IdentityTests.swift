import Datasets
import Lessons
import Testing

@testable import Sweeps

@Suite("The identity of a trial")
struct IdentityTests {
  private static let loss = SweepObjective(measure: .testLoss)

  private static func identity(
    _ preset: Preset, _ epochs: Int, _ objective: SweepObjective
  ) -> String {
    TrialIdentity(objective).text(of: preset, epochs: epochs)
  }

  private static func identity(_ preset: Preset, epochs: Int = 10) -> String {
    identity(preset, epochs, loss)
  }

  @Test("It never changes: old stores are found again")
  func stable() {
    #expect(Self.identity(Preset()) == "25fe699b2285e5fe")
  }

  /// Values of the settings that have no stops, or none that makes another preset by itself.
  private static let others = [
    "seed": "7", "data.seed": "7", "network.seed": "7", "training.seed": "7",
    "network.hidden": "3,3", "features": "x1",
  ]

  @Test("Every setting that has another value makes another trial, and only few have none here")
  func settings() throws {
    var without: [String] = []
    for key in SettingCatalogue.keys {
      let setting = try #require(SettingCatalogue.keyed(key))
      var other = Preset()
      let text = setting.value(in: other)
      let next =
        Self.others[key] ?? [1, -1].map { setting.stepped($0, in: other) }.first { $0 != text }
      guard let next, (try? setting.set(next, in: &other)) != nil, other != Preset() else {
        without.append(key)
        continue
      }
      #expect(Self.identity(other) != Self.identity(Preset()), "\(key)")
    }
    // Columns belong to tables.
    #expect(without == ["data.x1", "data.x2", "data.target"])
  }

  /// A preset with rows from a file.
  private static func tabled(_ path: String, _ cells: String = "1") throws -> Preset {
    let text = "a,b,c\n1,2,\(cells)\n3,4,2\n5,6,1\n7,8,2\n"
    return try Preset(TableFile(path: path, table: CSV.table(Array(text.utf8))))
  }

  @Test("Of a table its rows count, and not where the file lies")
  func table() throws {
    let here = try Self.tabled("/here/points.csv")
    let there = try Self.tabled("/there/points.csv")
    #expect(Self.identity(here) == Self.identity(there))
    #expect(try Self.identity(Self.tabled("/here/points.csv", "2")) != Self.identity(here))
    var spec = try Sample.spec(SpecTests.grid)
    spec.base = here
    #expect(
      TrialIdentity(spec).text(of: there, epochs: 10)
        == Self.identity(here, 10, spec.objective))
  }

  @Test("Epochs and what is measured belong to it, names do not")
  func parts() {
    let usual = Self.identity(Preset())
    var named = Preset()
    named.title = "Another name"
    named.summary = "Another line"
    #expect(Self.identity(named) == usual)
    #expect(Self.identity(Preset(), epochs: 11) != usual)
    let best = SweepObjective(measure: .testLoss, moment: .best)
    #expect(Self.identity(Preset(), 10, best) != usual)
    let accuracy = SweepObjective(measure: .testAccuracy)
    #expect(Self.identity(Preset(), 10, accuracy) != usual)
  }

  @Test("A longer sweep has the same trials and more")
  func extended() throws {
    func identities(_ text: String) throws -> [String] {
      let plan = SweepPlan(try Sample.spec(text))
      return try (0..<plan.count).map { try Self.identity(plan.preset(of: $0, replicate: 0)) }
    }
    let before = try identities(SpecTests.grid)
    let after = try identities(SpecTests.grid.replacing("[4, 2]]", with: "[4, 2], [5]]"))
    #expect(Set(before).count == 6 && Set(after).count == 9)
    #expect(Set(before).isSubset(of: after))
  }
}
