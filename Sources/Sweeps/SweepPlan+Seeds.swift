import Lessons

extension SweepPlan {
  /// Whether the seeds are those of the replicates, and not values that configurations have.
  public var hasSeedsOfItsOwn: Bool {
    spec.replicates.count > 1 || spec.replicates[0] != .moved(0)
  }

  /// The seed itself that draws the first weights of a trial; `replicate` is its place among the
  /// seeds, from 0.
  public func networkSeed(of configuration: Int, replicate: Int) -> UInt64 {
    let base = spec.replicates[replicate].applied(to: spec.base, variesData: false).network.seed
    guard !hasSeedsOfItsOwn else { return base }
    let values = values(of: configuration)
    // That of the weights alone is set after the one for all.
    let own =
      values.first { $0.key == "network.seed" }
      ?? values.first { $0.key == SettingCatalogue.seed.key }
    return own.flatMap { UInt64($0.text) } ?? base
  }
}
