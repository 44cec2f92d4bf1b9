import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The unit of the numbers to predict: labels are numbers around 0, a table's column may be dollars.
struct TargetUnit {
  private let axis: Axis

  init(_ session: Session) { axis = session.dataset.target }

  /// Whether labels are the numbers themselves.
  var isPlain: Bool { axis.isPlain }

  /// The number that a label stands for.
  func value(_ label: Double) -> Double { axis.value(at: label) }

  /// How much an error of 1 in the label is; also turns a mean error into the unit.
  var size: Double { isPlain ? 1 : abs(axis.high - axis.low) / 2 }

  /// Predictions and true numbers in the unit.
  func residuals(_ residuals: Residuals) -> Residuals {
    guard !isPlain else { return residuals }
    return Residuals(
      predictions: residuals.predictions.map(value), targets: residuals.targets.map(value))
  }
}
