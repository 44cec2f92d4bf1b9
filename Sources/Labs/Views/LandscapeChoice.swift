import Datasets
import Engine
import Lessons
import Studio

/// The planes and losses that one can go through in a session.
enum LandscapeChoice {
  /// The directions, in the order of `n`.
  static let directions: [Landscape.Settings.Directions] =
    [.random(0), .random(1), .random(2), .principal]

  /// Whose loss can be looked at: each share that has points, then the training loss with its
  /// penalty if there is one.
  static func losses(_ session: Session) -> [(share: Dataset.Share, countsPenalty: Bool)] {
    var all: [(share: Dataset.Share, countsPenalty: Bool)] =
      Dataset.Share.allCases.filter { $0 == .training || !session.dataset[$0].isEmpty }
      .map { ($0, false) }
    if hasPenalty(session) { all.append((.training, true)) }
    return all
  }

  /// Whether something joins the loss that training makes small.
  private static func hasPenalty(_ session: Session) -> Bool {
    let spec = session.preset.trainingSpec.regularization
    return spec.l1 != 0 && !spec.l1IsProximal || spec.l2 != 0 && !spec.l2IsDecoupled
  }

  /// The settings with what a session has of them.
  static func fitted(_ settings: Landscape.Settings, to session: Session) -> Landscape.Settings {
    var fitted = settings
    let isThere = losses(session).contains {
      $0.share == settings.share && $0.countsPenalty == settings.countsPenalty
    }
    if !isThere { (fitted.share, fitted.countsPenalty) = (.training, false) }
    return fitted
  }

  /// The directions so many places on.
  static func directions(
    after one: Landscape.Settings.Directions, by offset: Int
  ) -> Landscape.Settings.Directions {
    let here = directions.firstIndex(of: one) ?? 0
    return directions[(here + offset + directions.count) % directions.count]
  }
}

extension Landscape.Settings {
  /// The directions in one or two words.
  var directionsName: String {
    switch directions {
    case .random(let number): "random \(number + 1)"
    case .principal: "principal"
    }
  }

  /// What its heights are, in two or three words.
  var lossName: String {
    countsPenalty ? "training loss + penalty" : "\(share.adjective) loss"
  }
}
