import Engine
import Lessons

/// What the texts of a checkpoint say.
struct CheckpointNotes {
  let preset: Preset
  let start: Preset
  let entries: [ActionLog.Entry]
  let steps: Int
  let stride: Int
  let trainer: [Safetensors.Note]
  /// Whether the session followed a line on which something was changed later.
  let isInThePast: Bool

  /// More steps than anybody takes, and few enough to be added to without overflow.
  private static let stepLimit = 1 << 53

  /// Texts of a table, which stand once where the start has the same.
  static let fileKeys = ["data.file", "data.file-rows", "data.file-table"]

  /// Reads the texts of this version's format; a key that it does not have is an error.
  init(_ notes: [Safetensors.Note]) throws(SafetensorsError) {
    var (preset, start): ([Preset.Text], [Preset.Text]) = ([], [])
    var entries: [ActionLog.Entry] = []
    var (steps, stride): (Int?, Int?) = (nil, nil)
    var isInThePast = false
    var trainer: [Safetensors.Note] = []
    for note in notes {
      if note.key == Checkpoint.formatKey { continue }
      if note.key.hasPrefix("preset.") {
        preset.append((String(note.key.dropFirst("preset.".count)), note.text))
      } else if note.key.hasPrefix("start.") {
        start.append((String(note.key.dropFirst("start.".count)), note.text))
      } else if note.key == "action.\(entries.count)" {
        entries.append(
          try Self.entry(note, after: entries.last?.step ?? 0, number: entries.count))
      } else if note.key == Checkpoint.stepsKey {
        steps = try Self.number(note, in: 0...Self.stepLimit)
      } else if note.key == Checkpoint.strideKey {
        stride = try Self.number(note, in: 1...Self.stepLimit)
      } else if note.key == Checkpoint.pastKey {
        isInThePast = true
      } else if Trainer.stateNotes.contains(note.key) {
        trainer.append(note)
      } else {
        throw SafetensorsError(
          "the key “\(note.key.shown())” is not known to this version of Percept")
      }
    }
    if !start.contains(where: { Self.fileKeys.contains($0.key) }) {
      start += preset.filter { Self.fileKeys.contains($0.key) }
    }
    guard let steps, let stride else {
      throw SafetensorsError(
        "\(steps == nil ? Checkpoint.stepsKey : Checkpoint.strideKey) is missing")
    }
    guard steps >= entries.last?.step ?? 0 else {
      throw SafetensorsError("\(Checkpoint.stepsKey) is \(steps), less than the last action's")
    }
    do {
      self.preset = try Preset(texts: preset)
      self.start = try Preset(texts: start)
    } catch {
      throw SafetensorsError(error.description)
    }
    self.entries = entries
    self.steps = steps
    self.stride = stride
    self.trainer = trainer
    self.isInThePast = isInThePast
  }

  private static func number(
    _ note: Safetensors.Note, in range: ClosedRange<Int>
  ) throws(SafetensorsError) -> Int {
    guard let number = Int(note.text), range.contains(number) else {
      throw SafetensorsError(
        "\(note.key) is “\(note.text.shown())”, expected a whole number from \(range.lowerBound)")
    }
    return number
  }

  /// An entry by its text, `20 set training.learning-rate 0.1` or `20 undo 3`.
  private static func entry(
    _ note: Safetensors.Note, after last: Int, number: Int
  ) throws(SafetensorsError) -> ActionLog.Entry {
    guard let entry = ActionLog.Entry(text: note.text), (last...stepLimit).contains(entry.step),
      entry.restored.map((0...number).contains) ?? true
    else {
      throw SafetensorsError(
        "\(note.key) is “\(note.text.shown())”, which is no action after step \(last)")
    }
    return entry
  }
}

extension ActionLog.Entry {
  /// The session's steps then, the action, and of undo, redo and jumps the entry that they lead back
  /// to.
  var text: String { "\(step) \(action.text)" + (restored.map { " \($0)" } ?? "") }

  /// The actions after whose text the entry stands that they lead back to.
  private static let restoring = [
    "undo", "redo", "go-to-epoch", "go-to-step", "go-to-end", "follow",
  ]

  /// The entry of a text; nil if there is none.
  fileprivate init?(text: String) {
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let step = Int(parts[0]) else { return nil }
    let words = parts[1].split(separator: " ", omittingEmptySubsequences: false)
    if let verb = words.first, Self.restoring.contains(String(verb)) {
      guard words.count >= 2, let restored = Int(words[words.count - 1]),
        let action = Action(text: words.dropLast().joined(separator: " "))
      else { return nil }
      self.init(step: step, action: action, restored: restored)
    } else {
      guard let action = Action(text: parts[1]) else { return nil }
      self.init(step: step, action: action)
    }
  }
}
