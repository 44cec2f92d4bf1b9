import Engine

/// An address of TensorFlow Playground, read as a preset.
///
/// Values are taken as strictly as those of presets, for a lesson that is not the one that was meant
/// teaches something else; unknown keys are only told, for other versions of the playground have
/// more of them. What the playground can do and Percept can't is brought to the nearest that it can.
public struct PlaygroundLink: Equatable, Sendable {
  /// Where the playground is.
  public static let home = "https://playground.tensorflow.org/"
  /// The most bytes of an address; the playground's own have about 500.
  public static let lengthLimit = 1 << 16

  /// The start that the address describes.
  public let preset: Preset
  /// What is not the same here as there, and what was not understood: a sentence for each thing.
  public let remarks: [String]

  /// Whether a text is meant as an address rather than as a preset's name or a file's path.
  ///
  /// Addresses of copies elsewhere are taken too, and the part from the `#` on by itself.
  public static func isAddress(_ text: String) -> Bool {
    let text = text.drop { $0.isWhitespace }
    let start = text.prefix(40).lowercased()
    let starts = ["http://", "https://", "file://", host]
    if starts.contains(where: start.hasPrefix) { return true }
    guard let hash = text.firstIndex(of: "#"), text[hash...].contains("="),
      ![".yaml", ".yml", ".csv", ".tsv"].contains(where: text.hasSuffix)
    else { return false }
    let base = text[..<hash]
    return base.isEmpty || base.hasSuffix("/") || base.hasSuffix(".html")
  }

  /// Reads an address.
  ///
  /// - Throws: a value that makes no sense, or an address without settings that is not the
  ///   playground's own.
  public init(_ address: String) throws(LinkProblem) {
    guard address.utf8.count <= Self.lengthLimit else {
      throw LinkProblem(
        position: 1,
        message: "it has \(address.utf8.count) bytes; expected at most \(Self.lengthLimit)")
    }
    let fields = LinkField.all(in: address)
    let base = address.prefix { $0 != "#" }
    let areKnown = fields.contains { PlaygroundKey(rawValue: $0.key) != nil }
    guard areKnown || base.lowercased().contains(Self.host) else {
      throw LinkProblem(
        position: fields.first?.keyPosition ?? max(1, base.count),
        message: "expected settings of TensorFlow Playground after “#”, such as "
          + "activation=tanh&dataset=xor"
          + (fields.first.map {
            suggestion(for: $0.key.shown(), among: PlaygroundKey.allCases.map(\.rawValue))
          } ?? ""))
    }
    var reader = LinkReader(fields)
    try reader.read()
    if !base.isEmpty, fields.count == 1, fields[0].key == PlaygroundKey.activation.rawValue {
      reader.remarks.insert(
        "Only activation was given: in quotes, the shell leaves all of an address.", at: 0)
    }
    (preset, remarks) = (reader.described, reader.remarks)
  }

  private static let host = "playground.tensorflow.org"
}
