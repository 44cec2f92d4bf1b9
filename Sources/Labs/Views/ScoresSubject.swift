import Datasets
import Engine
import Lessons
import Studio

/// Whose scores are shown: the points, the class, and from which probability on it is called.
struct ScoresSubject {
  let session: Session
  /// The points; never without points where others have some.
  let share: Dataset.Share
  /// The class that is told from the rest.
  let classIndex: Int
  /// From which probability on a point is called of the class, 0…1.
  let threshold: Double
  /// Into how many parts residuals are sorted.
  let barCount: Int

  /// The shares with points, the training points in any case.
  static func shares(_ session: Session) -> [Dataset.Share] {
    Dataset.Share.allCases.filter { $0 == .training || !session.dataset[$0].isEmpty }
  }

  var isRegression: Bool { session.preset.problem == .regression }

  /// Whether one output tells two classes apart, so that its threshold decides.
  var hasOneOutput: Bool { session.preset.objective.outputCount == 1 }

  var classCount: Int { Self.classCount(session) }

  static func classCount(_ session: Session) -> Int {
    max(2, session.preset.objective.outputCount)
  }

  /// What a class is called.
  func className(_ index: Int) -> String { session.className(index) }

  /// How sure the network is of the class, for each point.
  func scores() -> ClassScores? { session.scores(ofClass: classIndex, in: share) }

  /// Which class of a share is taken for which: by the threshold where one output tells two apart,
  /// else by the largest output. nil where numbers are predicted.
  func confusion(of share: Dataset.Share) -> ConfusionMatrix? {
    guard hasOneOutput else { return session.classificationMetrics(of: share)?.confusion }
    guard let scores = session.scores(ofClass: classIndex, in: share) else { return nil }
    let other = 1 - classIndex
    return ConfusionMatrix(
      classes: 2, actual: scores.isPositive.map { $0 ? classIndex : other },
      predicted: scores.probabilities.map {
        $0.isNaN ? nil : $0 >= threshold ? classIndex : other
      })
  }
}

extension Dataset.Share {
  /// Its name where there is little room.
  var shortName: String {
    switch self {
    case .training: "train"
    case .validation: "valid"
    case .test: "test"
    }
  }

  /// What its points are called.
  var adjective: String {
    switch self {
    case .training: "training"
    case .validation: "validation"
    case .test: "test"
    }
  }
}
