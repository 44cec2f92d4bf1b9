import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// Functions of one number, with the numbers of the point.
extension Explanation {
  /// What an activation makes of the sum of a layer's first unit.
  func activation(_ name: String, layer: Int?) -> [String] {
    guard let activation = Activation(rawValue: name), figures.isFinite,
      let z = figures.sums.dropFirst(layer ?? 0).first?.first
    else { return [] }
    if activation == .softmax {
      let sums = figures.sums.dropFirst(layer ?? 0).first ?? []
      return ["over the \(sums.count) units of layer \((layer ?? 0) + 1), so that they add up to 1"]
    }
    let lanes = Lanes(repeating: z)
    let a = activation.value(lanes)
    let slope = activation.slope(at: lanes, value: a)[0]
    return [
      "z = \(Figures.text(z)) gives a = \(Figures.text(a[0])), slope \(Figures.text(slope))",
      "in the first unit of layer \((layer ?? 0) + 1), \(figures.pointText)",
    ]
  }

  /// The loss of the point: its outputs against its targets.
  var lossWords: [String] {
    guard figures.isFinite, let outputs = figures.values.last else { return [] }
    let loss = preset.objective.loss
    let value = session.loss(
      ofLabel: figures.point.label, x1: figures.point.x1, x2: figures.point.x2)
    let letter = loss.takesLogits ? "z" : "a"
    let (o, y) = (outputs, figures.target)
    var words: String
    func n(_ value: Float) -> String { Figures.operand(value) }
    switch loss {
    case .halfSquaredError:
      words = zip(o, y).map { "(\(Figures.text($0)) - \(n($1)))²" }.joined(separator: " + ")
      words = o.count == 1 ? words + " / 2" : "(\(words)) / 2"
    case .meanSquaredError:
      words = zip(o, y).map { "(\(Figures.text($0)) - \(n($1)))²" }.joined(separator: " + ")
      if o.count > 1 { words = "(\(words)) / \(o.count)" }
    case .meanAbsoluteError:
      words = zip(o, y).map { "|\(Figures.text($0)) - \(n($1))|" }.joined(separator: " + ")
      if o.count > 1 { words = "(\(words)) / \(o.count)" }
    case .huber(let delta):
      words =
        "error \(zip(o, y).map { Figures.text($0 - $1) }.joined(separator: ", ")), δ = \(Figures.text(delta)): loss"
    case .hinge:
      words = zip(o, y).map { "max(0, 1 - \(n($1)) · \(n($0)))" }.joined(separator: " + ")
      if o.count > 1 { words = "(\(words)) / \(o.count)" }
    case .binaryCrossEntropy:
      let z = o.first ?? 0
      words = (y.first ?? 0) > 0 ? "-log σ(\(Figures.text(z)))" : "-log(1 - σ(\(Figures.text(z))))"
    case .softmaxCrossEntropy:
      let place = y.firstIndex(of: 1) ?? 0
      words = "-log softmax(\(o.map(Figures.text).joined(separator: ", "))) of class \(place)"
    }
    // Sums over many outputs would fill the card.
    if columnWidth(words) > 110 { words = "over \(o.count) outputs" }
    return [
      "\(words) = \(Figures.text(value))",
      "\(figures.pointText), with \(letter) = ŷ and y = \(y.map(Figures.text).joined(separator: ", "))",
    ]
  }
}
