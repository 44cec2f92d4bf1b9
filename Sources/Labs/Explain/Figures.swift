import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The numbers of this moment that formulas are filled with: at one point, of one parameter, and of
/// the next step. Each is computed when it is asked for.
struct Figures {
  let session: Session
  /// The training point that formulas are filled with.
  let point: Example
  /// How that point is called.
  let pointName: String
  /// The parameter that updates are shown of.
  let parameter: Int

  /// - Parameters:
  ///   - place: where the pointer is; the training point nearest to it is used, else the first.
  ///   - part: the chosen part of the network, whose weight or bias is used, else the first.
  init(_ session: Session, near place: PlanePoint? = nil, part: NetworkPart? = nil) {
    self.session = session
    let points = session.dataset.training
    let first = points.first ?? Example(0, 0, label: 0)
    if let place {
      point =
        points.min { Self.distance($0, place) < Self.distance($1, place) } ?? first
      pointName = "the training point nearest to the pointer"
    } else {
      point = first
      pointName = "the first training point"
    }
    let chosen = part.flatMap { $0.parameter(in: session) }
    parameter = chosen ?? Self.firstParameter(of: part, session)
  }

  /// The same point as other figures, with the numbers of another parameter.
  init(_ session: Session, same other: Figures, part: NetworkPart) {
    self.session = session
    point = other.point
    pointName = other.pointName
    parameter = part.parameter(in: session) ?? Self.firstParameter(of: part, session)
  }

  private static func distance(_ example: Example, _ place: PlanePoint) -> Float {
    let (dx, dy) = (example.x1 - place.x1, example.x2 - place.x2)
    return dx * dx + dy * dy
  }

  /// The first parameter of a unit, else of the network.
  private static func firstParameter(of part: NetworkPart?, _ session: Session) -> Int {
    guard let (level, unit) = part?.unit, part?.exists(in: session) == true else { return 0 }
    return session.trainer.network.parameters(of: UnitPlace(level: level, unit: unit)).first ?? 0
  }

  /// Whether there are numbers: none are worth showing once training has diverged.
  var isFinite: Bool { session.trainer.divergence == nil }

  /// Where the point is, in words.
  var pointText: String {
    let place =
      session.dataset.isOneDimensional
      ? "x₁ = \(Self.text(point.x1))" : "x₁ = \(Self.text(point.x1)), x₂ = \(Self.text(point.x2))"
    return "at \(pointName), \(place)"
  }

  /// The values of the network's inputs at the point.
  var inputs: [Float] { session.inputValues(x1: point.x1, x2: point.x2) }

  /// What every unit gives at the point, `[level][unit]`.
  var values: [[Float]] { session.values(x1: point.x1, x2: point.x2) }

  /// What every unit's activation is applied to at the point, `[level][unit]`.
  var sums: [[Float]] { session.sums(x1: point.x1, x2: point.x2) }

  /// What the outputs are to be at the point.
  var target: [Float] { session.preset.objective.target(for: point.label) }

  /// What a level takes in at the point.
  func incoming(_ level: Int) -> [Float] {
    let values = values
    return level == 0 ? inputs : values.indices.contains(level - 1) ? values[level - 1] : []
  }

  /// A number to four digits.
  static func text(_ value: Float) -> String { text(Double(value)) }

  /// A number to four digits.
  static func text(_ value: Double) -> String { format(value, significantDigits: 4) }

  /// A number to four digits that stands behind an operator: in parentheses where it is negative.
  static func operand(_ value: Float) -> String {
    let text = text(value)
    return text.hasPrefix("-") ? "(\(text))" : text
  }

  /// A sum of products in full, or its beginning where it is long, without what it comes to.
  static func products(_ pairs: [(Float, Float)], _ last: Float? = nil, most: Int = 5) -> String {
    let shown = pairs.count > most + 1 ? Array(pairs.prefix(most)) : pairs
    var text = shown.map { "\(operand($0)) · \(operand($1))" }.joined(separator: " + ")
    if shown.count < pairs.count { text += " + … (\(pairs.count - shown.count) more)" }
    if let last { text += (text.isEmpty ? "" : " + ") + operand(last) }
    return text
  }
}
