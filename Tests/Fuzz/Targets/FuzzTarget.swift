/// A parser that is given any bytes.
///
/// Bytes are read or refused; nothing traps, hangs or fills the memory, what was read is the same when
/// it is written and read again, and a refusal is one line with a place that is in the text.
public protocol FuzzTarget: SendableMetatype {
  /// Its name in commands, and that of its folder in `Corpus`.
  static var name: String { get }

  /// Tries bytes; tells whether they were read. Throws what law was broken.
  static func check(_ bytes: [UInt8]) throws(BrokenLaw) -> Bool
}

/// What should hold of any bytes, and does not.
public struct BrokenLaw: Error, CustomStringConvertible {
  /// Which law, and how.
  public let description: String

  init(_ description: String) { self.description = description }
}

/// All targets.
public enum FuzzCatalogue {
  /// In the order in which they are run.
  public static let all: [any FuzzTarget.Type] = [
    CSVTarget.self, PointsTarget.self, FormulaTarget.self, PresetTarget.self, ExerciseTarget.self,
    JSONTarget.self, LinkTarget.self, ConditionTarget.self, SafetensorsTarget.self,
    CheckpointTarget.self, SubmissionTarget.self, SweepTarget.self, StoreTarget.self,
  ]

  /// The target of a name.
  public static func named(_ name: String) -> (any FuzzTarget.Type)? {
    all.first { $0.name == name }
  }
}
