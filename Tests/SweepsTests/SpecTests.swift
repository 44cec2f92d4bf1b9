import Lessons
import Testing

@testable import Sweeps

@Suite("Reading sweeps")
struct SpecTests {
  static func spec(_ text: String) throws -> SweepSpec {
    try SweepSpec(yaml: text) { name throws(UnreadableBase) in
      guard name == "usual" else { throw UnreadableBase("there is no preset “\(name)”") }
      return Preset()
    }
  }

  static let grid = """
    sweep: 1
    base: usual
    method: grid
    parameters:
      network.hidden: [[2], [4, 2]]
      training.learning-rate: {min: 0.01, max: 1, scale: log, count: 3}
    seeds: 2
    epochs: 10
    """

  @Test("A grid has every combination, the last parameter fastest")
  func combinations() throws {
    let plan = SweepPlan(try Self.spec(Self.grid))
    #expect(plan.count == 6)
    #expect(
      (0..<6).map { plan.values(of: $0).map(\.text).joined(separator: " ") } == [
        "2 0.01", "2 0.1", "2 1", "4,2 0.01", "4,2 0.1", "4,2 1",
      ])
    let preset = try plan.preset(of: 4, replicate: 1)
    #expect(preset.network.hidden == [4, 2] && preset.network.seed == 43)
  }

  @Test(
    "A mistake is told with its place and what was expected",
    arguments: [
      ("base: usual", "base: other", "2:7: “base”: there is no preset “other”"),
      ("method: grid", "method: grids", "3:9: “method” can't be “grids”"),
      ("epochs: 10", "epoch: 10", "8:1: unknown key “epoch”"),
      ("count: 3", "cuont: 3", "6:59: unknown key “cuont”"),
      (
        ", count: 3", "",
        "3:9: a grid needs a “count” for a range: give “training.learning-rate” one, or"
      ),
      ("network.hidden", "network.hiden", "5:3: there is no setting “network.hiden”"),
      ("[2]", "[99]", "5:20: "),
      ("min: 0.01", "min: -1", "6:33: "),
      ("seeds: 2", "seeds: 0", "7:8: "),
      ("sweep: 1", "sweep: 2", "1:8: this version"),
    ])
  func mistakes(from: String, to: String, message: String) {
    #expect {
      try Self.spec(Self.grid.replacing(from, with: to))
    } throws: { error in
      let text = "\(error)"
      if !text.hasPrefix(message) { Issue.record("\(text)") }
      return text.hasPrefix(message)
    }
  }
}
