import ArgumentParser
import Foundation
import Lessons
import Sweeps
import Terminal

/// `percept sweep run SPEC`: runs a sweep, or goes on with it.
struct SweepRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a sweep, or go on with it.",
    discussion: """
      A sweep's file names a preset, the settings to vary, and what counts as good:

        sweep: 1
        name: spiral-rates
        base: spiral
        method: grid                  # or random, or halving
        parameters:
          training.learning-rate: {min: 0.001, max: 1, scale: log, count: 7}
          network.hidden: [[4], [8], [8, 8]]
        seeds: 3                      # each tried with so many first weights
        epochs: 200
        objective: {measure: test-loss}

      Every finished trial is on the disk before the next begins: whatever ends the program, --resume \
      goes on with those that are missing. The numbers are the same with any number of workers. \
      KEY=V1,V2 gives a setting other values; a value with commas stands in brackets.

      The status is 0 also if trials diverged, for that is a result; 1 if some could not be run or \
      kept.

      Examples:
        percept sweep spiral.yaml
        percept sweep spiral.yaml training.learning-rate=0.01,0.1 --store rates.jsonl
        percept sweep spiral.yaml --resume
        percept sweep spiral.yaml --shard 2/4
      """)

  @Argument(help: "The sweep's YAML file.", completion: .file(extensions: ["yaml", "yml"]))
  var spec: String

  @Argument(
    help: ArgumentHelp("Values for a setting, instead of the file's.", valueName: "key=v1,v2"))
  var changes: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Trials at a time; as many as there are cores.", valueName: "n"),
    transform: WrittenNumber.whole(1...workerLimit))
  var workers: Int?

  @Option(
    help: ArgumentHelp(
      "Where the trials are kept; NAME.sweep.jsonl beside NAME.yaml if not given.",
      valueName: "file"),
    completion: .file())
  var store: String?

  @Flag(help: "Go on with a store that has trials already.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Run one of N equal shares, for one of N machines; “sweep merge” joins their stores.",
      valueName: "i/n"), transform: Schedule.Share.init(written:))
  var shard: Schedule.Share?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Take the trials of another store as known, which is only read; can be repeated.",
      valueName: "file"),
    completion: .file())
  var known: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("With how many seeds each is tried.", valueName: "n"),
    transform: WrittenNumber.whole(1...SweepSpec.seedLimit))
  var seeds: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("For how long each is trained.", valueName: "n"),
    transform: WrittenNumber.whole(1...SweepSpec.epochLimit))
  var epochs: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many are drawn, for random and halving.", valueName: "n"),
    transform: WrittenNumber.whole(1...SweepSpec.configurationLimit))
  var trials: Int?

  @Flag(
    name: [.customLong("plan"), .customLong("dry-run")],
    help: "Print the configurations and run none.")
  var isPlan = false

  @Flag(help: "Print JSON instead of a table.")
  var json = false

  @OptionGroup
  var talk: TalkOptions

  /// More than this would only wait for each other.
  private static let workerLimit = 1024

  /// The share that is run here.
  private var share: Schedule.Share { shard ?? .whole }

  func run() throws {
    let own = [("seeds", seeds), ("epochs", epochs), ("trials", trials)]
      .compactMap { name, number in number.map { "\(name)=\($0)" } }
    let sweep = try SweepFile(path: spec, changes: changes + own)
    if let remark = sweep.remark { talk.remark(remark) }
    let plan = SweepPlan(sweep.spec)
    if plan.shortfall > 0 {
      talk.remark("\(spec): no more than \(plan.count) different configurations were found")
    }
    if isPlan {
      let text = SweepPlanText(plan, share)
      return try Output.write(text.text(asJSON: json, width: StandardStream.output.columns))
    }
    let others = try known.map { path in
      let (other, remark) = try StoredSweep.read(path)
      if let remark { talk.remark(remark) }
      return other
    }
    let file = try SweepStore(
      path: store ?? SweepFile.usualStore(of: spec, share), resumes: resume)
    for remark in file.remarks { talk.remark(remark) }
    let trials = SweepTrials(plan: plan)
    let schedule = Schedule(
      plan, share: share, known: trials.known(in: [file.before] + others))
    try file.begin(sweep.header, known: schedule.results.values.count { $0.state != .failed })
    let (found, ending) = run(schedule, file)
    try end(found, ending, file)
  }

  private func run(
    _ schedule: Schedule, _ file: SweepStore
  ) -> (schedule: Schedule, ending: SweepPool.Ending) {
    let environment = ProcessInfo.processInfo.environment
    Interruption.watch()
    defer { Interruption.unwatch() }
    var progress = SweepProgress(schedule, talk: talk, environment: environment)
    let pool = SweepPool(
      schedule, workers: workers ?? ProcessInfo.processInfo.activeProcessorCount
    ) { trial throws(Failure) in try file.append(.trial(trial)) }
    let ending = pool.run(stop: { Interruption.signal }, tell: { progress.tell($0) })
    progress.end(ending.schedule)
    return ending
  }

  /// Says what came of it.
  private func end(_ schedule: Schedule, _ ending: SweepPool.Ending, _ file: SweepStore) throws {
    let done = schedule.jobs.done
    switch ending {
    case .failed(let failure):
      guard file.isInPlace else { throw failure }
      throw Failure(
        message: "\(failure.message); \(schedule.count) are kept, and --resume goes on with"
          + " the others", status: failure.status)
    case .stopped(let signal):
      talk.say("Stopped after \(schedule.count). Go on with: \(Self.resuming)")
      throw ExitCode(128 + signal)
    case .done: break
    }
    let report = SweepReport(schedule)
    let view = SweepView(report)
    let width = StandardStream.output.columns
    try Output.write(
      json
        ? view.json
        : view.title(width: width) + "\n" + view.ranking(top: SweepView.usualTop, width: width))
    if schedule.isStalled, schedule.rungs.count > 1 {
      talk.say(
        "This share has done what it can for now. Join the stores of all shares with “percept sweep"
          + " merge”, then go on with --resume --known MERGED.")
    } else if share != .whole {
      talk.say(
        "Share \(share.number) of \(share.count): \(done) trials. “percept sweep merge” joins the"
          + " stores of all shares.")
    } else {
      talk.say("\(done) trials in \(file.path); “percept sweep show” tells more about them.")
    }
    let failed = report.rows.filter { !$0.reason.isEmpty }
    if let first = failed.first {
      throw Failure(
        message: "\(failed.count) configuration\(failed.count == 1 ? "" : "s") could not be run:"
          + " trial \(first.configuration + 1): \(first.reason)", status: 1)
    }
  }

  /// The command that goes on with what this one began.
  private static var resuming: String {
    let words = ["percept"] + CommandLine.arguments.dropFirst()
    return (words + (words.contains("--resume") ? [] : ["--resume"]))
      .map(ShellWord.quoted).joined(separator: " ")
  }
}

extension Measure {
  /// The name in words: `test loss`.
  var words: String { rawValue.replacing("-", with: " ") }
}
