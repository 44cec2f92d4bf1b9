import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("What a change does")
struct EffectTests {
  /// What a change of each setting does; a setting that is not here fails the test below.
  private static let effects: [String: Outcome.Effect] = [
    "data.set": .startedAnew, "data.noise": .startedAnew, "data.training": .startedAnew,
    "data.samples": .startedAnew, "data.classes": .refused, "data.seed": .startedAnew,
    "features": .keptWeights, "network.hidden": .keptWeights,
    "network.activation": .keptWeights, "network.initialization": .startedAnew,
    "network.seed": .startedAnew, "training.loss": .keptWeights, "training.optimizer": .live,
    "training.learning-rate": .live, "training.batch-size": .live,
    "training.regularization": .live, "training.regularization-rate": .live,
    "training.shuffle": .live, "training.seed": .startedAnew, "training.momentum": .live,
  ]

  /// Another value than a circle's session has.
  private func other(_ setting: Setting) -> String {
    let preset = smallPreset()
    switch setting.domain {
    case .number(_, let steps, _, _): return steps.isEmpty ? "77" : setting.stepped(1, in: preset)
    case .choice(let names): return names.first { $0 != setting.value(in: preset) } ?? ""
    case .list(let names, let numbers, _): return names.first ?? "\(numbers.upperBound)"
    }
  }

  @Test("Each setting acts live, keeps the weights or starts anew", arguments: SettingCatalogue.all)
  func effect(_ setting: Setting) {
    var session = trainedSession()
    let outcome = session.apply(.set(key: setting.key, value: other(setting)))
    #expect(outcome.effect == Self.effects[setting.key])
    let written = setting.value(in: session.preset)
    #expect(outcome.effect == .refused || written == other(setting))
  }

  @Test("What acts live changes nothing but the setting", arguments: SettingCatalogue.all)
  func live(_ setting: Setting) throws {
    var session = trainedSession()
    let before = session
    let outcome = session.apply(.set(key: setting.key, value: other(setting)))
    guard outcome.effect == .live else { return }
    #expect(outcome.message == "Acts from the next step on; nothing was lost.")
    #expect(session.trainer.network.parameters == before.trainer.network.parameters)
    #expect(session.trainer.epochCount == before.trainer.epochCount)
    #expect(session.trainer.stepCount == before.trainer.stepCount)
    #expect(session.trainer.position == before.trainer.position)
    #expect(session.totalSteps == before.totalSteps)
    #expect(session.history == before.history)
    #expect(session.dataset == before.dataset)
    var preset = before.preset
    try setting.set(other(setting), in: &preset)
    #expect(session.preset == preset)
    expectTrained(session, as: preset.trainingSpec)
    session.advance(steps: 1)
    #expect(session.trainer.stepCount == before.trainer.stepCount + 1)
  }

  private func expectTrained(_ session: Session, as spec: TrainingSpec) {
    let settings = session.trainer.settings
    #expect(settings.loss == spec.loss)
    #expect(settings.learningRate == spec.learningRate)
    #expect(settings.batchSize == spec.batchSize)
    #expect(settings.regularization == spec.regularization)
    #expect(settings.shuffles == spec.shuffles)
    #expect(type(of: settings.optimizer) == type(of: spec.optimizer))
    for name in spec.optimizer.settingNames {
      #expect(settings.optimizer.setting(name) == spec.optimizer.setting(name))
    }
  }

  @Test("The value that is there already changes nothing", arguments: SettingCatalogue.all)
  func same(_ setting: Setting) {
    for preset in [Preset(), smallPreset()] {
      var session = Session(preset)
      session.advance(steps: 3)
      let before = Snapshot(session)
      let outcome = session.apply(.set(key: setting.key, value: setting.value(in: preset)))
      #expect(outcome == Outcome.nothing)
      #expect(Snapshot(session) == before)
    }
  }

