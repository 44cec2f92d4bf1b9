import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The numbers of the moment: losses, accuracy, size of the network.
struct NumbersPanel {
  let session: Session
  let now: Evaluations
  /// What is known of where the points come from; nil while it is not to be shown.
  var truth: TruthWork?

  /// Columns the panel takes.
  static let width = 28

  /// Draws as many rows as there is room for, the most important first.
  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    canvas.drawBox(area, title: "Now", accent: palette.accent)
    let inner = area.inset(horizontally: 2, vertically: 1)
    for (index, row) in rows.prefix(inner.height).enumerated() {
      let y = inner.y + index
      canvas.mark(
        Rectangle(x: inner.x, y: y, width: inner.width, height: 1),
        as: Target.topic(.quantity(row.topic)))
      canvas.write(row.name, at: Point(x: inner.x, y: y), style: .dim, maxWidth: 13)
      canvas.write(
        row.value, at: Point(x: inner.x + 14, y: y), style: row.isMain ? .bold : [],
        maxWidth: inner.width - 14)
    }
  }

  /// The same in two lines, for small screens.
  func drawLines(in area: Rectangle, on canvas: inout Canvas) {
    let lines = [("train", now.training), ("test ", now.test)].map { name, evaluation in
      "\(name) loss \(loss(evaluation))"
        + (isClassification ? "  accuracy \(share(evaluation))" : "")
    }
    for (row, line) in lines.prefix(area.height).enumerated() {
      canvas.write(
        line, at: Point(x: area.x + 1, y: area.y + row), style: .bold, maxWidth: area.width - 2)
    }
  }

  private struct Row {
    let name: String
    let value: String
    let topic: Quantity
    var isMain = false
  }

  private var rows: [Row] {
    let trainer = session.trainer
    let shares = [
      ("train", now.training, Quantity.loss),
      now.validation.map { ("valid.", $0, Quantity.validation) }, ("test", now.test, Quantity.test),
    ].compactMap { $0 }
    var rows = shares.map {
      Row(name: "\($0) loss", value: loss($1), topic: $2, isMain: true)
    }
    if isClassification {
      rows += shares.map { Row(name: "\($0.0) acc", value: share($0.1), topic: .accuracy) }
    }
    if let truth {
      rows += TruthRows(session, truth).rows.map {
        Row(name: $0.name, value: $0.value, topic: $0.topic)
      }
    }
    rows += rateRow + stoppingRows + penaltyRows
    return rows + [
      Row(name: "parameters", value: "\(trainer.network.parameterCount)", topic: .parameters),
      Row(name: "train points", value: "\(trainer.samples.count)", topic: .points),
      Row(name: "test points", value: "\(session.dataset.test.count)", topic: .points),
      Row(name: "batch loss", value: number(Double(trainer.batchLoss)), topic: .batchLoss),
    ]
  }

  /// The rate of the next step, where it is not the one that was set.
  private var rateRow: [Row] {
    let training = session.preset.training
    guard training.schedule != ConstantRate.name || training.warmUp > 0 else { return [] }
    let rate = Double(session.trainer.learningRate)
    return [Row(name: "next rate", value: format(rate, significantDigits: 4), topic: .nextRate)]
  }

  /// What early stopping has seen, while it watches.
  private var stoppingRows: [Row] {
    guard let watch = session.trainer.earlyStopping else { return [] }
    return [
      Row(name: "best epoch", value: "\(watch.bestEpoch)", topic: .bestEpoch),
      Row(
        name: "waited", value: "\(watch.waited) of \(session.preset.training.patience)",
        topic: .waited),
    ]
  }

  private var penaltyRows: [Row] {
    let training = session.preset.training
    guard training.l1 > 0 || training.l2 > 0 else { return [] }
    let network = session.trainer.network
    let zeros = network.weights.map(\.range).joined().count { network.parameters[$0] == 0 }
    return [
      Row(name: "penalty", value: format(session.penalty, decimals: 4), topic: .penalty),
      Row(name: "zero weights", value: "\(zeros)", topic: .zeroWeights),
    ]
  }

  private var isClassification: Bool { session.preset.problem != .regression }

  private func loss(_ evaluation: Evaluation) -> String {
    number(evaluation.loss)
  }

  /// Three decimals, four below 0.1, and two digits where even these would read 0.
  private func number(_ loss: Double) -> String {
    guard loss.isFinite else { return loss.isNaN ? "–" : "too large" }
    if loss > 0 && loss < 0.001 { return format(loss, significantDigits: 2) }
    return format(loss, decimals: loss < 0.1 ? 4 : 3)
  }

  private func share(_ evaluation: Evaluation) -> String {
    evaluation.accuracy.isNaN ? "–" : format(100 * evaluation.accuracy, decimals: 1) + " %"
  }
}
