import ArgumentParser
import Drawing
import Engine
import Foundation
import Labs
import Lessons
import Studio

/// `percept picture`: the first screen after some training, without a terminal.
struct PictureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "picture",
    abstract: "Draw the screen after some epochs, as an image or as text.",
    discussion: """
      The picture is the one that the playground shows, of a preset trained for some epochs; it needs \
      no terminal, and is the same on every machine.

      Examples:
        percept picture spiral --epochs 300 --svg --output spiral.svg
        percept picture xor --epochs 50 --size 80x24 --text
      """)

  /// How the picture is written.
  enum Form: String, EnumerableFlag {
    case svg, text, ansi

    static func help(for value: Form) -> ArgumentHelp? {
      switch value {
      case .svg: "An SVG image, as it is without being told."
      case .text: "Text without colours."
      case .ansi: "Text with the colours of a terminal."
      }
    }
  }

  @OptionGroup
  var start: StartOptions

  @Option(help: "How many epochs to train first.")
  var epochs = 0

  @Option(help: ArgumentHelp("Columns and rows.", valueName: "columns x rows"))
  var size = PictureSize(width: 120, height: 40)

  @Flag var form = Form.svg

  @Option(help: "Which colours stand for what.")
  var theme: Theme = .playground

  @Option(help: "The background: dark or light.")
  var background: BackgroundChoice = .dark

  @Option(help: "What it is drawn with: braille, blocks or ascii.")
  var graph: GlyphSet = .braille

  @Option(name: .shortAndLong, help: "The file to write; standard output if there is none.")
  var output: String?

  @Flag(help: "Replace the file if it is there.")
  var force = false

  func validate() throws {
    guard (0...1_000_000).contains(epochs) else {
      throw ValidationError("--epochs \(epochs): expected a whole number from 0 to 1000000")
    }
  }

  func run() throws {
    let opening = try start.opening()
    for remark in opening.remarks { Percept.complain(remark) }
    let bytes = Array(text(of: opening.preset).utf8)
    guard let output else { return try Output.write(bytes) }
    if force {
      try StateFile.replace(bytes, at: output)
    } else {
      try NewFile.write(bytes, to: output)
    }
  }

  /// The picture of a preset.
  func text(of preset: Preset) -> String {
    var session = Session(preset)
    session.advance(steps: epochs * session.trainer.stepsPerEpoch)
    let capabilities = Capabilities(
      // Without colours signs are glyphs, which is what text needs.
      depth: form == .text ? .mono : .direct, glyphs: graph, theme: theme,
      ground: background.ground ?? .unknown)
    var app = App(session)
    let size = Size(width: size.width, height: size.height)
    _ = app.update(.resized(size, capabilities))
    let canvas = app.view(size: size, capabilities: capabilities)
    return switch form {
    case .svg: SVG(canvas).text
    case .text: canvas.plainText
    case .ansi: canvas.ansiText
    }
  }
}

/// Columns and rows as the command line writes them: `120x40`.
struct PictureSize: Equatable, ExpressibleByArgument {
  let width: Int
  let height: Int

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  init?(argument: String) {
    let parts = argument.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]),
      (1...1000).contains(width), (1...1000).contains(height)
    else { return nil }
    self.init(width: width, height: height)
  }

  var defaultValueDescription: String { "\(width)x\(height)" }
}
