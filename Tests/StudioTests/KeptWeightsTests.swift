import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("Changes of the network's shape")
struct KeptWeightsTests {
  /// Every weight and bias by the names of the places it joins: hidden layers count from the input,
  /// the output is the output whatever stands before it, inputs are called by their features.
  private func named(_ session: Session) -> [String: Float] {
    named(session.trainer.network, of: session.preset)
  }

  private func named(_ network: Network, of preset: Preset) -> [String: Float] {
    var sources = preset.features.map(\.rawValue)
    var weights: [String: Float] = [:]
    for level in 0...preset.network.hidden.count {
      let isOutput = level == preset.network.hidden.count
      let layer = isOutput ? "output" : "hidden\(level)"
      let units = (0..<network.levels[level].units).map { "\(layer).\($0)" }
      let shape = network.levels[level]
      let others = shape.parameters.dropFirst(units.count * (shape.columns + 1))
      for (place, index) in others.enumerated() {
        weights["norm \(place / units.count) of \(units[place % units.count])"] =
          network.parameters[index]
      }
      for (unit, name) in units.enumerated() {
        weights[name] = network.parameters[network.biasIndex(level: level, unit: unit)]
        for (input, source) in sources.enumerated() {
          weights["\(source) to \(name)"] =
            network.weightIndex(level: level, unit: unit, input: input)
            .map { network.parameters[$0] }
        }
      }
      sources = units
    }
    return weights
  }

  @Test(
    "Every weight that still has a place is kept to the bit, others are drawn from the seed",
    arguments: actions.filter { !$0.text.hasPrefix("set-parameter") })
  func kept(_ action: Action) {
    for hidden in [[4, 2], [3, 3, 3], [1], []] {
      var session = trainedSession { $0.network.hidden = hidden }
      let before = named(session)
      guard session.apply(action).effect == .keptWeights else { continue }
      let after = named(session)
      #expect(after.count == session.trainer.network.parameterCount)
      let drawn = named(
        Network(session.preset.networkSpec, seed: session.preset.network.seed), of: session.preset)
      for (name, weight) in after { #expect(weight == before[name] ?? drawn[name], "\(name)") }
    }
  }

  @Test(
    "Whatever can be taken back, once added, is as if it had never been",
    arguments: [
      (Action.addUnit(layer: 0), Action.removeUnit(layer: 0)),
      (.addUnit(layer: 1), .removeUnit(layer: 1)),
      (.toggleFeature(.product), .toggleFeature(.product)),
      (
        .set(key: "network.activation", value: "relu"),
        .set(key: "network.activation", value: "tanh")
      ),
      (
        .set(key: "training.loss", value: "cross-entropy"),
        .set(key: "training.loss", value: "half-squared-error")
      ),
    ])
  func thereAndBack(_ there: Action, _ back: Action) {
    var session = trainedSession()
    let before = session
    #expect(session.apply(there).effect == .keptWeights)
    #expect(session.preset != before.preset)
    #expect(session.apply(back).effect == .keptWeights)
    #expect(session.preset == before.preset)
    #expect(session.trainer.network.parameters == before.trainer.network.parameters)
  }

  @Test(
    "Activation and loss keep every weight",
    arguments: [
      ("network.activation", Activation.allCases.map(\.rawValue)),
      ("training.loss", Preset.LossChoice.allCases.map(\.rawValue)),
    ])
  func allKept(_ key: String, _ values: [String]) {
    for recipe in ["circle", "blobs"] {
      var session = trainedSession { $0.data.recipe = recipe }
      let parameters = session.trainer.network.parameters
      for value in values {
        session.apply(.set(key: key, value: value))
        #expect(SettingCatalogue.keyed(key)?.value(in: session.preset) == value)
        #expect(session.trainer.network.parameters == parameters)
      }
    }
  }

  @Test("A session goes on learning after any change", arguments: actions)
  func goesOn(_ action: Action) {
    var session = trainedSession()
    session.apply(action)
    let epoch = session.trainer.epochCount
    session.advance(steps: session.trainer.stepsLeftInEpoch)
    #expect(session.trainer.epochCount == epoch + 1 || session.trainer.divergence != nil)
  }

  @Test("There are so many hidden layers at most, and none is enough")
  func layers() {
    var session = trainedSession()
    let limit = SettingCatalogue.layerLimit
    for count in 3...limit {
      #expect(session.apply(.addLayer).effect == .keptWeights)
      #expect(session.preset.network.hidden == [4, 2] + Array(repeating: 2, count: count - 2))
    }
    refuses(.addLayer, "There are at most \(limit) hidden layers.", &session)
    for count in (0..<limit).reversed() {
      #expect(session.apply(.removeLayer).effect == .keptWeights)
      #expect(session.preset.network.hidden.count == count)
    }
    refuses(.removeLayer, "There is no hidden layer left.", &session)
  }

  @Test("A layer has one unit at least and so many at most")
  func units() {
    var session = trainedSession()
    let limit = SettingCatalogue.unitLimit
    for count in 5...limit {
      #expect(session.apply(.addUnit(layer: 0)).effect == .keptWeights)
      #expect(session.preset.network.hidden == [count, 2])
    }
    refuses(.addUnit(layer: 0), "A layer has at most \(limit) units.", &session)
    #expect(session.apply(.removeUnit(layer: 1)).effect == .keptWeights)
    refuses(.removeUnit(layer: 1), "A layer needs a unit; take the layer away instead.", &session)
    for layer in [-1, 2, 7] {
      refuses(.addUnit(layer: layer), "There is no such layer.", &session)
      refuses(.removeUnit(layer: layer), "There is no such layer.", &session)
    }
  }

  @Test(
    "What can't be set is refused with the reason",
    arguments: [
      ("no.such", "1", "There is no setting no.such."),
      ("training.learning-rate", "fast", "rate: expected a number from 1e-6 to 100."),
      ("data.classes", "7", "classes: expected a whole number from 2 to 6."),
      (
        "data.classes", "4", "This data set has a number of classes of its own."
      ),
      (
        "training.loss", "cross-entropy",
        "loss: expected an error of numbers, such as half-squared-error, because “plane” has numbers to predict."
      ),
      (
        "network.activation", "tanhh",
        "activation: expected one of linear, relu, leaky-relu, elu, selu, gelu, silu, softplus, "
          + "sigmoid, tanh, sin, step, softmax; did you mean “tanh”?"
      ),
    ])
  func settings(_ key: String, _ value: String, _ reason: String) {
    var session = trainedSession { $0.data.recipe = "plane" }
    refuses(.set(key: key, value: value), reason, &session)
  }

  private func refuses(_ action: Action, _ reason: String, _ session: inout Session) {
    let before = Snapshot(session)
    #expect(session.apply(action) == Outcome(effect: .refused, message: reason))
    #expect(Snapshot(session) == before)
  }

  @Test("Features are switched on and off in the order of the inputs")
  func features() {
    var session = trainedSession()
    session.apply(.toggleFeature(.sineX2))
    session.apply(.toggleFeature(.x1Squared))
    #expect(session.preset.features == [.x1, .x2, .x1Squared, .sineX2])
    session.apply(.toggleFeature(.x1))
    #expect(session.preset.features == [.x2, .x1Squared, .sineX2])
  }
}
