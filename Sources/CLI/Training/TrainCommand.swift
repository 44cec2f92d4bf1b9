import ArgumentParser
import Engine
import Foundation
import Lessons
import Studio
import Terminal

/// `percept train PRESET`: training without a screen.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train a network without a screen.",
    discussion: """
      It takes the steps that the playground takes, to the same bits, and prints what came of them as \
      a table or, with --json, as one line of JSON. An exercise's name trains its start.

      --metrics writes a row for each epoch, the start included: losses, accuracies in per cent, the \
      rate, and the largest length of a layer's gradient. A number that there is none of is an empty \
      cell, in JSON null; an infinite one is inf, in JSON a text.

      --assert compares what goals of exercises compare, and settings: test-loss, test-accuracy (in \
      per cent), gap, epochs, parameters, training.optimizer and others, with <, <=, >, >=, = or !=. \
      An assertion fails if its value can't be measured. Training that diverges is told and, \
      without an assertion that fails, no error.

      ctrl-C, SIGTERM and a hang-up finish the step, keep a checkpoint (the file of --checkpoint or \
      --resume, or else a new one below $XDG_STATE_HOME/percept/trainings, or in this folder where \
      nothing can be written there) and tell the command that goes on from it; what it ends with has \
      the bits of a training that was left alone. The status is then 128 and the signal's number. A \
      second ctrl-C ends at once.

      Status: 0 when trained, 1 if an assertion fails or something can't be written, 2 for bad usage \
      or input.

      Examples:
        percept train spiral --epochs 500
        percept train xor --set training.learning-rate=0.1 --assert 'test_loss<0.05'
        percept train xor --data points.csv --metrics run.csv --save w.safetensors
        percept data moons | percept train moons --data - --json
        percept train spiral --epochs 100000 --checkpoint s.percept --metrics s.jsonl
      """)

  @OptionGroup
  var start: StartOptions

  @OptionGroup
  var data: DataOptions

  @OptionGroup
  var options: TrainOptions

  @OptionGroup
  var files: StateFiles

  @OptionGroup
  var talk: TalkOptions

  func validate() throws {
    guard options.resume != nil else {
      guard start.preset != nil || data.data != nil || files.checkpoint != nil else {
        throw ValidationError(
          "expected PRESET: a name that “percept presets” lists, or a file")
      }
      return
    }
    guard start.preset == nil, data.data == nil, files.load == nil, files.checkpoint == nil else {
      throw ValidationError(
        "--resume goes on from a checkpoint: it leaves no room for PRESET, --data, --load or"
          + " --checkpoint")
    }
    guard options.epochs != nil else {
      throw ValidationError("--resume needs --epochs: the epoch to train up to")
    }
  }

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let assertions = try options.conditions()
    var files = files
    files.checkpoint = options.resume ?? files.checkpoint
    let begin = try opened(files)
    for remark in begin.remarks { talk.remark(remark) }
    if begin.goesOn, !start.isEmpty || data.data != nil || options.noShuffle, options.resume == nil
    {
      talk.remark("Its own preset, data and settings hold, not those that the command names.")
    }
    try checkMetricsPlace(files)
    // Where there can be none, hours of training should not have to tell.
    if let path = files.checkpoint { _ = try StateFiles.bytes(of: begin.session, for: path) }
    let metrics = try options.metrics.map {
      try MetricsFile(
        $0, from: begin.goesOn ? begin.session.trainer.epochCount : nil, force: options.force)
    }
    for remark in metrics?.remarks ?? [] { talk.remark(remark) }

    let clock = ContinuousClock()
    let before = clock.now
    var training = Training(
      HeadlessRun(begin.session, epochs: options.epochs ?? begin.usualEpochs), metrics,
      isTold: !talk.quiet)
    if let signal = training.finish() {
      let arguments = options.argumentsToGoOn(saving: files.save, quietly: talk.quiet)
      let interrupted = InterruptedRun(run: training.run, signal: signal, arguments: arguments)
      Percept.complain(interrupted.keep(files, environment: environment))
      throw ExitCode(128 + signal)
    }
    let seconds = (clock.now - before) / .seconds(1)
    let report = TrainingReport(
      training.run, since: begin.preset, name: begin.name, title: begin.title, file: begin.file,
      assertions)
    try close(training, report, files, seconds: seconds)
  }

  /// A file of metrics is cut and written row by row: nothing else may be in it.
  private func checkMetricsPlace(_ files: StateFiles) throws {
    guard let metrics = options.metrics, !MetricsFile.isOutput(metrics) else { return }
    func place(_ path: String) -> String {
      URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }
    for (path, use) in [
      (start.preset, "the preset"), (data.data, "--data"), (files.load, "--load"),
      (files.save, "--save"), (files.checkpoint, "the checkpoint"),
    ] {
      guard let path, place(path) == place(metrics) else { continue }
      throw Failure(message: "--metrics \(metrics): this is the file of \(use), too")
    }
  }

  private func opened(_ files: StateFiles) throws -> TrainStart {
    if let path = options.resume, !StateFile.exists(path) {
      throw Failure(message: "--resume \(path): there is no such checkpoint")
    }
    var start = start
    if options.noShuffle { start.settings.append("training.shuffle=false") }
    guard let path = files.checkpoint, files.goesOn else {
      return try TrainStart(start, data, files)
    }
    // The same command once more goes on with what it began, with the settings that it began with.
    return try TrainStart(
      checkpoint: path, files, options.resume == nil ? [] : start.assignments())
  }

  /// Writes what came of it; nothing that fails keeps the rest from being written.
  private func close(
    _ training: Training, _ report: TrainingReport, _ files: StateFiles, seconds: Double
  ) throws {
    if let remark = report.remark { talk.remark(remark) }
    var hasFailed = training.problem != nil
    func attempt(_ body: () throws -> Void) {
      do { try body() } catch {
        hasFailed = true
        Percept.complain((error as? Failure)?.message ?? error.localizedDescription)
      }
    }
    attempt { try write(training.run.session, files) }
    attempt {
      guard options.metrics.map(MetricsFile.isOutput) != true else { return }
      try Output.write(
        lines: options.json ? [report.json(seconds: seconds).line] : TrainTable.lines(report))
    }
    for result in report.assertions where !result.isPassed {
      hasFailed = true
      Percept.complain(
        "--assert '\(result.assertion.text)' fails: "
          + (result.value.isEmpty
            ? "there is nothing to measure" : "the value is \(result.value)"))
    }
    if hasFailed { throw ExitCode(1) }
  }

  /// Writes weights and checkpoint. Weights that are of no use do not replace any that are.
  private func write(_ session: Session, _ files: StateFiles) throws {
    var files = files
    let isBroken = !session.trainer.network.parameters.allSatisfy(\.isFinite)
    let refused = isBroken ? files.save : nil
    if isBroken { files.save = nil }
    try files.write(session)
    if let refused {
      throw Failure(
        message: "\(refused): not written, because the weights are not finite any more", status: 1)
    }
  }
}
