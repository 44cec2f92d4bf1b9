import ArgumentParser
import Drawing
import Engine
import Foundation
import Labs
import Lessons
import Studio

/// `percept render`: a preset after some training, as a picture or an animation.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw a preset after some training: a figure for slides, or an animation.",
    discussion: """
      The figure shows the decision map with the points, the network and the loss. The ending of the \
      file says what it is: .svg and .png are images, .txt and .ansi text for terminals, .cast an \
      animation of the training for asciinema. It needs no terminal, and is the same on every machine.

      Examples:
        percept render spiral --epochs 300 --output spiral.svg
        percept render xor --epochs 100 --size 1600x900 --background dark --output xor.png
        percept render circle --epochs 50 --parts map,loss --output - --format txt
        percept render moons --epochs 200 --frames 100 --fps 10 --output moons.cast
        percept render spiral --epochs 300 --screen --output screen.svg
      """)

  @OptionGroup
  var start: StartOptions

  @Option(help: "How many epochs to train first; of an animation, to train while it is drawn.")
  var epochs = 0

  @Option(
    help: ArgumentHelp("Begin with the weights of a safetensors file.", valueName: "file"))
  var load: String?

  @Option(
    help: ArgumentHelp(
      "Begin with the session in a checkpoint, in place of PRESET.", valueName: "file"))
  var checkpoint: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"))
  var output: String?

  @Option(
    help: "What to write, where the file's ending does not say it: svg, png, txt, ansi or cast.")
  var format: RenderFormat?

  @Flag(help: "Replace the file if it is there.")
  var force = false

  @OptionGroup
  var look: RenderLook

  @OptionGroup
  var film: FilmOptions

  @OptionGroup
  var talk: TalkOptions

  func validate() throws {
    guard (0...1_000_000).contains(epochs) else {
      throw ValidationError("--epochs \(epochs): expected a whole number from 0 to 1000000")
    }
    let format = try target()
    if format == .cast {
      guard epochs > 0 else {
        throw ValidationError("--epochs \(epochs): an animation of the training needs at least one")
      }
    } else if let option = film.given {
      throw ValidationError("\(option) is for animations; a .\(format.rawValue) shows one moment")
    }
    try look.check(for: format)
    guard checkpoint == nil || (start.isEmpty && load == nil) else {
      throw ValidationError(
        "--checkpoint begins with a session as it is: it leaves no room for PRESET, --set or --load"
      )
    }
  }

  func run() throws {
    let format = try target()
    if let file { try checkFree(file) }
    let session = try session()
    let bytes =
      format == .cast
      ? try Film(session, epochs: epochs, film, look).bytes
      : look.bytes(session.trained(epochs), format)
    guard let file else { return try Output.write(bytes) }
    if force {
      try StateFile.replace(bytes, at: file)
    } else {
      try NewFile.write(bytes, to: file)
    }
    talk.say("\(file): \(Self.size(bytes.count))")
  }

  /// The file to write; nil for standard output.
  private var file: String? { output == "-" ? nil : output }

  /// What is to be written.
  private func target() throws -> RenderFormat {
    if let format { return format }
    guard let output else {
      throw ValidationError("--output FILE is missing, whose ending is \(Self.endings)")
    }
    guard output != "-" else {
      throw ValidationError("--output - needs a --format: \(Self.names)")
    }
    guard let format = RenderFormat(ofFile: output) else {
      throw ValidationError(
        "--output \(output): expected a name that ends in \(Self.endings), or a --format")
    }
    return format
  }

  private static var names: String { list(RenderFormat.allCases.map(\.rawValue)) }
  private static var endings: String { list(RenderFormat.allCases.map { "." + $0.rawValue }) }

  private static func list(_ words: [String]) -> String {
    words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }

  /// Finds out before any training what would keep the file from being written.
  private func checkFree(_ file: String) throws {
    try StateFile.checkWritable(file)
    guard force || !StateFile.exists(file) else {
      throw Failure(
        message: "\(file): there is something of that name already; --force replaces it", status: 1)
    }
  }

  private func session() throws -> Session {
    if let checkpoint {
      var session = try StateFiles.checkpoint(checkpoint)
      // One that was sent back in time arrives there first.
      session.seek(steps: .max)
      return session
    }
    let opening = try start.opening()
    for remark in opening.remarks { talk.remark(remark) }
    var files = StateFiles()
    (files.load, files.save, files.checkpoint) = (load, nil, nil)
    return try files.session(opening.preset)
  }

  private static func size(_ count: Int) -> String {
    count < 10_000 ? "\(count) bytes" : "\((count + 500) / 1000) kB"
  }
}

extension Session {
  /// The session so many epochs later; training that diverges or stops early ends there.
  func trained(_ epochs: Int) -> Session {
    var session = self
    session.advance(steps: epochs * session.trainer.stepsPerEpoch)
    return session
  }
}
