import Engine
import Datasets
import Lessons
import Studio

extension SpaceChoice {
  /// What an axis is called: `x₁²`, `unit 3`, `output 2`.
  func name(_ axis: Axis, _ session: Session) -> String {
    switch axis {
    case .input(let input):
      let features = session.preset.features
      return features.indices.contains(input) ? features[input].title : "input \(input + 1)"
    case .unit(_, let unit): return isOutput(session) ? "output \(unit + 1)" : "unit \(unit + 1)"
    case .coordinate(let number): return number == 0 ? "x₁" : "x₂"
    }
  }

  /// `layer 2: units 1, 2`, `inputs: x₁, x₂`, `outputs 1, 2`, `layer 1: unit 1 against x₂`.
  func title(_ session: Session) -> String {
    let (first, second) = (name(across, session), name(up, session))
    let layer = level < 0 ? (units > 1 ? "inputs" : "input") : "layer \(level + 1)"
    guard units > 1 else { return "\(layer): \(first) against \(second)" }
    let (one, other) = pair
    if level < 0 { return "\(layer): \(first), \(second)" }
    if isOutput(session) { return "outputs \(one + 1), \(other + 1)" }
    return "\(layer): units \(one + 1), \(other + 1)"
  }

  /// The layer at the start of a sentence: `Inputs`, `Layer 2`, `Outputs`.
  func subject(_ session: Session) -> String {
    level < 0 ? "Inputs" : isOutput(session) ? "Outputs" : "Layer \(level + 1)"
  }

  private func isOutput(_ session: Session) -> Bool {
    level == session.trainer.network.levels.count - 1
  }
}
