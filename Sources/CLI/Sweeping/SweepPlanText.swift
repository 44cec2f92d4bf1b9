import Lessons
import Sweeps

/// What a sweep will try, before anything is run.
struct SweepPlanText {
  private let plan: SweepPlan
  private let share: Schedule.Share

  init(_ plan: SweepPlan, _ share: Schedule.Share) {
    self.plan = plan
    self.share = share
  }

  /// - Parameter width: the columns that there are; nil without a limit.
  func text(asJSON: Bool, width: Int?) -> String {
    let configurations = (0..<plan.count).filter { share.has($0) }
    guard !asJSON else {
      let lines = configurations.map { configuration in
        JSON.object([
          JSON.Member("trial", .whole(configuration + 1)),
          JSON.Member(
            "values",
            .object(plan.values(of: configuration).map { JSON.Member($0.key, .text($0.text)) })),
        ]).line
      }
      return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
    }
    let spec = plan.spec
    let names = SweepView.names(of: spec.parameters)
    var table = TextTable(
      [.init(name: "trial", isNumber: true)]
        + names.map {
          .init(name: $0, isNumber: true, isFlexible: true)
        })
    for configuration in configurations {
      let values = plan.values(of: configuration)
      table.add(
        ["\(configuration + 1)"]
          + spec.parameters.map { parameter in
            values.first { $0.key == parameter.key }.map { GradeColumns.plain($0.text) } ?? "–"
          })
    }
    return table.lines(width: width).map { $0 + "\n" }.joined() + summary(configurations.count)
  }

  /// `28 configurations × 3 seeds = 84 trials of 200 epochs`
  private func summary(_ count: Int) -> String {
    let spec = plan.spec
    let seeds = spec.replicates.count
    let configurations = "\(count) configuration\(count == 1 ? "" : "s")"
    let trials =
      seeds == 1 ? configurations : "\(configurations) × \(seeds) seeds = \(count * seeds) trials"
    let epochs =
      spec.rungs.count == 1
      ? "\(spec.epochs) epochs"
      : "\(spec.rungs[0]) epochs, the best of them "
        + spec.rungs.dropFirst().map { "\($0)" }.joined(separator: ", then ")
    return "\(trials) of \(epochs)\n"
  }
}
