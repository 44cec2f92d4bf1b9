import Datasets
import Drawing
import Lessons
import Studio

/// The seeds that were tried, the best first.
struct LuckRows {
  let work: LuckWork
  let ranking: [LuckRun]
  /// The row that is chosen.
  let place: Int

  /// The seed of a run, or the seeds of weights and order where they differ.
  static func seedName(_ run: LuckRun, _ work: LuckWork) -> String {
    let preset = work.preset(of: run)
    let (one, two) = (preset.network.seed, preset.training.seed)
    let name = one == two ? "seed \(one)" : "seeds \(one), \(two)"
    return run.offset == 0 ? name + " (yours)" : name
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard area.height >= 2, area.width >= 10 else { return }
    let room = area.height - 1
    let first = max(0, min(place - room / 2, ranking.count - room))
    let shown = Array(ranking.enumerated().dropFirst(first).prefix(room))
    let (table, _) = table(shown.map { ($0.offset, $0.element) }).fitted(to: area.width)
    table.draw(in: area, on: &canvas)
    let y = area.y + 1 + place - first
    guard (area.y + 1..<area.maxY).contains(y), ranking.indices.contains(place) else { return }
    for x in area.x..<min(area.maxX, area.x + table.width) {
      canvas[x, y].style.insert([.bold, .reverse])
    }
    canvas.cursor = Point(x: area.x, y: y)
  }

  private func table(_ rows: [(rank: Int, run: LuckRun)]) -> TextTable {
    func column(
      _ title: String, _ width: Int, _ text: (LuckRun) -> String
    ) -> TextTable.Column {
      TextTable.Column(
        title: title, width: width, items: rows.map { TextTable.Item(text: text($0.run)) })
    }
    let names = rows.map { rank, run in
      TextTable.Item(
        text: "\(rank + 1). \(Self.seedName(run, work))\(word(rank))",
        style: run.offset == 0 ? .bold : [])
    }
    let hasTest = ranking.contains { !$0.testLoss.isNaN }
    let hasClasses = work.preset.problem != .regression
    var columns = [
      column("epochs", 10) { run in
        run.reached.map { "\($0)" } ?? (run.divergedIn == nil ? "never" : "diverged")
      }
    ]
    if hasTest { columns.append(column("test loss", 11) { tabular($0.testLoss) }) }
    if hasTest && hasClasses { columns.append(column("acc %", 8) { share($0.testAccuracy) }) }
    columns.append(column("train loss", 12) { tabular($0.trainingLoss) })
    if hasClasses { columns.append(column("acc %", 8) { share($0.trainingAccuracy) }) }
    return TextTable(
      names: TextTable.Column(title: "rank", width: 28, items: names), columns: columns)
  }

  /// What is special about a rank.
  private func word(_ rank: Int) -> String {
    if rank == 0 { return " best" }
    if rank == ranking.count - 1 { return " worst" }
    return rank == (ranking.count - 1) / 2 ? " median" : ""
  }

  private func share(_ share: Double) -> String {
    share.isNaN ? "–" : format(100 * share, decimals: 1)
  }
}
