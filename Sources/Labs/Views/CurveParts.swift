import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The curves of the network along x₁: the output, the units of a layer, or what the units of the last
/// hidden layer add to an output.
struct CurveParts {
  /// One curve, by its name.
  struct Part {
    let name: String
    /// A number for each place.
    let values: [Double]
  }

  let title: String
  let parts: [Part]
  /// The sum of all parts, where they are parts of one.
  let sum: Part?
  private let places: [Double]
  private let emphasised: Int?
  /// Whether the parts are outputs, which have the colours of their classes.
  private let areOutputs: Bool

  private static let patterns: [LinePattern] = [.solid, .dashed, .longDashed, .dotted]

  init(_ session: Session, view: CurveView, places count: Int) {
    self.init(session, view, session.curve(count: count, x2: view.x2))
  }

  private init(_ session: Session, _ view: CurveView, _ curve: Curve) {
    let axes = CurveAxes(session)
    let names = LayerNames(session)
    places = curve.x1.map { axes.x1(Double($0)) }
    areOutputs = view.page == .output
    let last = curve.levels.count - 1
    switch view.page {
    case .output:
      let outputs = axes.shown(curve.levels[last])
      let isSingle = outputs.count == 1
      title =
        session.preset.problem == .regression
        ? session.dataset.target.name == "label" ? "ŷ" : session.dataset.target.name
        : axes.showsProbability
          ? (isSingle ? "p(\(session.className(1).prefix(10)))" : "probability") : "output"
      parts = outputs.enumerated().map {
        Part(
          name: isSingle ? "ŷ" : String(session.className($0.offset).prefix(10)),
          values: $0.element)
      }
      sum = nil
      emphasised = nil
    case .units:
      let level = min(view.level, last)
      title = "\(names.long(level)): \(names.shape(level))"
      parts = curve.levels[level].enumerated().map {
        Part(name: "\($0.offset + 1)", values: $0.element.map(Double.init))
      }
      sum = nil
      emphasised = Self.emphasised(view.unit, of: parts)
    case .contributions:
      let network = session.trainer.network
      let output = min(view.output, curve.levels[last].count - 1)
      let sources = last > 0 ? curve.levels[last - 1] : curve.inputs
      let added = sources.enumerated().map { input, values in
        let weight =
          network.weightIndex(level: last, unit: output, input: input)
          .map { network.parameters[$0] } ?? 0
        return values.map { Double(weight * $0) }
      }
      let bias = Double(network.parameters[network.biasIndex(level: last, unit: output)])
      let whole = curve.x1.indices.map { place in
        added.reduce(bias) { $0 + $1[place] }
      }
      let isSingle = curve.levels[last].count == 1
      title =
        (last > 0 ? "weight × unit" : "weight × input")
        + (isSingle ? "" : ", output \(output + 1)")
      parts =
        added.enumerated().map { Part(name: "\($0.offset + 1)", values: $0.element) }
        + [Part(name: "bias", values: curve.x1.map { _ in bias })]
      sum = Part(name: "sum", values: whole)
      emphasised = Self.emphasised(view.unit, of: parts)
    }
  }

  /// The unit that stands out, if there is such a one.
  private static func emphasised(_ unit: Int?, of parts: [Part]) -> Int? {
    unit.flatMap { parts.indices.contains($0) ? $0 : nil }
  }

  /// The curves for a chart; one that stands out lies on top, and the others lose their colour.
  func series(_ palette: Palette) -> [LineChart.Series] {
    var all = parts.enumerated().map { index, part in
      let isMuted = emphasised != nil && emphasised != index
      let single = areOutputs && parts.count == 1
      return LineChart.Series(
        name: part.name, points: Array(zip(places, part.values).map { (x: $0, y: $1) }),
        color: isMuted ? palette.muted : single ? palette.accent : palette.classColor(index),
        pattern: isMuted ? .dotted : emphasised == index ? .solid : Self.patterns[index % 4])
    }
    if let emphasised { all.append(all.remove(at: emphasised)) }
    if let sum {
      all.append(
        LineChart.Series(
          name: sum.name, points: Array(zip(places, sum.values).map { (x: $0, y: $1) }),
          color: palette.accent))
    }
    return all
  }
}
