import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The numbers of each share, and which classes are taken for which.
struct ScoresOverview {
  let subject: ScoresSubject
  let now: Evaluations

  /// Whose precision, recall and F1 these are.
  var title: String {
    subject.hasOneOutput
      ? "Overview · class \(subject.className(subject.classIndex))" : "Overview · mean of classes"
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let shares = ScoresSubject.shares(subject.session)
    let matrices = shares.map { subject.confusion(of: $0) }
    let rows = shares.count + 1
    // A little air where there is room.
    let gap = area.height > rows + 2 * subject.classCount + 2 ? 1 : 0
    let (top, rest) = area.splitTop(min(rows, area.height))
    let table = table(shares, matrices, isWide: area.width >= 60)
    table.fitted(to: top.width).table.draw(in: top, on: &canvas)
    for (row, share) in shares.enumerated() where row + 1 < top.height {
      canvas.mark(
        Rectangle(x: top.x, y: top.y + 1 + row, width: top.width, height: 1),
        as: ScoresSpot.share(share))
    }
    guard let index = shares.firstIndex(of: subject.share), let matrix = matrices[index] else {
      return
    }
    ScoresMatrix(subject: subject, confusion: matrix).draw(
      in: rest.splitTop(gap).bottom, on: &canvas)
  }

  private func table(
    _ shares: [Dataset.Share], _ matrices: [ConfusionMatrix?], isWide: Bool
  ) -> TextTable {
    func column(_ title: String, _ width: Int, _ text: (Int) -> String) -> TextTable.Column {
      TextTable.Column(
        title: title, width: width + (isWide ? 5 : 0),
        items: shares.indices.map {
          TextTable.Item(text: text($0), style: shares[$0] == subject.share ? .bold : [])
        })
    }
    func number(_ index: Int, _ one: (ConfusionMatrix) -> Double) -> String {
      ScoresCurves.number(matrices[index].map(one))
    }
    let chosen = subject.classIndex
    let isOne = subject.hasOneOutput
    return TextTable(
      names: TextTable.Column(
        title: "", width: 6,
        items: shares.map {
          TextTable.Item(text: $0.shortName, style: $0 == subject.share ? .bold : [])
        }),
      columns: [
        column("loss", 8) { tabular(loss(shares[$0])) },
        column("acc %", 6) { index in
          let accuracy = matrices[index]?.accuracy ?? .nan
          return accuracy.isFinite ? format(100 * accuracy, decimals: 1) : "–"
        },
        column(isWide ? "precision" : "prec", 6) { index in
          number(index) { isOne ? $0.precision(of: chosen) : $0.macroPrecision }
        },
        column(isWide ? "recall" : "rec", 6) { index in
          number(index) { isOne ? $0.recall(of: chosen) : $0.macroRecall }
        },
        column("F1", 6) { index in
          number(index) { isOne ? $0.f1(of: chosen) : $0.macroF1 }
        },
      ])
  }

  private func loss(_ share: Dataset.Share) -> Double {
    switch share {
    case .training: now.training.loss
    case .validation: now.validation?.loss ?? .nan
    case .test: now.test.loss
    }
  }
}
