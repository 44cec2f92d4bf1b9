import Drawing
import Engine
import Lessons
import Studio

/// The columns of the history beside its lines, as many as there is room for.
struct HistoryColumns {
  /// The columns that the names take, at the left.
  let names: Int
  /// Those of all numbers, at the right.
  let numbers: Int
  private let hasTest: Bool
  private let titles: [String]

  init(width: Int, branches: [BranchSummary], hasTest: Bool) {
    let longest = branches.map { columnWidth($0.hasName ? $0.title : "branch") }.max() ?? 6
    names = min(max(longest, 6), max(6, width / 5)) + 6
    self.hasTest = hasTest
    let all = ["epochs", "train"] + (hasTest ? ["test"] : [])
    titles = width >= 60 ? all : width >= 40 ? [all[0]] : []
    numbers = titles.count * 8
  }

  func drawHeadings(endingAt end: Int, y: Int, on canvas: inout Canvas) {
    write(titles, endingAt: end, y: y, style: .dim, on: &canvas)
  }

  func draw(
    _ branch: BranchSummary, _ scene: Scene, endingAt end: Int, y: Int, on canvas: inout Canvas
  ) {
    let last = branch.history.entries.last
    // The session itself knows the present losses, in the middle of an epoch too.
    let isNow = branch.isPresent && !scene.session.isInThePast && !branch.isDiverged
    let training = isNow ? scene.now.training.loss : last?.training
    let test = isNow ? scene.now.test.loss : last?.test
    let texts = [
      "\(branch.lastEpoch)", training.map { Self.text($0) } ?? "–",
      test.map { Self.text($0) } ?? "–",
    ]
    write(
      Array(texts.prefix(titles.count)), endingAt: end, y: y,
      style: branch.isPresent ? .bold : [], on: &canvas)
  }

  private static func text(_ loss: Double) -> String {
    let text = tabular(loss)
    return columnWidth(text) <= 7 ? text : format(loss, significantDigits: 2)
  }

  private func write(
    _ texts: [String], endingAt end: Int, y: Int, style: Style, on canvas: inout Canvas
  ) {
    for (index, text) in texts.enumerated() {
      let right = end - numbers + 8 * (index + 1)
      let width = min(7, columnWidth(text))
      canvas.write(text, at: Point(x: right - width, y: y), style: style, maxWidth: 7)
    }
  }
}
