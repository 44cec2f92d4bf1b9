import Lessons
import Testing

@testable import Sweeps

@Suite("The identity of a trial")
struct IdentityTests {
  private static let loss = SweepObjective(measure: .testLoss)

  private static func identity(_ preset: Preset, epochs: Int = 10) -> String {
    TrialIdentity.text(of: preset, epochs: epochs, loss)
  }

  @Test("It never changes: old stores are found again")
  func stable() {
    #expect(Self.identity(Preset()) == "25fe699b2285e5fe")
  }

  @Test(
    "Every setting that has another value makes another trial", arguments: SettingCatalogue.keys)
  func settings(key: String) throws {
    let setting = try #require(SettingCatalogue.keyed(key))
    var other = Preset()
    let text = setting.value(in: other)
    let next = [1, -1].map { setting.stepped($0, in: other) }.first { $0 != text }
    // What has no stops is tried elsewhere.
    guard let next, (try? setting.set(next, in: &other)) != nil, other != Preset() else { return }
    #expect(Self.identity(other) != Self.identity(Preset()))
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
    #expect(TrialIdentity.text(of: Preset(), epochs: 10, best) != usual)
    let accuracy = SweepObjective(measure: .testAccuracy)
    #expect(TrialIdentity.text(of: Preset(), epochs: 10, accuracy) != usual)
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
