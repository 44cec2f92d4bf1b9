import Datasets
import Drawing
import Lessons
import Studio

/// How points are marked in a figure: the class by shape and colour, the share by size.
struct FigureMarks {
  private let style: FigureStyle
  private let isRegression: Bool
  private let hasOneOutput: Bool
  /// Of many points, each is smaller.
  private let scale: Double

  init(_ session: Session, _ style: FigureStyle) {
    self.style = style
    isRegression = session.preset.problem == .regression
    hasOneOutput = session.preset.objective.outputCount == 1
    let dataset = session.dataset
    let count = dataset.training.count + dataset.validation.count + dataset.test.count
    scale = min(1, max(0.5, (500 / Double(max(1, count))).squareRoot()))
  }

  /// Half the width of a mark in units of the font: training points are the largest.
  static func radius(_ share: Dataset.Share) -> Double {
    switch share {
    case .training: 0.34
    case .validation: 0.27
    case .test: 0.21
    }
  }

  /// Marks a point of a label.
  func draw(
    _ label: Float, _ share: Dataset.Share, at place: PixelPlace, on figure: inout Figure
  ) {
    let radius = Self.radius(share) * style.unit * scale
    guard !isRegression else { return drawNumber(label, radius, at: place, on: &figure) }
    draw(class: label.isFinite ? Int(label) : 0, radius, at: place, on: &figure)
  }

  /// The mark of a class.
  func draw(class index: Int, _ radius: Double, at place: PixelPlace, on figure: inout Figure) {
    let ink = hasOneOutput ? style.markInk(isPositive: index == 1) : style.markInk(class: index)
    figure.mark(class: index, at: place, radius: radius, ink, light: style.light)
  }

  /// A number to predict has the colour of its value, and a negative one a bar.
  private func drawNumber(
    _ label: Float, _ radius: Double, at place: PixelPlace, on figure: inout Figure
  ) {
    let top = Double(FigureStyle.levels - 1)
    let share = label.isFinite ? (min(max(Double(label), -1), 1) + 1) / 2 : 0.5
    figure.add(
      .circle(
        place, radius: radius, style.scale[Int((share * top).rounded())],
        Figure.Pen(style.contour, width: max(0.8, radius * 0.28))))
    guard label < 0 else { return }
    figure.draw(
      from: place - PixelPlace(radius * 0.45, 0), to: place + PixelPlace(radius * 0.45, 0),
      Figure.Pen(style.contour, width: max(0.8, radius * 0.3)))
  }
}
