import Datasets
import Engine
public import Lessons
import Studio

/// A trial under way, in pieces: a value, so that what is known at any time can be kept and gone on
/// with. How it is cut into pieces changes nothing of the result.
public struct TrialRun: Sendable {
  /// For how many epochs it is trained.
  public private(set) var target: Int
  private let objective: SweepObjective
  private var run: BareRun
  /// The objective after each epoch that is kept, from epoch 0 on.
  private var curve: [Double] = []
  private var stride = 1
  private var best: (value: Double, epoch: Int) = (.nan, 0)

  /// How many points of a curve are kept at most.
  private static let curveLimit = 40
  /// The start of a trial.
  ///
  /// - Parameters:
  ///   - preset: with its values and seeds.
  ///   - epochs: for how long it is trained.
  ///   - objective: what is measured.
  public init(_ preset: Preset, epochs: Int, _ objective: SweepObjective) {
    run = BareRun(preset)
    target = epochs
    self.objective = objective
    note()
  }

  /// Whether there is nothing left to train.
  public var isFinished: Bool {
    hasNoObjective || run.hasStopped || run.trainer.epochCount >= target
  }

  /// Whether its points don't give what is to be measured, such as a validation loss where none are kept
  /// for it.
  private var hasNoObjective: Bool { curve.first?.isNaN ?? true }

  /// Epochs trained so far.
  public var epochs: Int { run.trainer.epochCount }

  /// Trains on, to a later epoch.
  public mutating func extend(to epochs: Int) { target = max(target, epochs) }

  /// Trains for some milliseconds; nothing once it is finished.
  ///
  /// - Parameter budget: about how many values of units are computed; at least one step is taken.
  public mutating func advance(budget: Int = 2_000_000) {
    var spent = 0
    let batch = min(run.trainer.settings.batchSize, run.count(of: .training))
    // Forward and twice backward, for whole blocks of lanes.
    let cost = 3 * laneCount * blockCount(for: batch) * run.valuesPerSample
    while !isFinished, spent < budget {
      let epoch = run.trainer.epochCount
      run.step()
      spent += max(1, cost)
      if run.trainer.epochCount > epoch, run.trainer.divergence == nil {
        spent += note() * run.valuesPerSample
      }
    }
  }

  /// What has come of it.
  public var result: TrialResult {
    guard !hasNoObjective else {
      let name = objective.measure.rawValue.replacing("-", with: " ")
      return .failed("the \(name) can't be measured with these values")
    }
    var run = run
    let measures = Self.measures(&run)
    let last = zip(SweepObjective.measures, measures).first { $0.0 == objective.measure }?.1
    let found: (value: Double, epoch: Int) =
      objective.moment == .best ? best : (last ?? .nan, epochs)
    // A loss may be too large for a number before a weight is.
    let hasDiverged = run.trainer.divergence != nil || !found.value.isFinite
    let none = Double.nan
    return TrialResult(
      state: hasDiverged ? .diverged : .complete, objective: hasDiverged ? none : found.value,
      epochs: epochs, measuredAt: found.epoch,
      measures: hasDiverged ? measures.map { _ in none } : measures, curve: curve)
  }

  /// Keeps what is measured after an epoch; gives for how many points it was computed.
  @discardableResult
  private mutating func note() -> Int {
    let epoch = run.trainer.epochCount
    let isKept = epoch % stride == 0
    guard isKept || objective.moment == .best else { return 0 }
    let value = Self.value(of: objective.measure, &run)
    if objective.moment == .best, !value.isNaN,
      best.value.isNaN || objective.cost(of: value) < objective.cost(of: best.value)
    {
      best = (value, epoch)
    }
    if isKept {
      curve.append(value)
      if curve.count > Self.curveLimit {
        stride *= 2
        curve = curve.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
      }
    }
    return run.count(of: .training) + run.count(of: .test)
  }

  /// All measures now, with each share looked at once.
  private static func measures(_ run: inout BareRun) -> [Double] {
    let training = run.evaluation(of: .training)
    let validation = run.evaluation(of: .validation)
    let test = run.evaluation(of: .test)
    return SweepObjective.measures.map { measure in
      switch measure {
      case .trainingLoss: training.loss
      case .validationLoss: validation.loss
      case .testLoss: test.loss
      case .trainingAccuracy: Evaluation.percent(training.accuracy, of: run.count(of: .training))
      case .validationAccuracy:
        Evaluation.percent(validation.accuracy, of: run.count(of: .validation))
      case .testAccuracy: Evaluation.percent(test.accuracy, of: run.count(of: .test))
      case .gap: test.loss - training.loss
      default: .nan
      }
    }
  }

  /// A measure now; accuracies in per cent, as goals have them.
  private static func value(of measure: Measure, _ run: inout BareRun) -> Double {
    switch measure {
    case .trainingLoss: run.evaluation(of: .training).loss
    case .validationLoss: run.evaluation(of: .validation).loss
    case .testLoss: run.evaluation(of: .test).loss
    case .trainingAccuracy: run.accuracyInPerCent(of: .training)
    case .validationAccuracy: run.accuracyInPerCent(of: .validation)
    case .testAccuracy: run.accuracyInPerCent(of: .test)
    case .gap: run.evaluation(of: .test).loss - run.evaluation(of: .training).loss
    default: .nan
    }
  }
}
