import Datasets
import Drawing
import Lessons
import Studio

/// The best that any model could do, as rows beside what the network does.
struct TruthRows {
  let rows: [(name: String, value: String, topic: Quantity)]

  init(_ session: Session, _ truth: TruthWork) {
    guard truth.isKnown, truth.isFinished else {
      rows = []
      return
    }
    var rows: [(name: String, value: String, topic: Quantity)] = []
    if session.preset.problem != .regression {
      rows.append(
        ("best acc", format(100 * (1 - truth.least.error), decimals: 1) + " %", .accuracy))
    }
    if let loss = truth.least.loss(of: session.preset.objective), loss.isFinite {
      let text =
        loss > 0 && loss < 0.001
        ? format(loss, significantDigits: 2) : format(loss, decimals: loss < 0.1 ? 4 : 3)
      rows.append(("least loss", text, .loss))
    }
    self.rows = rows
  }
}
