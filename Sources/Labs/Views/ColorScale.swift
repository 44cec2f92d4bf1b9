import Engine
import Lessons
import Studio

/// How the map of a part of the network turns numbers into colours, and what its scale says.
struct ColorScale {
  private let session: Session
  private let range: Look.Range

  init(_ session: Session, _ range: Look.Range) {
    self.session = session
    self.range = range
  }

  /// What a map shows: its numbers, the one that has the full colour, and what the colours mean.
  struct Shown {
    let values: [Float]
    let full: Float
    let labels: ScaleLabels

    fileprivate static let nothing = Shown([], 1)

    fileprivate init(_ values: [Float], _ full: Float, _ labels: ScaleLabels? = nil) {
      self.values = values
      self.full = full
      self.labels = labels ?? .numbers(full)
    }
  }

  /// The only output, as it computes it.
  func ofOutput(_ output: [Float]) -> Shown {
    let values = session.shown(output)
    let full = range == .layer ? Self.largest(values) : 1
    return Shown(values, full, .output(session, full))
  }

  /// What a part computes over the plane.
  func values(of part: NetworkPart, in fields: Fields) -> Shown {
    switch part {
    case .input(let input):
      guard fields.inputs.indices.contains(input) else { return .nothing }
      let all = range == .layer ? fields.inputs : [fields.inputs[input]]
      return Shown(
        fields.inputs[input], range == .fixed ? 1 : all.map(Self.largest).max() ?? 1)
    case .unit(let level, let unit), .bias(let level, let unit):
      guard fields.levels.indices.contains(level), fields.levels[level].indices.contains(unit)
      else { return .nothing }
      return level == fields.levels.count - 1
        ? output(unit, fields.levels[level]) : hidden(level, unit, fields.levels[level])
    case .weight(let level, _, let input):
      // What the connection brings to the sum of its unit: weight times value.
      guard level == 0 || fields.levels.indices.contains(level - 1) else { return .nothing }
      let sources = level == 0 ? fields.inputs : fields.levels[level - 1]
      guard sources.indices.contains(input), let weight = part.value(in: session) else {
        return .nothing
      }
      let values = sources[input].map { $0 * weight }
      return Shown(values, range == .fixed ? 1 : Self.largest(values))
    }
  }

  /// One of several outputs as its probability, where there are such.
  private func output(_ unit: Int, _ outputs: [[Float]]) -> Shown {
    guard outputs.count > 1 else { return ofOutput(outputs[0]) }
    guard session.preset.objective.loss.takesLogits else {
      let full =
        range == .layer
        ? outputs.map(Self.largest).max() ?? 1
        : range == .panel && session.preset.objective.outputActivation == .linear
          ? Self.largest(outputs[unit]) : 1
      return Shown(outputs[unit], full)
    }
    let shown = Self.probabilities(outputs).map { $0.map { 2 * $0 - 1 } }
    let full = range == .layer ? shown.map(Self.largest).max() ?? 1 : 1
    return Shown(shown[unit], full, .shares(full))
  }

  /// Softmax of the logits of each place, 0…1: `[output][place]`.
  static func probabilities(_ logits: [[Float]]) -> [[Float]] {
    var shown = logits
    for place in logits.first?.indices ?? 0..<0 {
      let highest = logits.reduce(-Float.infinity) { max($0, $1[place]) }
      var sum: Float = 0
      for output in logits.indices {
        shown[output][place] = Lanes(repeating: logits[output][place] - highest).exponential[0]
        sum += shown[output][place]
      }
      for output in logits.indices { shown[output][place] /= sum }
    }
    return shown
  }

  private func hidden(_ level: Int, _ unit: Int, _ units: [[Float]]) -> Shown {
    let values = units[unit]
    switch range {
    case .fixed: return Shown(values, 1)
    case .layer: return Shown(values, units.map(Self.largest).max() ?? 1)
    case .panel:
      switch bound(level) {
      // Their middle is the pale colour.
      case .share: return Shown(values.map { 2 * $0 - 1 }, 1, .shares())
      case .one: return Shown(values, 1)
      case .none: return Shown(values, Self.largest(values))
      }
    }
  }

  /// Where activations lie.
  private enum Bound {
    /// From 0 to 1.
    case share
    /// From −1 to 1.
    case one
  }

  /// The bound of a level's activation; nil if it has none, or adds to what came in.
  private func bound(_ level: Int) -> Bound? {
    let network = session.preset.network
    guard network.wiring[level] == Dense.name else { return nil }
    switch network.activation[level] {
    case .tanh, .sin: return .one
    case .sigmoid, .step, .softmax: return .share
    case .linear, .relu, .leakyReLU, .elu, .selu, .gelu, .silu, .softplus: return nil
    }
  }

  /// The largest size of a number; 1 if all are 0.
  private static func largest(_ values: [Float]) -> Float {
    let largest = values.reduce(Float(0)) { $1.isFinite ? max($0, abs($1)) : $0 }
    return largest > 0 ? largest : 1
  }
}
