import Lessons
import Testing

@testable import Sweeps

@Suite("The plan of a sweep")
struct PlanTests {
  private static func random(_ trials: Int, seed: Int = 3) throws -> SweepPlan {
    SweepPlan(
      try Sample.spec(
        """
        sweep: 1
        base: usual
        method: random
        parameters:
          training.learning-rate: {min: 0.0003, max: 0.3, scale: log}
          network.hidden: [[2], [4, 2], [8]]
          training.batch-size: {min: 1, max: 64, scale: log}
          data.noise: {min: 0, max: 50}
        trials: \(trials)
        seed: \(seed)
        epochs: 5
        """))
  }

  private static func texts(_ plan: SweepPlan) -> [String] {
    (0..<plan.count).map { number in
      plan.values(of: number).map { "\($0.key)=\($0.text)" }.joined(separator: " ")
    }
  }

  @Test("More draws begin with the same ones; another seed has others")
  func growing() throws {
    let few = Self.texts(try Self.random(20))
    let many = Self.texts(try Self.random(200))
    #expect(Array(many.prefix(20)) == few)
    #expect(Set(many).count == 200)
    #expect(Set(Self.texts(try Self.random(20, seed: 4))).isDisjoint(with: few))
  }

  @Test("What is printed is what is used, lies in its range and has few digits")
  func readable() throws {
    let plan = try Self.random(300)
    for number in 0..<plan.count {
      let preset = try plan.preset(of: number, replicate: 0)
      for value in plan.values(of: number) {
        #expect(SettingCatalogue.keyed(value.key)?.value(in: preset) == value.text)
        #expect(value.text.count <= "0.000312".count, "\(value)")
      }
      #expect((0.0003...0.3).contains(preset.training.learningRate))
      #expect((1...64).contains(preset.training.batchSize))
    }
  }

  @Test("Draws over a logarithmic range fall into each decade about equally often")
  func logarithmic() throws {
    let plan = try Self.random(3000)
    var counts = [0, 0, 0]
    for number in 0..<plan.count {
      let rate = try plan.preset(of: number, replicate: 0).training.learningRate
      counts[rate < 0.003 ? 0 : rate < 0.03 ? 1 : 2] += 1
    }
    // 1000 each; five standard deviations are 130.
    for count in counts { #expect((870...1130).contains(count)) }
  }

  @Test(
    "A parameter is left alone where its conditions do not hold, and what is the same runs once")
  func conditions() throws {
    let plan = SweepPlan(
      try Sample.spec(
        """
        sweep: 1
        base: usual
        method: grid
        parameters:
          training.optimizer: [sgd, momentum]
          training.momentum: {values: [0.5, 0.9], when: training.optimizer = momentum}
          training.batch-size: {values: [10, 20], when: [training.optimizer = sgd]}
        epochs: 5
        """))
    #expect(
      Self.texts(plan) == [
        "training.optimizer=sgd training.batch-size=10",
        "training.optimizer=sgd training.batch-size=20",
        "training.optimizer=momentum training.momentum=0.5",
        "training.optimizer=momentum training.momentum=0.9",
      ])
  }

  @Test("Draws of few values are different ones, and end where there are no more")
  func exhausted() throws {
    let text = """
      sweep: 1
      base: usual
      method: random
      parameters:
        training.batch-size: {min: 1, max: 5}
      trials: 50
      epochs: 5
      """
    let plan = SweepPlan(try Sample.spec(text))
    #expect(plan.count == 5 && plan.shortfall == 45)
    #expect(Set(Self.texts(plan)).count == 5)
  }

  @Test("All combinations can be drawn, in an order of chance that fewer draws begin")
  func allCombinations() throws {
    func plan(_ trials: Int, seed: Int = 1) throws -> SweepPlan {
      let values = (1...60).map { "\($0)" }.joined(separator: ", ")
      return SweepPlan(
        try Sample.spec(
          """
          sweep: 1
          base: usual
          method: random
          parameters:
            training.batch-size: [\(values)]
            network.seed: [\(values)]
          trials: \(trials)
          seed: \(seed)
          epochs: 5
          """))
    }
    let all = try plan(3600)
    let texts = Self.texts(all)
    #expect(all.count == 3600 && all.shortfall == 0 && Set(texts).count == 3600)
    #expect(Self.texts(try plan(3590)) == Array(texts.prefix(3590)))
    #expect(Self.texts(try plan(3600, seed: 2)).suffix(5) != texts.suffix(5))
  }

  @Test("A combination that can't be is told with its reason")
  func impossible() throws {
    let plan = SweepPlan(
      try Sample.spec(
        """
        sweep: 1
        base: usual
        method: grid
        parameters:
          data.training: [50, 90]
          data.validation: [5, 20]
        epochs: 5
        """))
    #expect(throws: Never.self) { try plan.preset(of: 1, replicate: 0) }
    let error = #expect(throws: SettingError.self) { try plan.preset(of: 3, replicate: 0) }
    #expect(error?.key == "data.validation")
  }

  @Test("Seeds move on or are written, the points' only where that is asked for")
  func seeds() throws {
    let plan = SweepPlan(
      try Sample.spec(SpecTests.grid.replacing("seeds: 2", with: "seeds: [7, 8]")))
    let preset = try plan.preset(of: 0, replicate: 1)
    #expect(preset.network.seed == 8 && preset.training.seed == 8 && preset.data.seed == 42)
    let moving = SweepPlan(
      try Sample.spec(SpecTests.grid.replacing("seeds: 2", with: "seeds: 2\nvary-data: true")))
    #expect(try moving.preset(of: 0, replicate: 1).data.seed == 43)
    #expect(try moving.preset(of: 0, replicate: 0).data.seed == 42)
  }
}
