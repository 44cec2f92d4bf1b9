import Datasets
import Engine
import Lessons

@testable import Studio

/// Everything of a session that can be seen, with numbers as bits, so that NaN equals itself.
struct Snapshot: Equatable, CustomStringConvertible {
  let preset: Preset
  let dataset: Dataset
  let parameters: [UInt32]
  let counts: [Int]
  let divergence: Divergence?
  let history: [UInt64]
  /// Without notes of going on from a file, which a session that never left has none of.
  let entries: [ActionLog.Entry]
  let frozen: [Int]
  let killed: [UnitPlace]
  let losses: [UInt64]

  init(_ session: Session) {
    preset = session.preset
    dataset = session.dataset
    parameters = session.trainer.network.parameters.map(\.bitPattern)
    counts = [
      session.totalSteps, session.trainer.stepCount, session.trainer.epochCount,
      session.trainer.position, session.trainer.stepsLeftInEpoch,
    ]
    divergence = session.trainer.divergence
    history = session.history.entries.flatMap {
      [
        UInt64($0.epoch), $0.training.bitPattern, $0.test.bitPattern,
        $0.validation?.bitPattern ?? 0, $0.accuracy.training?.bitPattern ?? 0,
        $0.accuracy.test?.bitPattern ?? 0, $0.accuracy.validation?.bitPattern ?? 0,
        $0.penalty?.bitPattern ?? 0,
      ]
    }
    entries = session.log.entries.filter { $0.action != .resume }
      .map { ActionLog.Entry(step: $0.step, action: $0.action) }
    frozen = session.frozen
    killed = session.killed
    losses = [
      session.trainingEvaluation.loss, session.validationEvaluation.loss,
      session.testEvaluation.loss, session.penalty,
    ].map(\.bitPattern)
  }

  /// Short, for the report of a failure.
  var description: String {
    "counts \(counts), parameters \(parameters.prefix(3))…, \(history.count) of history, "
      + "\(entries.count) actions, losses \(losses.map { Double(bitPattern: $0) }), "
      + "divergence \(divergence.map { "in step \($0.step)" } ?? "none")"
  }
}

/// A preset with few points, so that many sessions are quick.
func smallPreset(_ change: (inout Preset) -> Void = { _ in }) -> Preset {
  var preset = Preset()
  preset.data.samples = 60
  change(&preset)
  return preset
}

/// A session that has learned a little and stands in the middle of an epoch.
func trainedSession(_ change: (inout Preset) -> Void = { _ in }) -> Session {
  var session = Session(smallPreset(change))
  session.advance(steps: 20)
  return session
}

/// What leads back, and forth again.
let backAndForth: [Action] = [.undo, .redo, .undo, .redo, .undo, .undo, .redo, .undo]

/// Every kind of change, with values that a session of the usual network can take.
let actions: [Action] =
  [
    .chooseProblem(isRegression: true), .chooseProblem(isRegression: false), .addLayer,
    .removeLayer, .reset, .newWeights, .newData, .setParameter(index: 3, value: 0.25),
    .setParameter(index: 0, value: -1.5), .setParameter(index: 1 << 40, value: 1),
    .setParameter(index: 1, value: .infinity), .freeze(index: 0), .freeze(index: 12),
    .unfreeze(index: 0), .freezeLayer(level: 1), .unfreezeLayer(level: 1),
    .killUnit(level: 0, unit: 1), .killUnit(level: 1, unit: 0), .killUnit(level: 9, unit: 0),
    .reviveUnit(level: 0, unit: 1), .freezeUnit(level: 0, unit: 1),
    .unfreezeUnit(level: 0, unit: 1), .goBack,
    .freezeUnit(level: 1, unit: 7),
  ] + backAndForth
  + (0..<3).flatMap { [Action.addUnit(layer: $0), .removeUnit(layer: $0)] }
  + Feature.allCases.map { .toggleFeature($0) }
  + ["sin(x1*x2)", "1/x1", "x1-x2^2", "min(x1,x2)"].compactMap(Feature.init(rawValue:))
  .map { .toggleFeature($0) }
  + [
    .addPoints([Example(1.5, -2, label: 1)], share: .training),
    .addPoints([Example(0.1, 3, label: 2), Example(-6, 6, label: 0)], share: .test),
    .addPoints([Example(7, 0, label: 1)], share: .training), .addPoints([], share: .validation),
    .erasePoints(at: [0, 7, 31]), .erasePoints(at: [3]), .erasePoints(at: []),
    .erasePoints(at: [100_000]), .erasePoints(at: Array(0..<30)),
    .relabelPoints(at: [1, 2, 40], label: 1), .relabelPoints(at: [5], label: 3),
    .relabelPoints(at: [-1], label: 0), .relabelPoints(at: [0], label: 0.5),
  ]
  + [
    ("data.set", "iris"), ("data.set", "wave"), ("data.x1", "sepal_width_cm"),
    ("data.x2", "none"), ("data.target", "sepal_length_cm"), ("features", "x1,exp(x1/3)"),
    ("data.set", "points"), ("data.set", "xor"), ("data.set", "blobs"), ("data.set", "plane"),
    ("data.noise", "20"),
    ("data.training", "70"), ("data.validation", "20"), ("data.validation", "60"),
    ("data.stratified", "true"), ("data.standardize", "true"), ("data.samples", "90"),
    ("data.classes", "4"), ("data.seed", "7"),
    ("features", "x1,sinx2"), ("network.hidden", "3"), ("network.hidden", ""),
    ("network.activation", "relu"), ("network.initialization", "xavier"), ("network.seed", "9"),
    ("training.loss", "cross-entropy"), ("training.loss", "mean-squared-error"),
    ("training.optimizer", "momentum"), ("training.momentum", "0.5"),
    ("training.learning-rate", "0.1"), ("training.learning-rate", "100"),
    ("training.batch-size", "7"), ("training.l1", "0.01"),
    ("training.l2", "0.01"), ("training.l2-form", "decay"),
    ("network.activation", "relu,sin"), ("network.wiring", "residual"),
    ("network.wiring", "dense,ode-rk4"), ("network.normalization", "batch,layer"),
    ("network.dropout", "0,25"), ("network.solver-steps", "3"),
    ("network.initialization-scale", "0.2"), ("training.schedule", "cosine"),
    ("training.schedule-period", "40"), ("training.warm-up", "3"),
    ("training.schedule-unit", "step"), ("training.clipping", "norm"),
    ("training.clipping-limit", "0.5"), ("training.max-norm", "1"),
    ("training.input-noise", "0.1"), ("training.patience", "5"), ("training.loss", "hinge"),
    ("training.loss-delta", "2"), ("training.shuffle", "false"), ("training.seed", "5"),
    ("no.such", "1"),
  ].map { .set(key: $0.0, value: $0.1) }
