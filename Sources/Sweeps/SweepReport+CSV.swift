import Datasets
import Lessons

extension SweepReport {
  /// The trials that a schedule knows as a table for other programs: a line of names, then a line for
  /// each configuration, rung and seed in the order of the plan. `seed` is the number of the seed, from
  /// 1, as in “trial 12.3”, and `network-seed` the seed itself.
  ///
  /// Numbers are written to their last bit, and what is not known, not finite or not varied is empty.
  public static func csv(_ schedule: Schedule) -> String {
    let plan = schedule.plan
    var names = ["configuration", "seed", "network-seed", "rung"]
    names += plan.spec.parameters.map(\.key)
    names += ["state", "objective", "epochs", "measured-at"]
    names += SweepObjective.measures.map(\.rawValue) + ["reason"]
    var rows = [names]
    for configuration in 0..<plan.count {
      let values = plan.values(of: configuration)
      let texts = plan.spec.parameters.map { parameter in
        values.first { $0.key == parameter.key }?.text ?? ""
      }
      for rung in schedule.rungs {
        let results = schedule.results(of: configuration, rung: rung.place)
        for (replicate, result) in results.enumerated() {
          guard let result else { continue }
          let seed = plan.networkSeed(of: configuration, replicate: replicate)
          var fields =
            ["\(configuration + 1)", "\(replicate + 1)", "\(seed)", "\(rung.epochs)"] + texts
          fields += [
            result.state.rawValue, number(result.objective), "\(result.epochs)",
            "\(result.measuredAt)",
          ]
          rows.append(fields + result.measures.map(number) + [result.reason])
        }
      }
    }
    return CSV.text(of: rows)
  }

  private static func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "" }
}
