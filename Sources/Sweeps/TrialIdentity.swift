import Datasets
public import Lessons

/// What makes a trial this trial and no other: all that its numbers depend on.
public struct TrialIdentity: Sendable {
  /// Raised when the engine's arithmetic changes, so that old numbers are not taken for new ones.
  private static let arithmetic = 1

  private let objective: SweepObjective
  /// The table that all trials have, as its digest: written and hashed once.
  private let table: String?

  /// The identities of a sweep's trials.
  public init(_ spec: SweepSpec) {
    objective = spec.objective
    table = spec.base.data.file.map(Self.digest)
  }

  /// Identities of trials that have no table in common.
  init(_ objective: SweepObjective) {
    self.objective = objective
    table = nil
  }

  /// Sixteen hexadecimal digits of the hash over a preset's content, the epochs and what is measured.
  ///
  /// Names and descriptions are no part of it, nor is the sweep: the same trial of another sweep is the
  /// same trial. Nor is the path of a table: what counts is what stands in it, wherever it lies.
  ///
  /// - Parameter preset: one of the sweep's, so that its table is that of the sweep's base.
  public func text(of preset: Preset, epochs: Int) -> String {
    var lines = ["percept trial \(Self.arithmetic)", "epochs \(epochs)"]
    lines.append("\(objective.measure.rawValue) \(objective.moment.rawValue)")
    if objective.moment == .best { lines.append(objective.direction.rawValue) }
    if let points = preset.data.points { lines.append("data.points \(points.text)") }
    if let file = preset.data.file {
      lines.append("data.file-rows \(file.table.sourceCount)")
      lines.append("data.file-digest \(table ?? Self.digest(file))")
    }
    lines += preset.settingTexts.map { "\($0.key) \($0.text)" }
    return Digest(of: lines.joined(separator: "\n")).text(bytes: 8)
  }

  private static func digest(_ file: TableFile) -> String {
    Digest(of: CSV.text(of: file.table)).description
  }
}
