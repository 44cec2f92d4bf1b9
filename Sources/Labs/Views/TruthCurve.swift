import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The true function along x₁, in the unit of the output: the number to expect, or how probable the
/// second of two classes is.
struct TruthCurve {
  private let truth: Truth
  private let axes: CurveAxes
  private let target: TargetUnit
  private let x2: Double

  /// nil while the truth is not shown, and of more than two classes.
  init?(_ scene: Scene, x2: Float) {
    guard let truth = scene.truth?.truth else { return nil }
    switch truth {
    case .unknown: return nil
    case .classes(let classes) where classes.classCount > 2: return nil
    case .classes, .numbers: break
    }
    self.truth = truth
    axes = CurveAxes(scene.session)
    target = TargetUnit(scene.session)
    self.x2 = Double(x2)
  }

  /// Of an output that is no probability but compared with −1 and 1, the mean of these.
  func value(_ x1: Double) -> Double {
    switch truth {
    case .classes(let classes):
      let positive = classes.posterior(x1, x2)[1]
      return axes.showsProbability ? positive : 2 * positive - 1
    case .numbers(let numbers): return target.value(numbers.mean(x1, x2))
    case .unknown: return .nan
    }
  }

  /// Few enough places for every frame, for each is computed anew.
  private static let places = 160

  func series(_ palette: Palette) -> LineChart.Series {
    let low = Double(Dataset.domain.lowerBound)
    let span = Double(Dataset.domain.upperBound) - low
    let points = (0..<Self.places).map { place in
      let x1 = low + span * (Double(place) + 0.5) / Double(Self.places)
      return (x: axes.x1(x1), y: value(x1))
    }
    return LineChart.Series(
      name: "truth", points: points, color: palette.classColor(3), pattern: .dashed)
  }
}
