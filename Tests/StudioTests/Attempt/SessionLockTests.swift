import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

/// What an exercise locks and what it leaves free.
@Suite struct SessionLockTests {
  /// Every kind of action that nothing allows is refused, and changes nothing.
  @Test(arguments: [
    Action.set(key: "training.learning-rate", value: "0.1"), .set(key: "seed", value: "1"),
    .chooseProblem(isRegression: true), .toggleFeature(.x1), .addLayer, .removeLayer,
    .addUnit(layer: 0), .removeUnit(layer: 0), .addPoints([], share: .training),
    .erasePoints(at: [0]), .relabelPoints(at: [0], label: 1), .newWeights, .newData,
    .setParameter(index: 0, value: 1), .freeze(index: 0), .freezeLayer(level: 0),
    .freezeUnit(level: 0, unit: 0), .killUnit(level: 0, unit: 0),
  ])
  func whatIsNotAllowedIsLocked(action: Action) throws {
    var session = Session(try AttemptTests.exercise(allow: "train"))
    let before = (session.preset, session.trainer.network.parameters, session.log)
    let outcome = session.apply(action)
    #expect(outcome.effect == .refused)
    #expect(outcome.message.hasPrefix("Locked by the exercise: "))
    #expect(outcome.message.count <= 78)
    #expect(session.preset == before.0 && session.trainer.network.parameters == before.1)
    #expect(session.log == before.2)
  }

  @Test(arguments: [
    ("network.hidden", Action.addLayer), ("network.hidden", .addUnit(layer: 0)),
    ("features", .toggleFeature(.x1Squared)), ("new-weights", .newWeights),
    ("network.seed", .newWeights), ("new-data", .newData),
    ("edit-weights", .setParameter(index: 0, value: 1)),
    ("freeze", .freeze(index: 0)), ("kill", .killUnit(level: 0, unit: 0)),
    ("draw-points", .erasePoints(at: [0])),
    ("training.learning-rate", .set(key: "training.learning-rate", value: "0.1")),
    ("training.learning-rate: [0.1]", .set(key: "training.learning-rate", value: "1e-1")),
  ])
  func whatIsAllowedIsFree(permit: String, action: Action) throws {
    var session = Session(try AttemptTests.exercise(allow: "train, \(permit)"))
    #expect(session.apply(action).effect != .refused)
  }

  @Test func anotherProblemIsAnotherDataSet() throws {
    var session = Session(
      try AttemptTests.exercise(allow: "train, \"data.set\": [circle, xor]"))
    #expect(session.apply(.chooseProblem(isRegression: true)).effect == .refused)
    #expect(session.apply(.set(key: "data.set", value: "xor")).effect != .refused)
  }

  /// A number that no layer has is refused, however large.
  @Test func aLayerThatIsNotThereIsRefused() throws {
    var session = Session(try AttemptTests.exercise(allow: "train, freeze"))
    for level in [Int.max, Int.min, 7] {
      #expect(session.apply(.freezeLayer(level: level)).effect == .refused)
      #expect(session.apply(.unfreezeLayer(level: level)).effect == .refused)
    }
  }

  @Test func valuesAndLimitsHold() throws {
    var session = Session(
      try AttemptTests.exercise(
        allow: "train, network.hidden, \"network.activation\": [tanh, relu]",
        limits: "hidden-layers <= 2, parameters <= 60"))
    #expect(
      session.apply(.set(key: "network.activation", value: "sigmoid")).message
        == "The exercise lets activation be one of tanh, relu.")
    #expect(session.apply(.set(key: "network.activation", value: "relu")).effect != .refused)
    #expect(session.apply(.addLayer).effect != .refused)
    // One value for each layer, each of them allowed.
    #expect(session.apply(.set(key: "network.activation", value: "relu,tanh")).effect != .refused)
    #expect(session.apply(.addLayer).message == "The exercise asks for hidden layers ≤ 2.")
    #expect(
      session.apply(.set(key: "network.hidden", value: "8,8")).message
        == "The exercise asks for parameters ≤ 60.")
  }
}
