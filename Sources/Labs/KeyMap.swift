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
  /// What it does, for the help.
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
      keys: [.tab], intent: .nextPanel, label: "tab", hint: "panel", help: "to the next panel"),
    Binding(
      keys: [.backTab], intent: .previousPanel, label: "shift-tab", hint: "",
      help: "to the panel before"),
    Binding(
      keys: [.up, .character("k")], intent: .selectUp, label: "↑ k", hint: "",
      help: "the control above"),
    Binding(
      keys: [.down, .character("j")], intent: .selectDown, label: "↓ j", hint: "",
      help: "the control below"),
    Binding(
      keys: [.left, .character("h")], intent: .decrease, label: "← h", hint: "",
      help: "the value before, or less"),
    Binding(
      keys: [.right, .character("l")], intent: .increase, label: "→ l", hint: "change",
      help: "the next value, or more"),
    Binding(
      keys: [.enter], intent: .activate, label: "enter", hint: "",
      help: "type a value, or switch an input on and off"),
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
      hint: "faster", help: "faster: ×1, ×2, ×5, ×10 … unlimited"),
    Binding(
      keys: [.character("-"), .character("_"), .character("<")], intent: .slower, label: "-",
      hint: "", help: "slower"),
    Binding(
      keys: [.character("]")], intent: .addLayer, label: "]", hint: "", help: "add a hidden layer"),
    Binding(
      keys: [.character("[")], intent: .removeLayer, label: "[", hint: "",
      help: "take the last hidden layer away"),
    Binding(
      keys: [.character("}")], intent: .addUnit, label: "}", hint: "",
      help: "add a unit to the chosen layer"),
    Binding(
      keys: [.character("{")], intent: .removeUnit, label: "{", hint: "",
      help: "take a unit of the chosen layer away"),
    Binding(
      keys: [.character("t")], intent: .showPoints, label: "t", hint: "points",
      help: "show training points, test points, both or none"),
    Binding(
      keys: [.character("o")], intent: .showDiscrete, label: "o", hint: "",
      help: "show the output's sign only, or how sure it is"),
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
}
