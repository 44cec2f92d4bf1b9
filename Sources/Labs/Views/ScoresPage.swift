/// One way to look at how good the network is.
enum ScoresPage: Hashable, Sendable {
  /// The numbers of each share, and which classes are confused.
  case overview
  /// How many of a class are found, against false alarms.
  case roc
  /// How many alarms are right, against how many of the class are found.
  case precisionRecall
  /// Whether probabilities come true.
  case calibration
  /// Predicted numbers against true ones.
  case predictions
  /// How far off the network is, against what it predicts.
  case residuals
  /// How often it is how far off.
  case errors

  /// The pages in their order.
  static func all(isRegression: Bool) -> [ScoresPage] {
    isRegression
      ? [.predictions, .residuals, .errors] : [.overview, .roc, .precisionRecall, .calibration]
  }

  /// Its name.
  var title: String {
    switch self {
    case .overview: "Overview"
    case .roc: "ROC"
    case .precisionRecall: "Precision-recall"
    case .calibration: "Calibration"
    case .predictions: "Predicted and true"
    case .residuals: "Residuals"
    case .errors: "Histogram"
    }
  }

  /// What goes up and what goes to the right, in two lengths; nil for a page without axes.
  var axes: (long: String, short: String)? {
    switch self {
    case .overview: nil
    case .roc: ("true positive rate ↑  false positive rate →", "TPR ↑  FPR →")
    case .precisionRecall: ("precision ↑  recall →", "prec ↑  rec →")
    case .calibration: ("share that is ↑  predicted →", "is ↑  said →")
    case .predictions: ("predicted ↑  true →", "predicted ↑  true →")
    case .residuals: ("residual ↑  predicted →", "↑ by predicted →")
    case .errors: ("points ↑  residual →", "points ↑  off by →")
    }
  }

  /// What it shows and what the keys do, in at most 78 columns.
  var sentence: String {
    switch self {
    case .overview:
      "Scores by share, and who is taken for whom. n next, ↑↓ share, enter class."
    case .roc: "Found against false alarms. ←→ moves the threshold, ↑↓ share, enter class."
    case .precisionRecall:
      "Right alarms against found ones. ←→ threshold, ↑↓ share, enter class, n next."
    case .calibration:
      "Do probabilities come true? On the dotted line they do. ↑↓ share, enter class."
    case .predictions: "Each dot is a point: on the dotted line it is predicted exactly. ↑↓ share."
    case .residuals: "Each dot is a point: below the line it is predicted too low. ↑↓ share."
    case .errors: "How many points are how far off. ←→ fewer or more bars, ↑↓ share, n next."
    }
  }
}
