public import Drawing

/// Keys that mean the same, and what they do.
public struct Binding: Sendable {
  /// The keys, the usual one first.
  public let keys: [Key]
  /// What they say.
  public let intent: Intent
  /// How the keys are written in help.
  public let label: String
  /// One or two words for the key line; empty for keys that are in the help only.
  public let hint: String
  /// What it does, for the help; keys with the same words stand in one line there.
  public let help: String
}

/// The one map of keys. The key line and the help are made from it.
public enum KeyMap {
  /// Every key, in the order of the help.
  public static let bindings: [Binding] = [
    Binding(
      keys: [.character(" ")], intent: .playPause, label: "space", hint: "play",
      help: "start or pause training"),
    Binding(
      keys: [.character("s")], intent: .stepBatch, label: "s", hint: "step",
      help: "one step: train on one batch"),
    Binding(
      keys: [.character("e")], intent: .stepEpoch, label: "e", hint: "epoch",
      help: "train to the end of the epoch"),
    Binding(
      keys: [.tab], intent: .nextPanel, label: "tab", hint: "panel",
      help: "to the next panel, to the one before"),
    Binding(
      keys: [.backTab], intent: .previousPanel, label: "shift-tab", hint: "",
      help: "to the next panel, to the one before"),
    Binding(
      keys: [.up, .character("k")], intent: .selectUp, label: "↑ k", hint: "",
      help: "choose a control"),
    Binding(
      keys: [.down, .character("j")], intent: .selectDown, label: "↓ j", hint: "",
      help: "choose a control"),
    Binding(
      keys: [.left, .character("h")], intent: .decrease, label: "← h", hint: "",
      help: "change its value"),
    Binding(
      keys: [.right, .character("l")], intent: .increase, label: "→ l", hint: "change",
      help: "change its value"),
    Binding(
      keys: [.enter], intent: .activate, label: "enter", hint: "",
      help: "type a value, or take the next choice"),
    Binding(
      keys: [.character("r")], intent: .reset, label: "r", hint: "reset",
      help: "back to epoch 0 with the same weights"),
    Binding(
      keys: [.character("w")], intent: .newWeights, label: "w", hint: "new weights",
      help: "back to epoch 0 with new weights"),
    Binding(
      keys: [.character("d")], intent: .newData, label: "d", hint: "new data",
      help: "new points of the same kind"),
    Binding(
      keys: [.character("+"), .character("="), .character(">")], intent: .faster, label: "+",
      hint: "faster", help: "faster, slower, from ×1 to unlimited"),
    Binding(
      keys: [.character("-"), .character("_"), .character("<")], intent: .slower, label: "-",
      hint: "", help: "faster, slower, from ×1 to unlimited"),
    Binding(
      keys: [.character("]")], intent: .addLayer, label: "]", hint: "",
      help: "add or take away a hidden layer"),
    Binding(
      keys: [.character("[")], intent: .removeLayer, label: "[", hint: "",
      help: "add or take away a hidden layer"),
    Binding(
      keys: [.character("}")], intent: .addUnit, label: "}", hint: "",
      help: "add or take away a unit of the chosen layer"),
    Binding(
      keys: [.character("{")], intent: .removeUnit, label: "{", hint: "",
      help: "add or take away a unit of the chosen layer"),
    Binding(
      keys: [.character("t")], intent: .showPoints, label: "t", hint: "points",
      help: "points on the map: training, test, validation, all or none"),
    Binding(
      keys: [.character("m")], intent: .showMetrics, label: "m", hint: "metrics",
      help: "loss, metrics, or how the layers are doing"),
    Binding(
      keys: [.character("o")], intent: .showDiscrete, label: "o", hint: "",
      help: "the output's sign only, or how strong it is"),
    Binding(
      keys: [.character("g")], intent: .checkGradient, label: "g", hint: "",
      help: "compare the gradient with differences of the loss"),
    Binding(
      keys: [.escape], intent: .back, label: "esc", hint: "", help: "one level back"),
    Binding(
      keys: [.character("?"), .function(1)], intent: .help, label: "?", hint: "help",
      help: "show or hide this help"),
    Binding(
      keys: [.character("q"), .control("c")], intent: .quit, label: "q", hint: "quit",
      help: "leave Percept"),
  ]

  /// What a key means; nil if it means nothing.
  public static func intent(for key: Key) -> Intent? {
    bindings.first { $0.keys.contains(key) }?.intent
  }

  /// The lines of the help: the keys, and what they do.
  static let helpLines: [(keys: String, text: String)] = bindings.reduce(into: []) {
    lines, binding in
    if let place = lines.firstIndex(where: { $0.text == binding.help }) {
      lines[place].keys += " " + binding.label
    } else {
      lines.append((binding.label, binding.help))
    }
  }
}
