public import Drawing

/// Keys that mean the same, and what they do.
public struct Binding: Sendable {
  /// When a binding holds.
  public enum Mode: Sendable {
    case always
    /// While points are drawn; it goes before what the key means otherwise.
    case drawing
  }

  /// The keys, the usual one first; none for what is in the palette of commands only.
  public let keys: [Key]
  /// What they say.
  public let intent: Intent
  /// How the keys are written in help.
  public let label: String
  /// One or two words for the key line; empty for keys that are in the help only.
  public let hint: String
  /// What it does, for help and palette; keys with the same words stand in one line of the help.
  public let help: String
  /// When it holds.
  public let mode: Mode

  init(
    _ keys: [Key], _ intent: Intent, _ label: String, hint: String = "", _ help: String,
    mode: Mode = .always
  ) {
    self.keys = keys
    self.intent = intent
    self.label = label
    self.hint = hint
    self.help = help
    self.mode = mode
  }
}

/// The one map of keys. The key line, the help and the palette of commands are made from it.
public enum KeyMap {
  /// A part of the help.
  public struct Section: Sendable {
    /// What its keys are for.
    public let title: String
    /// The keys, in the order of the help.
    public let bindings: [Binding]
  }

  /// Every key, in the order of the help.
  public static let bindings: [Binding] = sections.flatMap(\.bindings)

  /// What a key means; nil if it means nothing.
  public static func intent(for key: Key, isDrawing: Bool = false) -> Intent? {
    let found = bindings.filter { $0.keys.contains(key) && (isDrawing || $0.mode == .always) }
    return (found.first { $0.mode == .drawing } ?? found.first)?.intent
  }

  /// The binding of an intent.
  static func binding(of intent: Intent) -> Binding? { bindings.first { $0.intent == intent } }

  /// The lines of the help: a title alone, or keys and what they do.
  static let helpLines: [(keys: String, text: String)] = sections.flatMap(lines)

  /// The lines of a section; keys with the same words stand in one.
  static func lines(of section: Section) -> [(keys: String, text: String)] {
    var lines: [(keys: String, text: String)] = []
    for binding in section.bindings where !binding.keys.isEmpty {
      if let place = lines.firstIndex(where: { $0.text == binding.help }) {
        lines[place].keys += " " + binding.label
      } else {
        lines.append((binding.label, binding.help))
      }
    }
    return lines.isEmpty ? [] : [("", section.title)] + lines
  }
}
