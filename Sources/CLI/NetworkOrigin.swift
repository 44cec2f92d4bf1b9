import ArgumentParser
import Engine
import Lessons
import Studio
import Terminal

/// The network that a command draws or writes out: what it begins with, and how long it is trained
/// first.
struct NetworkOrigin: ParsableArguments {
  @OptionGroup
  var start: StartOptions

  @OptionGroup
  var data: DataOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many epochs to train first.", valueName: "n"),
    transform: WrittenNumber.whole(0...1_000_000))
  var epochs = 0

  @Option(
    help: ArgumentHelp(
      "Begin with the weights of a safetensors file, as --save or PyTorch writes it.",
      valueName: "file"), completion: .file(extensions: ["safetensors"]))
  var load: String?

  @Option(
    help: ArgumentHelp(
      "Begin with the session in a checkpoint, which is only read, in place of PRESET.",
      valueName: "file"), completion: .file())
  var checkpoint: String?

  func validate() throws {
    try FileName.check([("--load", load), ("--checkpoint", checkpoint)])
    guard checkpoint == nil || start.isEmpty && data.data == nil && load == nil else {
      throw ValidationError(
        "--checkpoint begins with a session as it is: it leaves no room for PRESET, --set, --data or"
          + " --load")
    }
  }

  /// The session before any training.
  func session(_ talk: TalkOptions) throws -> Session {
    if let checkpoint {
      var session = try StateFiles.checkpoint(checkpoint)
      // One that was sent back in time arrives there first.
      session.seek(steps: .max)
      return session
    }
    let opening = try start.opening(data)
    for remark in opening.remarks { talk.remark(remark) }
    if let note = opening.preset.openingNote { talk.remark(note) }
    if let load { return try StateFiles.session(opening.preset, loading: load) }
    return opening.session
  }

  /// The session after its epochs, or where training diverged or stopped early; a terminal is told how
  /// far it is. A signal that asks to stop ends the command.
  func trained(_ session: Session, _ talk: TalkOptions) throws -> Session {
    guard epochs > 0 else { return session }
    let before = session.trainer.epochCount
    var training = Training(
      HeadlessRun(session, epochs: before + epochs), nil, isTold: !talk.quiet)
    if let signal = training.finish() {
      throw stopped(training.run, by: signal, talk)
    }
    Interruption.unwatch()
    let trained = training.run.session.trainer.epochCount - before
    if training.run.ending == .stoppedEarly {
      talk.remark("training stopped early, after \(trained) of \(epochs) epochs")
    }
    return training.run.session
  }

  /// Says how far training was when a signal asked to stop; gives the status to end with.
  func stopped(_ run: HeadlessRun, by signal: Int32, _ talk: TalkOptions) -> ExitCode {
    let trained = run.session.trainer.epochCount - (run.epochs - epochs)
    talk.remark("stopped after \(trained) of \(epochs) epochs; nothing was written")
    return ExitCode(128 + signal)
  }
}
