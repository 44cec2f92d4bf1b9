import Drawing
import Lessons
import Studio

/// What was asked to be opened, and what there is to say about it.
struct Opening {
  /// The start of the session.
  var preset: Preset
  /// A sentence for each thing of a link that is not the same here; empty for presets and files.
  var remarks: [String] = []
  /// What was named, if the points are those of other data.
  var named: String?
  /// The file that the points are of, as it was named; nil if they are of the preset.
  var file: String?
  /// The exercise whose start it is; nil for a preset.
  var exercise: Exercise?

  /// What there is to say once every setting has its value.
  var lateRemarks: [String] {
    [named.flatMap { preset.unseenNote(of: $0) }].compactMap { $0 }
  }

  /// The session that begins with it, without an attempt. What a preset can't say of an exercise's start,
  /// first weights and frozen parameters, belongs to it.
  var session: Session {
    exercise.map { Session(freeRunOf: $0, changedTo: preset) } ?? Session(preset)
  }

  /// All of it in one line of the screen: what there is room for, and where the rest is; nil if
  /// there is nothing to say.
  var notice: String? {
    guard let first = remarks.first else { return nil }
    let others = remarks.count - 1
    let variants = [
      others == 0 ? first : "\(first) C: \(others) more.",
      "A link, with \(remarks.count) \(others == 0 ? "remark" : "remarks"): C shows them.",
    ]
    return variants.first { columnWidth($0) <= 78 } ?? variants[1]
  }
}
