import Datasets
import Engine

/// What is said of settings that are not the same here as there.
extension LinkReader {
  /// Keys that other versions of the playground may have, or that were mistyped.
  mutating func noteUnknown(_ keys: [String]) {
    guard let first = keys.first else { return }
    let hint =
      keys.count == 1
      ? suggestion(for: first.shown(), among: PlaygroundKey.allCases.map(\.rawValue)) : ""
    remarks.append("Percept does not know \(Self.list(keys))\(hint.isEmpty ? "." : hint)")
  }

  /// The playground hands what is left of an epoch over to the next one.
  mutating func noteBatches() {
    let count = preset.dataset.training.count
    let size = preset.training.batchSize
    if size > count {
      remarks.append("A batch of \(size) never fills there; here all \(count) points are a step.")
    } else if count % size != 0 {
      remarks.append("The short last batch is a step here; there it joins the next epoch.")
    }
  }

  /// Controls that are taken away for a class.
  mutating func noteHidden() {
    let controls = hidden.filter { PlaygroundKey(rawValue: $0)?.feature == nil }
    guard !controls.isEmpty else { return }
    remarks.append("Nothing is hidden here (\(Self.list(controls))); exercises lock settings.")
  }

  /// What is about the page rather than about the network.
  mutating func noteLook() {
    if flag(.showTestData, usually: false) {
      remarks.append("showTestData: the key t shows the test points.")
    }
    if flag(.discretize, usually: false) {
      remarks.append("discretize: the key o shows the signs of the output alone.")
    }
    if let name = known[.tutorial]?.value {
      remarks.append("The tutorial “\(name.shown())” is a page of the playground's own.")
    }
    let idle = [PlaygroundKey.collectStats, .hideText].filter { flag($0, usually: false) }
    if !idle.isEmpty {
      remarks.append("There is nothing here for \(Self.list(idle.map(\.rawValue))).")
    }
  }

  /// The first of some names, and how many more there are.
  static func list(_ names: [String]) -> String {
    let shown = names.prefix(3).map { "“\($0.shown(limit: 24))”" }.joined(separator: ", ")
    return shown + (names.count > 3 ? " and \(names.count - 3) more" : "")
  }
}
