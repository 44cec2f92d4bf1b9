import ArgumentParser
import Drawing
import Engine
import Labs
import Studio
import Terminal

/// How an animation goes.
struct FilmOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A picture of the animation every so many epochs.", valueName: "n"),
    transform: WrittenNumber.whole(1...1_000_000))
  var every: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many pictures an animation has, at most; 100 if not given.", valueName: "n"),
    transform: WrittenNumber.whole(2...frameLimit))
  var frames: Int?

  @Option(
    parsing: .unconditional,
    help: "Pictures a second of an animation, 0.1 to 60; 10 if not given.",
    transform: WrittenNumber.real(0.1...60))
  var fps: Double?

  /// One of them that was given; nil if none was.
  var given: String? {
    every != nil ? "--every" : frames != nil ? "--frames" : fps != nil ? "--fps" : nil
  }

  /// The most pictures of an animation.
  static let frameLimit = 3000

  func validate() throws {
    guard every == nil || frames == nil else {
      throw ValidationError(
        "--every and --frames both say how many pictures there are: one will do")
    }
  }

  /// The epochs between two pictures.
  func stride(over epochs: Int) throws -> Int {
    guard let every else {
      let gaps = (frames ?? min(101, epochs + 1)) - 1
      return max(1, (epochs + gaps - 1) / gaps)
    }
    guard epochs / every < Self.frameLimit else {
      throw Failure(
        message: "--every \(every): \(epochs) epochs would make \(epochs / every + 1) pictures; "
          + "expected \(Self.frameLimit) at most")
    }
    return every
  }
}

/// The training of a session as a cast. Time is counted in pictures, so that it is the same each time.
struct Film {
  /// The file.
  let bytes: [UInt8]

  /// Trains for its epochs; a terminal is told how far it is. A signal that asks to stop ends the
  /// command.
  init(
    _ start: Session, _ origin: NetworkOrigin, _ options: FilmOptions, _ look: RenderLook,
    _ talk: TalkOptions
  ) throws {
    let stride = try options.stride(over: origin.epochs)
    let step = Int64((1_000_000 / (options.fps ?? 10)).rounded())
    var next = start.trainer.epochCount
    var run = HeadlessRun(start, epochs: next + origin.epochs)
    var progress = ProgressLine(run, isWanted: !talk.quiet)
    var cast = Cast()
    var bytes: [UInt8] = []
    var frame: Int64 = 0
    Interruption.watch()
    while true {
      if run.ending == nil, let signal = Interruption.signal {
        progress.clear()
        throw origin.stopped(run, by: signal, talk)
      }
      let lines = cast.lines(look.canvas(run.session, .cast), at: .microseconds(step * frame))
      bytes += lines.joined().utf8
      // Training that diverged or stopped early has no more to show.
      guard run.ending == nil else { break }
      next += stride
      while run.ending == nil, run.session.trainer.epochCount < next, Interruption.signal == nil {
        _ = run.advance()
        progress.show(run)
      }
      frame += 1
    }
    progress.clear()
    Interruption.unwatch()
    self.bytes = bytes
  }
}
