import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// What the network makes of one place, in words: the place, the outputs, and the nearest point.
struct ProbeText {
  let text: String

  /// - Parameter truth: what is known of the place, to be told too; nil for nothing.
  init(_ session: Session, at place: PlanePoint, truth: Truth? = nil) {
    let place_ = zip(session.dataset.axes, [place.x1, place.x2]).map { axis, value in
      let name =
        axis.isPlain ? (axis.name == "x1" ? "x₁" : axis.name == "x2" ? "x₂" : axis.name) : axis.name
      return "\(name) \(Self.number(axis, value, decimals: 2))"
    }.joined(separator: "  ")
    let known = truth.flatMap { Self.text($0, session, place) }
    let output = [Self.output(session, place), known].compactMap { $0 }.joined(separator: " · ")
    text = NoticeLine.fitting(
      [Self.nearest(session, place), Self.nearest(session, place, isShort: true), ""].map {
        nearest in
        [place_, output, nearest].filter { !$0.isEmpty }.joined(separator: " · ")
      })
  }

  private static func output(_ session: Session, _ place: PlanePoint) -> String {
    guard session.trainer.divergence == nil,
      let outputs = session.values(x1: place.x1, x2: place.x2).last
    else { return "no output" }
    guard session.preset.problem != .regression else {
      return "ŷ \(target(session, outputs[0], decimals: 3))"
    }
    if outputs.count == 1 {
      let shown = session.shown(outputs)[0]
      let number =
        session.preset.objective.loss.takesLogits
        ? "p(\(shortened(session.className(1)))) \(format(Double(shown + 1) / 2, decimals: 3))"
        : "ŷ \(format(Double(shown), decimals: 3))"
      let name = shown == 0 || shown.isNaN ? "no class" : session.className(of: shown > 0 ? 1 : 0)
      return "\(number), \(name)"
    }
    let (classes, confidences) = session.classes(of: outputs.map { [$0] })
    return
      "\(session.className(of: Float(classes[0]))), \(format(100 * Double(confidences[0]), decimals: 0)) %"
  }

  /// The true probability there, or the number to expect; nil if nothing is known.
  private static func text(
    _ truth: Truth, _ session: Session, _ place: PlanePoint
  ) -> String? {
    let (x1, x2) = (Double(place.x1), Double(place.x2))
    switch truth {
    case .classes(let truth):
      let posterior = truth.posterior(x1, x2)
      // Of more classes the best one is told, as the network's is.
      let index = posterior.count == 2 ? 1 : truth.bestClass(x1, x2)
      return "true p(\(shortened(session.className(index))))"
        + " \(format(posterior[index], decimals: 3))"
    case .numbers(let truth):
      return "true \(target(session, Float(truth.mean(x1, x2)), decimals: 3))"
    case .unknown: return nil
    }
  }

  private static func nearest(
    _ session: Session, _ place: PlanePoint, isShort: Bool = false
  ) -> String {
    guard let (share, _, example) = session.nearestPoint(x1: place.x1, x2: place.x2) else {
      return ""
    }
    let kind =
      switch share {
      case .training: "training"
      case .validation: "validation"
      case .test: "test"
      }
    let label =
      switch session.preset.problem {
      case .regression: target(session, example.label, decimals: 2)
      case .classification:
        session.preset.objective.outputCount == 1
          ? session.className(Int(example.label)) : session.className(of: example.label)
      }
    let axes = session.dataset.axes
    return "nearest\(isShort ? "" : " \(kind) point") (\(number(axes[0], example.x1, decimals: 1)),"
      + " \(number(axes[1], example.x2, decimals: 1))) is \(label)"
  }

  /// A number to predict in its own unit.
  private static func target(_ session: Session, _ label: Float, decimals: Int) -> String {
    let unit = TargetUnit(session)
    let value = unit.value(Double(label))
    return unit.isPlain
      ? format(value, decimals: decimals) : format(value, significantDigits: decimals + 1)
  }

  private static func shortened(_ name: String) -> String {
    columnWidth(name) <= 10 ? name : String(name.prefix(9)) + "…"
  }

  /// A place as the value that it has in the data.
  private static func number(_ axis: Axis, _ place: Float, decimals: Int) -> String {
    let value = axis.value(at: Double(place))
    return axis.isPlain
      ? format(value, decimals: decimals) : format(value, significantDigits: decimals + 1)
  }
}
