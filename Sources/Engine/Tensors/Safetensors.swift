/// A file of named tensors in the safetensors format, as a value; `bytes` and `init(bytes:)` are the
/// way out and in.
///
/// Source: the format's description in github.com/huggingface/safetensors: the length of the header
/// in 8 bytes, lowest first; the header, a JSON object that gives each tensor its `dtype`, `shape`
/// and `data_offsets`, and may have texts in `__metadata__`; then the data without gaps.
public struct Safetensors: Equatable, Sendable {
  /// A text of `__metadata__`.
  public struct Note: Equatable, Sendable {
    /// What it is about.
    public let key: String
    /// What it says.
    public let text: String

    /// A text under a key.
    public init(_ key: String, _ text: String) {
      self.key = key
      self.text = text
    }
  }

  /// The texts, in the order of the header; no key stands twice.
  public var notes: [Note]
  /// The tensors, in the order of the header; no name stands twice.
  public var tensors: [Tensor]

  /// A file of these tensors and texts; names and keys are all different.
  public init(tensors: [Tensor], notes: [Note] = []) {
    self.tensors = tensors
    self.notes = notes
  }

  /// The text under a key; nil if there is none.
  public func note(_ key: String) -> String? { notes.first { $0.key == key }?.text }

  /// The most bytes that a header may have: enough for half a million actions in a checkpoint, and
  /// for no more memory than any machine has.
  public static let headerLimit = 1 << 25
  /// The key of the texts.
  static let notesKey = "__metadata__"
}

/// What is wrong with a file of tensors, or with its tensors for what they are wanted for.
public struct SafetensorsError: Error, Equatable, CustomStringConvertible, Sendable {
  /// What was found where, and what was expected: a line for a person.
  public let description: String

  /// Something wrong, in words.
  public init(_ description: String) { self.description = description }
}
