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
        percept render xor --epochs 100 --size 1600x900 --background dark -o xor.png
        percept render circle --epochs 50 --parts map,loss --output - --format txt
        percept render moons --epochs 200 --frames 100 --fps 10 --output moons.cast
        percept render spiral --epochs 300 --screen --output screen.svg
      """)

  @OptionGroup
  var origin: NetworkOrigin

  @OptionGroup
  var target: ResultTarget

  @Option(
    help: "What to write, where the file's ending does not say it: svg, png, txt, ansi or cast.")
  var format: RenderFormat?

  @OptionGroup
  var look: RenderLook

  @OptionGroup
  var film: FilmOptions

  @OptionGroup
  var talk: TalkOptions

  func validate() throws {
    let format = try wanted()
    if format == .cast {
      guard origin.epochs > 0 else {
        throw ValidationError(
          "--epochs \(origin.epochs): an animation of the training needs at least one")
      }
    } else if let option = film.given {
      throw ValidationError("\(option) is for animations; a .\(format.rawValue) shows one moment")
    }
    try look.check(for: format)
  }

  func run() throws {
    let format = try wanted()
    try target.check(noText: format == .png ? format.rawValue : nil)
    let session = try origin.session(talk)
    let bytes =
      format == .cast
      ? try Film(session, origin, film, look, talk).bytes
      : try picture(origin.trained(session, talk), format)
    try target.write(bytes)
    if let file = target.file { talk.say("\(file): \(Self.size(bytes.count))") }
  }

  private func picture(_ session: Session, _ format: RenderFormat) -> [UInt8] {
    if let divergence = session.trainer.divergence {
      talk.remark("training diverged in epoch \(divergence.epoch); the picture shows how it ended")
    }
    return look.bytes(session, format)
  }

  /// What is to be written.
  private func wanted() throws -> RenderFormat {
    if let format { return format }
    guard let output = target.output else {
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

  private static func size(_ count: Int) -> String {
    count < 10_000 ? "\(count) bytes" : "\((count + 500) / 1000) kB"
  }
}
