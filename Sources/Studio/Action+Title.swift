import Datasets
import Lessons

extension Action {
  /// Short words for it, whatever the session: `rate 0.1`, `add a layer`.
  public var title: String {
    switch self {
    case .set(let key, let value): "\(SettingCatalogue.keyed(key)?.title ?? key) \(value)"
    case .chooseProblem(let isRegression): isRegression ? "predict numbers" : "tell classes apart"
    case .toggleFeature(let feature): "switch input \(feature.rawValue)"
    case .addLayer: "add a layer"
    case .removeLayer: "remove a layer"
    case .addUnit(let layer): "add a unit to layer \(layer + 1)"
    case .removeUnit(let layer): "remove a unit of layer \(layer + 1)"
    case .reset: "start anew"
    case .newWeights: "new weights"
    case .newData: "new points"
    case .addPoints(let points, _):
      points.count == 1 ? "draw a point" : "draw \(points.count) points"
    case .erasePoints(let places):
      places.count == 1 ? "erase a point" : "erase \(places.count) points"
    case .relabelPoints(let places, _):
      places.count == 1 ? "relabel a point" : "relabel \(places.count) points"
    case .setParameter(let index, let value): "parameter \(index + 1) = \(value)"
    case .freeze(let index): "freeze parameter \(index + 1)"
    case .unfreeze(let index): "unfreeze parameter \(index + 1)"
    case .freezeLayer(let level): "freeze layer \(level + 1)"
    case .unfreezeLayer(let level): "unfreeze layer \(level + 1)"
    case .freezeUnit(let level, let unit): "freeze layer \(level + 1) unit \(unit + 1)"
    case .unfreezeUnit(let level, let unit): "unfreeze layer \(level + 1) unit \(unit + 1)"
    case .killUnit(let level, let unit): "kill layer \(level + 1) unit \(unit + 1)"
    case .reviveUnit(let level, let unit): "revive layer \(level + 1) unit \(unit + 1)"
    case .goToEpoch(let epoch, _): "go to epoch \(epoch)"
    case .goToStep(let step, _): "go to step \(step)"
    case .goToEnd(let branch): branch.map { "go to the end of branch \($0)" } ?? "go to the end"
    case .follow: "follow the line"
    case .branch: "branch here"
    case .nameBranch(let number, _): "name branch \(number)"
    case .deleteBranch(let number): "delete branch \(number)"
    case .answer(_, let value): "answer \(value)"
    case .takeHint: "take a hint"
    case .undo: "undo"
    case .redo: "redo"
    case .resume: "go on from a file"
    }
  }
}
