import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("What a change does")
struct EffectTests {
  /// A session in which a setting has a say.
  private func session(for setting: Setting) -> Session {
    trainedSession { preset in
      if setting.key == "data.classes" { preset.data.recipe = Blobs.name }
      if ["data.x1", "data.x2", "data.target"].contains(setting.key) {
        preset.data.recipe = "iris"
      }
      setting.chooseOwner(in: &preset)
    }
  }

  @Test("A change does what the catalogue says of its setting", arguments: SettingCatalogue.all)
  func effect(_ setting: Setting) {
    var session = session(for: setting)
    let value = setting.otherValue(in: session.preset)
    let outcome = session.apply(.set(key: setting.key, value: value))
    #expect(setting.value(in: session.preset) == value)
    #expect(session.trainer.network.spec == session.preset.networkSpec)
    #expect(
      session.trainer.samples
        == session.preset.samples(
          session.dataset.training,
          standardizedBy: session.preset.standardizer(for: session.dataset)))
    switch setting.effect {
    case .live: #expect(outcome.effect == .live && session.trainer.stepCount == 20)
    case .keepsWeights: #expect(outcome.effect == .keptWeights && session.trainer.stepCount == 20)
    case .startsAnew: #expect(outcome.effect == .startedAnew && isFresh(session))
    }
  }

  @Test("The catalogue asks for no more than a change needs", arguments: SettingCatalogue.all)
  func need(_ setting: Setting) throws {
    let old = session(for: setting).preset
    // Some choices need less than others: both squared errors take the same output.
    var values = [setting.otherValue(in: old)]
    if case .choice(let names) = setting.domain(in: old) { values = names }
    let needs = try values.map { value in
      var new = old
      try setting.set(value, in: &new)
      return need(from: old, to: new)
    }
    #expect(setting.effect == needs.max())
  }

  /// Found without the catalogue: what acts live before the first step is as if it had always been
  /// so; a change keeps weights unless others would have been drawn in their places.
  private func need(from old: Preset, to new: Preset) -> Setting.Effect {
    let before = Session(old)
    var after = Session(new)
    let hasSamePoints = before.dataset == after.dataset
    let first = (before.trainer.network.parameters, after.trainer.network.parameters)
    var live = before.trainer
    live.settings = new.trainingSpec
    for _ in 0..<11 { live.step() }
    let hasSameShape = first.0.count == first.1.count
    let isSameTask =
      old.networkSpec == new.networkSpec && old.objective == new.objective
    after.advance(steps: 11)
    // Values of two losses do not go into one curve, which must begin anew.
    if hasSamePoints && old.objective.loss == new.objective.loss
      && live.network.parameters == after.trainer.network.parameters
    {
      return .live
    }
    let keeps = hasSamePoints && !isSameTask && (!hasSameShape || first.0 == first.1)
    return keeps ? .keepsWeights : .startsAnew
  }

  @Test("What acts live changes nothing but the setting", arguments: SettingCatalogue.all)
  func live(_ setting: Setting) throws {
    var session = session(for: setting)
    let before = session
    let value = setting.otherValue(in: session.preset)
    let outcome = session.apply(.set(key: setting.key, value: value))
    guard outcome.effect == .live else { return }
    #expect(
      outcome.message
        == session.warnings.first ?? "Acts from the next step on; nothing was lost.")
    #expect(session.trainer.network.parameters == before.trainer.network.parameters)
    #expect(session.trainer.epochCount == before.trainer.epochCount)
    #expect(session.trainer.stepCount == before.trainer.stepCount)
    #expect(session.trainer.position == before.trainer.position)
    #expect(session.totalSteps == before.totalSteps)
    // Values of two losses do not go into one curve.
    if session.preset.objective == before.preset.objective {
      #expect(session.history == before.history)
    }
    #expect(session.dataset == before.dataset)
    var preset = before.preset
    try setting.set(value, in: &preset)
    #expect(session.preset == preset)
    expectTrained(session, as: preset.trainingSpec)
    session.advance(steps: 1)
    #expect(session.trainer.stepCount == before.trainer.stepCount + 1)
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
    let loss = session.preset.objective.loss
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
      if !action.editsPoints { #expect(session.trainer.position == 20) }
      // A curve of another loss begins where it is first measured.
      let isOtherLoss = session.preset.objective.loss != loss
      #expect(
        isOtherLoss ? session.history.entries.map(\.epoch) == [6] : session.history == history)
      #expect((session.dataset == dataset) == !action.editsPoints)
    case .restored: Issue.record("nothing was done that could come back")
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
      && session.samples.validation == fresh.samples.validation
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
      (.set(key: "data.validation", value: "20"), "Started anew: other points are held back."),
      (.set(key: "data.stratified", value: "true"), "Started anew: the points changed."),
      (
        .set(key: "data.standardize", value: "true"),
        "Started anew: the inputs have another scale."
      ),
      (.set(key: "network.initialization", value: "he"), "Started anew: new weights."),
      (.set(key: "training.seed", value: "1"), "Started anew: another order of the samples."),
      (.set(key: "seed", value: "7"), "Started anew: the points changed."),
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

  @Test("The one seed is a change as long as any seed differs from it")
  func oneSeed() {
    var session = trainedSession { $0.network.seed = 9 }
    #expect(
      session.apply(.set(key: "seed", value: "42")) == Outcome.anew("Started anew: new weights."))
    #expect(isFresh(session))
    #expect(session.apply(.set(key: "seed", value: "42")) == Outcome.nothing)
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
