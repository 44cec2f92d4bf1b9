import ArgumentParser
import Foundation
import Sweeps

/// `percept sweep merge`: joins the stores of shares.
struct SweepMerge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join the stores of a sweep's shares.",
    discussion: """
      The stores have to be of the same sweep. What stands in several of them is kept once; it is the \
      same, whichever machine computed it, and if it is not, that is an error. The order of the files \
      does not matter.

      Example:
        percept sweep merge part-*.jsonl --output spiral.sweep.jsonl
      """)

  @Argument(help: "The stores.", completion: .file())
  var stores: [String]

  @OptionGroup
  var target: ResultTarget

  @OptionGroup
  var talk: TalkOptions

  func run() throws {
    try target.check()
    // Held until the new file is there: what a sweep under way adds to the old one would be lost.
    let old = try target.file.flatMap { path in
      StateFile.exists(path)
        ? try SweepStore.claim(path, else: "write to another file with --output") : nil
    }
    defer { withExtendedLifetime(old?.file) {} }
    if let remark = old?.remark { talk.remark(remark) }
    var merged = Store()
    for path in stores {
      let (store, remark) = try StoredSweep.read(path)
      if let remark { talk.remark(remark) }
      guard store.header != nil else {
        talk.remark("\(path): the store is empty")
        continue
      }
      do {
        try merged.merge(store)
      } catch {
        throw Failure(message: "\(path): \(error.description)")
      }
    }
    guard let header = merged.header else { throw Failure(message: "all the stores are empty") }
    // Told before anything is written: a store whose sweep can't be read is of no use.
    let sweep = try SweepFile(header, ofStore: stores[0])
    try target.write(Array(merged.sortedText.utf8))
    let trials = SweepTrials(plan: SweepPlan(sweep.spec))
    let schedule = Schedule(trials.plan, known: trials.known(in: [merged]))
    let (done, all) = schedule.jobs
    talk.say(
      "\(merged.trials.count) trials\(target.file.map { " in \($0)" } ?? ""); "
        + (schedule.isFinished
          ? "the sweep is complete." : "\(all - done) of those known to be needed are missing."))
  }
}