  @Test("Every change keeps its promise about epoch, steps, history and log", arguments: actions)
  func promise(_ action: Action) {
    var session = trainedSession()
    let before = Snapshot(session)
    let history = session.history
    let dataset = session.dataset
    let outcome = session.apply(action)
    #expect(outcome.message.isEmpty == (outcome.effect == .unchanged))
    #expect(session.totalSteps == before.counts[0])
    expectTrained(session, as: session.preset.trainingSpec)
    let isLogged = outcome.effect != .refused && outcome.effect != .unchanged
    let entry = ActionLog.Entry(step: 20, action: action)
    #expect(session.log.entries == (isLogged ? [entry] : []))
    switch outcome.effect {
    case .refused, .unchanged: #expect(Snapshot(session) == before)
    case .live, .keptWeights:
      #expect(session.trainer.epochCount == 6)
      #expect(session.trainer.stepCount == 20)
      #expect(session.trainer.position == 20)
      #expect(session.history == history)
      #expect(session.dataset == dataset)
    case .startedAnew:
      #expect(isFresh(session))
      #expect(action == .reset || outcome.message.hasPrefix("Started anew: "))
    }
  }

  /// Whether a session is as one that was just begun with its preset.
  private func isFresh(_ session: Session) -> Bool {
    let fresh = Session(session.preset)
    return session.trainer.epochCount == 0 && session.trainer.stepCount == 0
      && session.trainer.position == 0 && session.trainer.divergence == nil
      && session.dataset == fresh.dataset && session.history == fresh.history
      && session.trainer.network.parameters == fresh.trainer.network.parameters
      && session.testEvaluation == fresh.testEvaluation
  }

  @Test("What starts anew goes on exactly as a new session would", arguments: actions)
  func goesOn(_ action: Action) {
    var session = trainedSession()
    guard session.apply(action).effect == .startedAnew else { return }
    var fresh = Session(session.preset)
    session.advance(steps: 11)
    fresh.advance(steps: 11)
    #expect(session.trainer.network.parameters == fresh.trainer.network.parameters)
    #expect(session.history == fresh.history)
  }

  @Test(
    "Each start anew gives its reason",
    arguments: [
      (Action.reset, "Back to epoch 0 with the same weights."),
      (.newWeights, "Started anew: new weights."),
      (.newData, "Started anew: the points changed."),
      (.set(key: "data.set", value: "xor"), "Started anew: another data set."),
      (.chooseProblem(isRegression: true), "Started anew: another data set."),
      (.set(key: "data.noise", value: "10"), "Started anew: the points changed."),
      (.set(key: "data.training", value: "60"), "Started anew: other points are for training."),
      (.set(key: "network.initialization", value: "he"), "Started anew: new weights."),
      (.set(key: "training.seed", value: "1"), "Started anew: another order of the samples."),
    ])
  func reasons(_ action: Action, _ message: String) {
    var session = trainedSession()
    #expect(session.apply(action) == Outcome.anew(message))
  }

  @Test(
    "Cross-entropy gives way to a squared error where there are no classes",
    arguments: [
      Action.set(key: "data.set", value: "plane"), .chooseProblem(isRegression: true),
    ])
  func lossGivesWay(_ action: Action) {
    var session = trainedSession { $0.training.loss = .crossEntropy }
    #expect(
      session.apply(action)
        == Outcome.anew("Started anew: another data set, with the loss half-squared-error."))
    #expect(session.preset.data.recipe == "plane")
    #expect(session.preset.training.loss == .halfSquaredError)
  }

  @Test("Another data set has as many points as it usually has")
  func usualCount() {
    var session = trainedSession()
    session.apply(.set(key: "data.set", value: "plane"))
    #expect(session.preset.data.samples == nil)
    #expect(session.dataset.training.count == 600)
  }

  @Test("To choose a problem takes its first data set, or changes nothing if it is there already")
  func problems() {
    var session = trainedSession()
    #expect(session.apply(.chooseProblem(isRegression: false)) == .nothing)
    session.apply(.set(key: "data.set", value: "multi-gauss"))
    #expect(session.apply(.chooseProblem(isRegression: true)) == .nothing)
    #expect(session.preset.data.recipe == "multi-gauss")
    session.apply(.chooseProblem(isRegression: false))
    #expect(session.preset.data.recipe == "circle")
  }
}

extension Outcome {
  static let nothing = Outcome(effect: .unchanged, message: "")

  static func anew(_ message: String) -> Outcome {
    Outcome(effect: .startedAnew, message: message)
  }
}
