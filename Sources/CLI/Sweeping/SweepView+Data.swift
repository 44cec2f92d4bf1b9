import Lessons
import Sweeps

/// What a sweep has found, for other programs.
extension SweepView {
  /// A page of JSON.
  var json: String {
    let spec = report.plan.spec
    let (done, all) = report.schedule.jobs
    return JSON.object([
      JSON.Member("name", .text(spec.name)),
      JSON.Member("measure", .text(report.objective.measure.rawValue)),
      JSON.Member("goal", .text(report.objective.direction.rawValue)),
      JSON.Member("over-seeds", .text(report.objective.reduction.rawValue)),
      JSON.Member("seeds", .list(seeds)),
      JSON.Member("done", .whole(done)), JSON.Member("needed", .whole(all)),
      JSON.Member("complete", .truth(report.schedule.isFinished)),
      JSON.Member("ranking", .list(report.rows.map(json))),
      JSON.Member(
        "importance",
        .list(
          report.importances.map { importance in
            .object([
              JSON.Member("key", .text(importance.key)),
              JSON.Member("share", .finite(importance.share)),
              JSON.Member("chance", .finite(importance.chance)),
              JSON.Member("best", .text(importance.best)),
            ])
          })),
      JSON.Member(
        "rungs",
        .list(
          report.rungTable.map { line in
            .object([
              JSON.Member("epochs", .whole(line.epochs)), JSON.Member("came", .whole(line.entered)),
              JSON.Member("known", .whole(line.known)),
              JSON.Member("went-on", .whole(line.promoted)),
              JSON.Member("agreement", .finite(line.agreement ?? .nan)),
            ])
          })),
    ]).page
  }

  /// The seeds themselves, in the order of their numbers; null where configurations have their own.
  private var seeds: [JSON] {
    let plan = report.plan
    return plan.spec.replicates.indices.map { replicate in
      let isVaried =
        !plan.hasSeedsOfItsOwn
        && plan.spec.parameters.contains { ["seed", "network.seed"].contains($0.key) }
      return isVaried
        ? .null : .number("\(plan.networkSeed(of: 0, replicate: replicate))")
    }
  }

  private func json(_ row: SweepReport.Row) -> JSON {
    let spread = row.spread
    let values = zip(report.plan.spec.parameters, row.values).map { parameter, value in
      JSON.Member(parameter.key, value.map { .text($0) } ?? .null)
    }
    var members = [
      JSON.Member("rank", .whole(row.rank)), JSON.Member("trial", .whole(row.configuration + 1)),
      JSON.Member("values", .object(values)), JSON.Member("epochs", .whole(row.epochs)),
      JSON.Member("value", .finite(report.objective.value(ofCost: row.cost))),
      JSON.Member("mean", .finite(spread.mean)),
      JSON.Member("deviation", .finite(spread.deviation)),
      JSON.Member("least", .finite(spread.minimum)), JSON.Member("median", .finite(spread.median)),
      JSON.Member("largest", .finite(spread.maximum)),
      JSON.Member("objectives", .list(row.found.map { .finite($0 ?? .nan) })),
      JSON.Member("diverged", .whole(row.divergedCount)),
    ]
    if !row.reason.isEmpty { members.append(JSON.Member("reason", .text(row.reason))) }
    return .object(members)
  }
}
