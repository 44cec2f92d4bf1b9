import Drawing
import Engine
import Lessons
import Studio

/// What sets a branch apart from the present one, in words.
struct HistoryDifferences {
  /// A line to read.
  struct Line {
    let text: String
    var isTitle = false
  }

  let lines: [Line]

  /// - Parameter chosen: the branch to compare with, by the chosen one; with the present one itself,
  ///   what was changed on it is told.
  init(_ session: Session, chosen: BranchSummary?) {
    let branches = session.branches
    guard let present = branches.first(where: \.isPresent), let chosen else {
      lines = []
      return
    }
    guard chosen.number != present.number else {
      lines =
        [Line(text: Self.heading(present), isTitle: true)] + Self.changed(present)
        + (branches.count > 1 ? [Line(text: "↑↓ chooses another branch to compare with.")] : [])
      return
    }
    let other = chosen.preset
    var found = SettingCatalogue.all.compactMap { setting -> Line? in
      let (here, there) = (setting.value(in: session.preset), setting.value(in: other))
      return here == there
        ? nil : Line(text: "  \(setting.title): \(there) there, \(here) here")
    }
    if other.data.points != session.preset.data.points {
      found.append(Line(text: "  other points"))
    }
    lines =
      [
        Line(text: "\(chosen.title) beside \(present.title), where you are", isTitle: true)
      ]
      + (found.isEmpty ? [Line(text: "  All settings are the same.")] : found)
      + [Line(text: Self.heading(chosen), isTitle: true)] + Self.changed(chosen)
      + Self.losses(chosen, present)
  }

  private static func heading(_ branch: BranchSummary) -> String {
    branch.parent.map { "\(branch.title): left \($0) at epoch \(branch.forkEpoch), then" }
      ?? "\(branch.title): from epoch \(branch.firstEpoch), then"
  }

  /// The last changes, as many as can be read.
  private static func changed(_ branch: BranchSummary) -> [Line] {
    let epochs = branch.changeEpochs.suffix(branch.changes.count)
    let all = zip(branch.changes, epochs).map { Line(text: "  epoch \($1): \($0)") }
    if all.isEmpty { return [Line(text: "  nothing was changed")] }
    guard branch.changeCount > 8 else { return all }
    return [Line(text: "  \(branch.changeCount - 8) changes, and lately")] + all.suffix(8)
  }

  /// The losses of both after the same number of epochs.
  private static func losses(_ chosen: BranchSummary, _ present: BranchSummary) -> [Line] {
    let shared = min(chosen.lastEpoch, present.lastEpoch)
    guard chosen.preset.objective.loss == present.preset.objective.loss else {
      return [Line(text: "Their losses are measured in two ways, and can't be compared.")]
    }
    guard let one = chosen.history.entries.last(where: { $0.epoch <= shared }),
      let other = present.history.entries.last(where: { $0.epoch <= one.epoch }),
      one.epoch == other.epoch
    else { return [] }
    func text(_ entry: LossHistory.Entry) -> String {
      "train \(format(entry.training, significantDigits: 3))"
        + (entry.test.isNaN ? "" : ", test \(format(entry.test, significantDigits: 3))")
    }
    return [
      Line(text: "Loss after \(one.epoch) epochs", isTitle: true),
      Line(text: "  \(chosen.title): \(text(one))"),
      Line(text: "  \(present.title): \(text(other))"),
    ]
  }
}
