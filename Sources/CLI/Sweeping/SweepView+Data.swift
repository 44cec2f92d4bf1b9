import Lessons
import Sweeps

/// What a sweep has found, for other programs.
extension SweepView {
  /// A page of JSON.
  var json: String {
    let spec = report.plan.spec
    let (done, all) = schedule.jobs
    return JSON.object([
      JSON.Member("name", .text(spec.name)),
      JSON.Member("measure", .text((measure ?? spec.objective.measure).rawValue)),
      JSON.Member("goal", .text(spec.objective.direction.rawValue)),
      JSON.Member("seeds", .texts(spec.replicates.map(\.text))),
      JSON.Member("done", .whole(done)), JSON.Member("needed", .whole(all)),
      JSON.Member("complete", .truth(schedule.isFinished)),
      JSON.Member(
        "ranking", .list(rows.enumerated().map { json($0.element, rank: $0.offset + 1) })),
      JSON.Member(
        "importance",
        .list(
          report.importances.map { importance in
            .object([
              JSON.Member("key", .text(importance.key)),
              JSON.Member("share", .real(importance.share)),
              JSON.Member("best", .text(importance.best)),
            ])
          })),
      JSON.Member(
        "rungs",
        .list(
          SweepReport.rungTable(schedule).map { line in
            .object([
              JSON.Member("epochs", .whole(line.epochs)), JSON.Member("came", .whole(line.entered)),
              JSON.Member("known", .whole(line.known)),
              JSON.Member("went-on", .whole(line.promoted)),
              JSON.Member("agreement", .real(line.agreement ?? .nan)),
            ])
          })),
    ]).page
  }

  private func json(_ row: SweepReport.Row, rank: Int) -> JSON {
    let spread = spread(row)
    let values = zip(report.plan.spec.parameters, row.values).map { parameter, value in
      JSON.Member(parameter.key, value.map { .text($0) } ?? .null)
    }
    var members = [
      JSON.Member("rank", .whole(rank)), JSON.Member("trial", .whole(row.configuration + 1)),
      JSON.Member("values", .object(values)), JSON.Member("epochs", .whole(row.epochs)),
      JSON.Member("mean", .real(spread.mean)), JSON.Member("deviation", .real(spread.deviation)),
      JSON.Member("least", .real(spread.minimum)), JSON.Member("median", .real(spread.median)),
      JSON.Member("largest", .real(spread.maximum)),
      JSON.Member("objectives", .list(row.objectives.map { .real($0 ?? .nan) })),
      JSON.Member("diverged", .whole(row.divergedCount)),
    ]
    if !row.reason.isEmpty { members.append(JSON.Member("reason", .text(row.reason))) }
    return .object(members)
  }
}
