import Datasets
import Lessons
import Studio

/// A word that the line mode understands.
enum PlainCommand: String, CaseIterable {
  case play, epoch, step, show, weights, data, settings, set, add, remove, toggle, reset, undo, redo
  case health, back
  case newWeights = "new-weights"
  case newData = "new-data"
  case open, link, save, help, quit

  /// The command of a word; `exit` and `q` leave as well, and `?` asks for help.
  static func named(_ word: String) -> PlainCommand? {
    switch word {
    case "exit", "q": .quit
    case "?", "h": .help
    default: PlainCommand(rawValue: word)
    }
  }

  /// Every word, in the order of the help.
  static var names: [String] { allCases.map(\.rawValue) }

  /// How it is written.
  private var form: String {
    switch self {
    case .play: "play N"
    case .step: "step N"
    case .set: "set KEY VALUE"
    case .add: "add layer | add unit LAYER"
    case .remove: "remove layer | remove unit LAYER"
    case .toggle: "toggle INPUT"
    case .open: "open PRESET"
    case .save: "save FILE"
    default: rawValue
    }
  }

  /// What it does.
  private var meaning: String {
    switch self {
    case .play: "train for N epochs, telling how it goes; without N for one"
    case .epoch: "train to the end of the epoch"
    case .step: "train on N batches; without N on one"
    case .show: "tell what the picture shows: where the classes lie and how well they are learned"
    case .weights: "tell every weight and bias"
    case .data: "tell what is to be learned from"
    case .settings: "tell every setting with its value"
    case .set: "give a setting a value, as in set training.learning-rate 0.1"
    case .add: "add a hidden layer, or a unit to a hidden layer, counted from 1"
    case .remove: "take the last hidden layer away, or a unit of a hidden layer"
    case .toggle: "switch an input on or off: \(Self.inputs)"
    case .reset: "back to epoch 0 with the same weights"
    case .health: "tell what is wrong with the run, why it matters and what to try"
    case .back: "after a divergence, back to the last epoch that was sound"
    case .undo: "take the last change back"
    case .redo: "make it again"
    case .newWeights: "back to epoch 0 with new weights"
    case .newData: "new points of the same kind"
    case .open: "begin another preset, by name, file or address of TensorFlow Playground"
    case .link: "tell the settings as an address of TensorFlow Playground"
    case .save: "write the session to a checkpoint file"
    case .help: "these lines"
    case .quit: "leave"
    }
  }

  private static var inputs: String { Feature.allCases.map(\.rawValue).joined(separator: ", ") }

  /// The lines of the help.
  static var helpLines: [String] { allCases.map { "\($0.form): \($0.meaning)." } }

  /// What to say when it was not understood.
  var usage: String { "Expected \(form): \(meaning)." }

  /// The change of the session that it stands for; nil if its words make none.
  func action(_ words: [String], _ session: Session) -> Action? {
    switch (self, words.count) {
    case (.set, 2...):
      return .set(key: words[0], value: words.dropFirst().joined(separator: " "))
    case (.toggle, 1): return Feature(rawValue: words[0]).map { .toggleFeature($0) }
    case (.reset, 0): return .reset
    case (.undo, 0): return .undo
    case (.back, 0): return session.wayBackFromDivergence
    case (.redo, 0): return .redo
    case (.newWeights, 0): return .newWeights
    case (.newData, 0): return .newData
    case (.add, 1) where words[0] == "layer": return .addLayer
    case (.remove, 1) where words[0] == "layer": return .removeLayer
    case (.add, 2), (.remove, 2):
      guard words[0] == "unit", let layer = Int(words[1]), layer > 0 else { return nil }
      return self == .add ? .addUnit(layer: layer - 1) : .removeUnit(layer: layer - 1)
    default: return nil
    }
  }
}
