import Lessons
import Testing

/// A change of a sweep's file that makes it wrong, and what is said about it.
struct SpecMistake: CustomTestStringConvertible, Sendable {
  let from: String
  let to: String
  let problem: String

  init(_ from: String, _ to: String, _ problem: String) {
    (self.from, self.to, self.problem) = (from, to, problem)
  }

  var testDescription: String { "\(from) → \(to)" }
}

@Suite("Mistakes in sweeps")
struct SpecMistakeTests {
  /// A sweep with a line of each kind.
  private static let whole = """
    sweep: 1
    name: All
    base: small
    settings:
      training.optimizer: adam
    method: halving
    parameters:
      network.hidden: [[2], [4, 2]]
      training.learning-rate: {min: 0.01, max: 1, scale: log}
      training.batch-size: {values: [5, 10], when: [network.hidden != 2]}
      data.noise: {min: 0, max: 50, step: 10}
    trials: 20
    seed: 3
    seeds: [1, 2]
    vary-data: true
    epochs: 100
    objective: {measure: test-loss, goal: minimise, at: best, seeds: median}
    halving: {min: 10, factor: 4, mode: synchronous}
    """

  @Test("As it stands it is read")
  func right() throws {
    let spec = try Sample.spec(Self.whole)
    #expect(spec.rungs == [10, 40, 100] && spec.replicates.count == 2)
    #expect(spec.base.training.optimizer == "adam" && spec.variesData && spec.trials == 20)
    #expect(spec.objective.reduction == .median && spec.objective.moment == .best)
    #expect(
      spec.objective.words(seeds: 2)
        == "test loss at its best epoch, median of 2 seeds, least first")
  }

  @Test("Without a word on it the validation loss counts, or the test loss where there is none")
  func usual() throws {
    let silent = Self.whole.replacing(
      "objective: {measure: test-loss, goal: minimise, at: best, seeds: median}\n", with: "")
    #expect(try Sample.spec(silent).objective.measure == .validationLoss)
    let usual = silent.replacing("base: small", with: "base: usual")
    #expect(try Sample.spec(usual).objective.measure == .testLoss)
  }

  @Test("A mistake is told with its place", arguments: keys + values + conditions + wholes)
  func told(_ mistake: SpecMistake) throws {
    try #require(Self.whole.contains(mistake.from))
    for newline in ["\n", "\r\n"] {
      let text = Self.whole.replacing(mistake.from, with: mistake.to)
        .replacing("\n", with: newline)
      let problem = #expect(throws: PresetProblem.self) { try Sample.spec(text) }
      #expect(problem?.description == mistake.problem)
    }
  }

  private static let allKeys =
    "expected one of sweep, name, base, settings, method, parameters, trials, seed, seeds, vary-data, "
    + "epochs, objective, halving"

  private static let keys = [
    SpecMistake("sweep: 1\n", "", "1:1: the key “sweep: 1” is missing"),
    SpecMistake("sweep: 1", "sweep: 2", "1:8: this version of Percept reads “sweep: 1”"),
    SpecMistake(
      "trials: 20", "trails: 20",
      "12:1: unknown key “trails”: \(allKeys); did you mean “trials”?"),
    SpecMistake("base: small\n", "", "1:1: the key “base” is missing"),
    SpecMistake("base: small", "base: larg", "3:7: “base”: there is no preset “larg”"),
    SpecMistake("epochs: 100\n", "", "1:1: the key “epochs” is missing"),
    SpecMistake("name: All", "name: All\nname: B", "2:1: the key “name” stands twice"),
    SpecMistake(
      "scale: log", "scal: log",
      "9:47: unknown key “scal” in “training.learning-rate”: expected one of values, min, max, scale,"
        + " count, step, when; did you mean “scale”?"),
    SpecMistake(
      "training.batch-size:", "training.batchsize:",
      "10:3: there is no setting “training.batchsize”; did you mean “training.batch-size”?"),
    SpecMistake(
      "training.optimizer: adam", "optimizer: adam",
      "5:3: there is no setting “optimizer”; did you mean “training.optimizer”?"),
    SpecMistake(
      "factor: 4", "eta: 4",
      "18:20: unknown key “eta” in “halving”: expected one of min, factor, mode"),
  ]

  private static let values = [
    SpecMistake(
      "method: halving", "method: gird",
      "6:9: “method” can't be “gird”: expected one of grid, random, halving; did you mean “grid”?"),
    SpecMistake(
      "trials: 20", "trials: 1e3",
      "12:9: “trials” can't be “1e3”: expected a whole number from 1 to 100000"),
    SpecMistake(
      "trials: 20", "trials: 100001",
      "12:9: “trials” can't be “100001”: expected a whole number from 1 to 100000"),
    SpecMistake(
      "training.optimizer: adam", "training.optimizer: adm",
      "5:23: training.optimizer can't be “adm”: expected one of sgd, momentum, averaged-momentum, "
        + "nesterov, adagrad, adadelta, rmsprop, adam, adamw; did you mean “adam”?"),
    SpecMistake("values: [5, 10]", "values: []", "10:33: “training.batch-size.values” is empty"),
    SpecMistake("values: [5, 10]", "values: [5, 5]", "10:37: the value “5” stands twice"),
    SpecMistake(
      "[5, 10]", "[5, 0.5]",
      "10:37: training.batch-size can't be “0.5”: expected a whole number from 1 to 20000"),
    SpecMistake(
      "values: [5, 10]", "values: [5, 10], min: 1",
      "10:42: “values” leaves no room for “min”"),
    SpecMistake(
      "min: 0.01", "min: 0",
      "9:33: training.learning-rate can't be “0”: expected a number from 1e-6 to 100"),
    SpecMistake(
      "max: 1,", "max: .nan,",
      "9:44: “training.learning-rate.max” can't be “.nan”: expected a number"),
    SpecMistake(
      "max: 1,", "max: 0.01,", "9:44: “training.learning-rate.max” has to be larger than min"),
    SpecMistake(
      "step: 10", "scale: log", "11:21: with “scale: log” min has to be larger than 0"),
    SpecMistake(
      "step: 10", "step: 60", "11:39: “data.noise.step” has to be above 0 and at most 50"),
    SpecMistake(
      "step: 10", "step: 10, count: 3", "11:33: “count” leaves no room for “step”"),
    SpecMistake("step: 10", "step: 0.001", "11:39: these are more than 10000 values"),
    SpecMistake(
      "[[2], [4, 2]]", "{min: 2, max: 4}",
      "8:19: “network.hidden” is no number, so it takes a list of values"),
    SpecMistake("seeds: [1, 2]", "seeds: [1, 1]", "14:12: the seed 1 stands twice"),
    SpecMistake("seeds: [1, 2]", "seeds: []", "14:8: “seeds” is empty"),
    SpecMistake(
      "seeds: [1, 2]", "seeds: two",
      "14:8: “seeds” can't be “two”: expected a whole number from 1 to 1000"),
    SpecMistake(
      "measure: test-loss", "measure: hints",
      "17:22: “hints” is no objective: expected training-loss, validation-loss, test-loss, "
        + "training-accuracy, validation-accuracy, test-accuracy, gap"),
    SpecMistake(
      "measure: test-loss", "measure: test_loss",
      "17:22: “test_loss” is no objective: expected training-loss, validation-loss, test-loss, "
        + "training-accuracy, validation-accuracy, test-accuracy, gap; did you mean “test-loss”?"),
    SpecMistake(
      "factor: 4", "factor: 1",
      "18:28: “halving.factor” can't be “1”: expected a whole number from 2 to 10"),
    SpecMistake(
      "{min: 10", "{min: 101",
      "18:16: “halving.min” can't be “101”: expected a whole number from 1 to 100"),
  ]

  private static let conditions = [
    SpecMistake(
      "[network.hidden != 2]", "[hiden != 2]",
      "10:49: “hiden” is neither measured nor a setting; did you mean “network.hidden”?"),
    SpecMistake(
      "[network.hidden != 2]", "[test-loss <= 1]",
      "10:49: “test-loss <= 1” is only known after training; “when” takes settings"),
    SpecMistake(
      "[network.hidden != 2]", "data.noise < 5",
      "10:48: “data.noise” is chosen after “training.batch-size”: put it further up"),
    SpecMistake(
      "[network.hidden != 2]", "training.batch-size < 5",
      "10:48: “training.batch-size” can't depend on itself"),
  ]

  private static let wholes = [
    SpecMistake(
      "method: halving", "method: random", "18:10: “halving” belongs to “method: halving”"),
    SpecMistake(
      "trials: 20\n", "",
      "6:9: halving every combination needs a “count” for a range: give “training.learning-rate” one, "
        + "or the sweep “trials”"),
    SpecMistake(
      "seeds: [1, 2]", "seeds: 1000\ntrials: 101",
      "12:1: the key “trials” stands twice"),
    SpecMistake(
      "trials: 20", "trials: 60000",
      "14:8: 60000 configurations with 2 seeds each are more than 100000 trials"),
    SpecMistake(
      "data.noise:", "data.seed:",
      "14:8: “data.seed” is varied, so every configuration has its seed; leave out “seeds”"),
  ]

  @Test(
    "An objective that no configuration has is told",
    arguments: [
      (
        "validation-loss", "data.validation: 0",
        "“validation-loss” needs points that are kept for it: set data.validation, in “settings” or in "
          + "the base"
      ),
      (
        "test-accuracy", "data.set: wave",
        "“wave” has numbers to predict, so there is no “test-accuracy”"
      ),
    ])
  func objective(measure: String, setting: String, message: String) throws {
    let text = """
      sweep: 1
      base: small
      settings: {\(setting)}
      method: grid
      parameters: {training.batch-size: [1, 2]}
      epochs: 5
      objective: {measure: \(measure)}
      """
    let problem = #expect(throws: PresetProblem.self) { try Sample.spec(text) }
    #expect(problem?.description == "7:12: \(message)")
    let key = setting.prefix { $0 != ":" }
    let varied = text.replacing("parameters: {", with: "parameters: {\(key): [20, 30], ")
    if key == "data.validation" { #expect(throws: Never.self) { try Sample.spec(varied) } }
  }
}
