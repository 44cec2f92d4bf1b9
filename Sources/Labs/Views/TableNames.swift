import Datasets
import Engine
import Lessons
import Studio

/// What parameters are called in the table.
struct TableNames {
  let session: Session

  /// Its name: within its level, or with it; `isShort` where there is little room.
  func name(_ index: Int, withLevel: Bool, isShort: Bool) -> String {
    guard let place = session.trainer.network.place(ofParameter: index) else { return "" }
    let (level, unit) = (place.unit.level, place.unit.unit)
    let isOutput = level == session.trainer.network.levels.count - 1
    let owner =
      isOutput
      ? "output \(unit + 1)"
      : (withLevel ? (isShort ? "L\(level + 1) " : "layer \(level + 1) ") : "") + "unit \(unit + 1)"
    return switch place.part {
    case .weight(let input): "\(owner) ← \(source(level, input))"
    case .ownWeight(let from): "\(owner) ← unit \(from + 1)"
    case .bias: "\(owner) bias"
    case .scale: "\(owner) scale γ"
    case .shift: "\(owner) shift β"
    }
  }

  /// The heading of a level: `Layer 1 · 4 units · tanh`.
  func heading(_ level: Int) -> String {
    let levels = session.trainer.network.levels
    let units = levels[level].units
    guard level < levels.count - 1 else {
      return "Output · \(units) unit\(units == 1 ? "" : "s")"
    }
    return "Layer \(level + 1) · \(units) unit\(units == 1 ? "" : "s")"
      + " · \(session.preset.network.activation[level].rawValue)"
  }

  /// The part of the network that a parameter is, or belongs to.
  func part(_ index: Int) -> NetworkPart? {
    guard let place = session.trainer.network.place(ofParameter: index) else { return nil }
    let (level, unit) = (place.unit.level, place.unit.unit)
    return switch place.part {
    case .weight(let input), .ownWeight(let input):
      .weight(level: level, unit: unit, input: input)
    case .bias: .bias(level: level, unit: unit)
    case .scale, .shift: .unit(level: level, unit: unit)
    }
  }

  private func source(_ level: Int, _ input: Int) -> String {
    guard level == 0 else { return "unit \(input + 1)" }
    let features = session.preset.features
    return features.indices.contains(input) ? features[input].title : "input \(input + 1)"
  }
}
