import Datasets
public import Engine
import Lessons

/// Names in words for what a learner can point at.
extension Session {
  /// What a parameter is: `layer 1 unit 2 ← x₁`, `bias of the output`; empty if there is none.
  public func name(ofParameter index: Int) -> String {
    guard let place = trainer.network.place(ofParameter: index) else { return "" }
    let unit = name(of: place.unit)
    return switch place.part {
    case .weight(let input): "\(unit) ← \(name(ofInput: input, toLevel: place.unit.level))"
    case .ownWeight(let from): "\(unit) ← unit \(from + 1)"
    case .bias: "bias of \(unit)"
    case .scale: "scale of \(unit)"
    case .shift: "shift of \(unit)"
    }
  }

  /// `layer 3 unit 1`, `the output`, or, of several, `output 2`.
  public func name(of unit: UnitPlace) -> String {
    let levels = trainer.network.levels
    guard unit.level == levels.count - 1 else {
      return "layer \(unit.level + 1) unit \(unit.unit + 1)"
    }
    return levels[unit.level].units == 1 ? "the output" : "output \(unit.unit + 1)"
  }

  /// What a level takes in: a feature, `x₁²`, or a unit of the level before, `unit 3`.
  private func name(ofInput input: Int, toLevel level: Int) -> String {
    guard level == 0 else { return "unit \(input + 1)" }
    let features = preset.features
    return features.indices.contains(input) ? features[input].title : "input \(input + 1)"
  }

  /// `layer 3`, `the output`.
  public func name(ofLevel level: Int) -> String {
    guard trainer.network.levels.indices.contains(level) else { return "no layer" }
    return level == trainer.network.levels.count - 1 ? "the output" : "layer \(level + 1)"
  }

  /// Short words for an action: `learning rate 0.1`, `add a layer`.
  public func describe(_ action: Action) -> String {
    switch action {
    case .setParameter(let index, let value): "\(name(ofParameter: index)) = \(value)"
    case .freeze(let index): "freeze \(name(ofParameter: index))"
    case .unfreeze(let index): "unfreeze \(name(ofParameter: index))"
    case .freezeLayer(let level): "freeze \(name(ofLevel: level))"
    case .unfreezeLayer(let level): "unfreeze \(name(ofLevel: level))"
    case .freezeUnit(let level, let unit):
      "freeze \(name(of: UnitPlace(level: level, unit: unit)))"
    case .unfreezeUnit(let level, let unit):
      "unfreeze \(name(of: UnitPlace(level: level, unit: unit)))"
    default: action.title
    }
  }
}
