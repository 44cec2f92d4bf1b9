import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// What the axes of a curve count: the values of the data's columns.
struct CurveAxes {
  private let session: Session
  private let axes: [Axis]
  private let target: TargetUnit
  private let isRegression: Bool
  private let hasOneOutput: Bool
  /// Whether outputs are probabilities: those of logits.
  let showsProbability: Bool

  /// Asks the preset once: points are many.
  init(_ session: Session) {
    self.session = session
    axes = session.dataset.axes
    target = TargetUnit(session)
    isRegression = session.preset.problem == .regression
    let objective = session.preset.objective
    hasOneOutput = objective.outputCount == 1
    showsProbability = objective.loss.takesLogits
  }

  /// What stands at a place of the plane along x₁.
  func x1(_ place: Double) -> Double { axes.first?.value(at: place) ?? place }

  /// The values along x₁ of the whole domain.
  var x1Range: ClosedRange<Double> {
    let (start, end) = (
      x1(Double(Dataset.domain.lowerBound)), x1(Double(Dataset.domain.upperBound))
    )
    return min(start, end)...max(start, end)
  }

  var x1Name: String { name(0, plain: "x₁") }

  /// Where the plane is cut, in words: `x₂ = 0.5`.
  func cut(_ x2: Float) -> String {
    let value = axes.count > 1 ? axes[1].value(at: Double(x2)) : Double(x2)
    return "\(name(1, plain: "x₂")) = \(format(value, significantDigits: 3))"
  }

  private func name(_ axis: Int, plain: String) -> String {
    guard axes.indices.contains(axis), axes[axis].name != "x\(axis + 1)" else { return plain }
    let name = axes[axis].name
    return columnWidth(name) <= 20 ? name : String(name.prefix(19)) + "…"
  }

  /// The range of the output where it is known before; nil where numbers are predicted, and where a
  /// class's output has no bounds.
  var outputRange: ClosedRange<Double>? {
    guard !isRegression else { return nil }
    if showsProbability { return -0.05...1.05 }
    return session.preset.objective.outputActivation == .linear ? nil : -1.1...1.1
  }

  /// Outputs `[output][place]` as they are shown: probabilities, numbers to predict, or as they are.
  func shown(_ outputs: [[Float]]) -> [[Double]] {
    if isRegression {
      return outputs.map { $0.map { target.value(Double($0)) } }
    }
    guard showsProbability else { return outputs.map { $0.map(Double.init) } }
    guard outputs.count > 1 else {
      return outputs.map { session.shown($0).map { (Double($0) + 1) / 2 } }
    }
    return ColorScale.probabilities(outputs).map { $0.map(Double.init) }
  }

  /// Where a point of a label stands up the chart. Of several classes, at the top.
  func height(ofLabel label: Float) -> Double {
    if isRegression { return target.value(Double(label)) }
    if !hasOneOutput { return 1 }
    return label > 0 ? 1 : showsProbability ? 0 : -1
  }
}
