public import Lessons

/// What makes a trial this trial and no other: all that its numbers depend on.
public enum TrialIdentity {
  /// Raised when the engine's arithmetic changes, so that old numbers are not taken for new ones.
  private static let arithmetic = 1

  /// Sixteen hexadecimal digits of the hash over a preset's content, the epochs and what is measured.
  ///
  /// Names and descriptions are no part of it, nor is the sweep: the same trial of another sweep is the
  /// same trial.
  public static func text(of preset: Preset, epochs: Int, _ objective: SweepObjective) -> String {
    var lines = ["percept trial \(arithmetic)", "epochs \(epochs)"]
    lines.append("\(objective.measure.rawValue) \(objective.moment.rawValue)")
    if objective.moment == .best { lines.append(objective.direction.rawValue) }
    lines += preset.texts.filter { $0.key != "title" && $0.key != "description" }
      .map { "\($0.key) \($0.text)" }
    return String(Digest(of: lines.joined(separator: "\n")).description.prefix(16))
  }
}
