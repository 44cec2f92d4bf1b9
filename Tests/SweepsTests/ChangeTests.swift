import Lessons
import Testing

@testable import Sweeps

@Suite("Changes of a sweep on the command line")
struct ChangeTests {
  private static func changed(_ texts: String...) throws -> SweepSpec {
    try Sample.spec(SpecTests.grid).changed(by: texts)
  }

  @Test("Values take the place of those of the file, or come after them")
  func values() throws {
    let spec = try Self.changed("training.learning-rate=0.01, 0.03", "network.hidden=[3],[5,5]")
    #expect(spec.parameters.map(\.listed) == [["3", "5,5"], ["0.01", "0.03"]])
    let more = try Self.changed("training.optimizer=sgd,adam")
    #expect(more.parameters.map(\.key).last == "training.optimizer")
    #expect(more.configurationCount == 12)
    #expect(try Self.changed() == Sample.spec(SpecTests.grid))
  }

  @Test("Formulas keep their commas in brackets")
  func formulas() throws {
    let spec = try Self.changed("features=[x1,x2],[x1,sin(x1*x2)]")
    #expect(spec.parameters.last?.listed == ["x1,x2", "x1,sin(x1*x2)"])
  }

  @Test("A range stands as in a file")
  func ranges() throws {
    let spec = try Self.changed(
      "training.learning-rate={min: 0.001, max: 0.1, scale: log, count: 3}")
    #expect(spec.parameters[1].listed == ["0.001", "0.01", "0.1"])
  }

  @Test("Method, number, seeds and epochs are changed together")
  func lines() throws {
    let spec = try Self.changed("method=random", "trials=4", "seed=9", "seeds=[5, 6]", "epochs=90")
    #expect(spec.method == .random && spec.trials == 4 && spec.seed == 9 && spec.epochs == 90)
    #expect(spec.replicates == [.seed(5), .seed(6)] && spec.halving.minimum == 10)
    #expect(try spec.changed(by: ["method=grid"]).trials == nil)
  }

  @Test("Conditions stay with what is changed")
  func conditions() throws {
    let text = """
      sweep: 1
      base: usual
      method: grid
      parameters:
        training.optimizer: [sgd, momentum]
        training.momentum: {values: [0.5, 0.9], when: training.optimizer = momentum}
      epochs: 5
      """
    let spec = try Sample.spec(text).changed(by: ["training.momentum=0.1,0.2,0.3"])
    #expect(SweepPlan(spec).count == 4)
  }

  @Test(
    "A mistake names the change",
    arguments: [
      (
        "epochs",
        "“epochs” is no change: expected KEY=VALUES, as in training.learning-rate=0.01,0.03"
      ),
      ("=3", "“=3” is no change: expected KEY=VALUES, as in training.learning-rate=0.01,0.03"),
      ("epochs=", "“epochs=”: there is nothing after “=”"),
      (
        "epochs=0", "“epochs=0”: “epochs” can't be “0”: expected a whole number from 1 to 1000000"
      ),
      (
        "method=gird",
        "“method=gird”: expected one of grid, random, halving; did you mean “grid”?"
      ),
      (
        "learning-rate=1",
        "“learning-rate=1”: there is no setting “learning-rate”; did you mean “training.learning-rate”?"
      ),
      (
        "training.learning-rate=1,x",
        "“training.learning-rate=1,x”: training.learning-rate can't be “x”: expected a number from 1e-6 to 100"
      ),
      ("data.noise=", "“data.noise=”: “data.noise” is empty"),
      ("data.noise=5,5", "“data.noise=5,5”: the value “5” stands twice"),
      (
        "data.noise={min: 0, max: 9}",
        "a grid needs a “count” for a range: give “data.noise” one, or choose “method: random”"
      ),
      ("trials=3", "a grid tries every combination; “trials” belongs to random and halving"),
      (
        "data.noise={values: [5], when: test-loss < 1}",
        "“data.noise={values: [5], when: test-loss < 1}”: “test-loss < 1” is only known after training; “when” takes settings"
      ),
    ])
  func mistakes(change: String, message: String) {
    let problem = #expect(throws: SweepSpec.ChangeProblem.self) { try Self.changed(change) }
    #expect(problem?.description == message)
  }
}
