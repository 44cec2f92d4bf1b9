import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// What is known of where the points come from, in words, beside what the network makes of them.
struct TruthText {
  private let session: Session
  private let truth: TruthWork
  private let evaluations: Evaluations?

  /// nil while the truth is not shown, and where nothing is known.
  init?(_ scene: Scene) {
    guard let truth = scene.truth, truth.isKnown else { return nil }
    self.init(scene.session, truth, scene.evaluations)
  }

  /// - Parameter evaluations: the losses of this moment, where they were computed already.
  init(_ session: Session, _ truth: TruthWork, _ evaluations: Evaluations? = nil) {
    self.session = session
    self.truth = truth
    self.evaluations = evaluations
  }

  /// The broken line and what it is.
  var legend: String {
    guard case .numbers = truth.truth else { return "┅ best boundary" }
    let half = TruthLine.halfHeight(truth)
    return half > 0 ? "┅ truth 0, ±\(format(Double(half), decimals: 2))" : "┅ truth 0"
  }

  /// For the lower edge of a frame.
  var note: String { "\(legend), \(leastText)" }

  /// What no model can get below, or how far that is worked out.
  private var leastText: String {
    guard truth.isFinished else { return "\(format(100 * truth.progress, decimals: 0)) %" }
    guard case .numbers = truth.truth else {
      return "error \(Self.percent(truth.least.error))"
    }
    return "noise \(Self.number(truth.least.squaredError.squareRoot()))"
  }

  /// What the network loses against the best there is.
  var line: String {
    guard truth.isFinished else { return "The truth is being worked out; \(legend)." }
    let share: Dataset.Share = session.dataset.test.isEmpty ? .training : .test
    let name = share == .test ? "test" : "training"
    switch truth.truth {
    case .classes:
      let error = Self.percent(1 - evaluation(share).accuracy)
      let best = Self.percent(truth.least.error)
      let here = Self.percent(truth.missedShare(of: share))
      return NoticeLine.fitting([
        "Bayes error \(best), \(here) of these \(name) points; the network errs on \(error).",
        "Bayes error \(best); the network's \(name) error \(error).",
      ])
    case .numbers:
      let error = session.regressionMetrics(of: share)?.rootMeanSquaredError ?? .nan
      return "The noise alone has RMSE \(Self.number(truth.least.squaredError.squareRoot()));"
        + " the network's on \(name) points is \(Self.number(error))."
    case .unknown: return ""
    }
  }

  /// What is seen, once it is worked out: the line and the points with brackets.
  var notice: String {
    guard case .classes(let classes) = truth.truth else {
      guard !session.dataset.isOneDimensional else {
        return "┅ is the true function; the Curve view shows it best."
      }
      return NoticeLine.fitting([
        "\(legend): where the true function has these values. \(leastSentence)",
        "\(legend): where the true function has these values.",
      ])
    }
    let counts = Dataset.Share.allCases.compactMap { share -> String? in
      let all = session.dataset[share].count
      guard all > 0 else { return nil }
      return "\(truth.flippedCount(in: share)) of \(all) \(Self.name(share))"
    }.joined(separator: ", ")
    let what = classes.noise == .labels ? "flipped by noise" : "across it by noise"
    return NoticeLine.fitting([
      "┅ is the best boundary; (●) are points \(what): \(counts).",
      "┅ best boundary; (●) \(what): \(counts).", "┅ best boundary; (●) \(what).",
    ])
  }

  private var leastSentence: String {
    "Noise: RMSE \(Self.number(truth.least.squaredError.squareRoot()))."
  }

  private func evaluation(_ share: Dataset.Share) -> Evaluation {
    if share == .test { return evaluations?.test ?? session.testEvaluation }
    return evaluations?.training ?? session.trainingEvaluation
  }

  private static func name(_ share: Dataset.Share) -> String {
    switch share {
    case .training: "training"
    case .validation: "validation"
    case .test: "test"
    }
  }

  static func percent(_ share: Double) -> String {
    guard share.isFinite else { return "–" }
    return share > 0 && share < 0.000_5
      ? "under 0.1 %" : "\(format(100 * share, decimals: 1)) %"
  }

  private static func number(_ value: Double) -> String {
    value.isFinite ? format(value, significantDigits: 3) : "–"
  }
}
