import ArgumentParser
import Drawing
import Foundation
import Labs
import Lessons
import Studio

/// How a picture looks.
struct RenderLook: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Pixels of an image, 1600x900 if not given; columns and rows of a text, 120x40.",
      valueName: "width x height"), transform: RenderSize.init(written:))
  var size: RenderSize?

  @Option(
    help: """
      Which colours stand for what: playground, okabe, cividis, high-contrast or monochrome.
      """)
  var theme: Theme = .playground

  @Option(
    help: "What is behind it, dark or light: of images light if not given, of texts dark.")
  var background: Paper?

  @Option(
    help: "Colours of .ansi and .cast: auto, direct, 256, 16, 8 or mono; auto if not given.")
  var color: ColorChoice?

  @Option(
    help: "What texts are drawn with: braille, blocks or ascii; braille if not given.")
  var graph: GlyphSet?

  @Option(
    help: ArgumentHelp(
      "Which parts to show, with commas between them; all if not given.",
      valueName: "map,network,loss"), transform: figureParts)
  var parts: [FigurePart]?

  @Option(help: ArgumentHelp("The headline; '' for none.", valueName: "text"))
  var title: String?

  @Flag(help: "Draw the playground's whole screen, not a figure.")
  var screen = false

  /// Throws what makes no sense for a format.
  func check(for format: RenderFormat) throws {
    guard color == nil || format == .ansi || format == .cast else {
      throw ValidationError(
        "--color is for .ansi and .cast, whose colours a terminal shows; this is a"
          + " .\(format.rawValue)")
    }
    guard graph == nil || !format.isImage || screen else {
      throw ValidationError(
        "--graph is for what is drawn in cells: .txt, .ansi, .cast or --screen; this is a"
          + " .\(format.rawValue)")
    }
    guard screen else {
      try fullSize(format).check(for: format, isScreen: false)
      return
    }
    guard format != .png else {
      throw ValidationError(
        "--screen is made of cells, not of pixels: expected svg, txt, ansi or cast")
    }
    guard parts == nil, title == nil else {
      throw ValidationError(
        "--screen shows all of the screen: it leaves no room for --parts or --title")
    }
    try fullSize(format).check(for: format, isScreen: true)
  }

  private func fullSize(_ format: RenderFormat) -> RenderSize {
    if let size { return size }
    return format.isImage && !screen
      ? RenderSize(width: 1600, height: 900) : RenderSize(width: 120, height: 40)
  }

  /// The picture of a session, in any format but an animation.
  func bytes(_ session: Session, _ format: RenderFormat) -> [UInt8] {
    if format.isImage, !screen {
      let size = fullSize(format)
      let figure = figure(session).figure(
        width: size.width, height: size.height, theme: theme, ground: (background ?? .light).ground)
      return format == .png ? PNG.bytes(Raster(figure)) : Array(figure.svg.utf8)
    }
    let canvas = canvas(session, format)
    switch format {
    case .svg: return Array(SVG(canvas).text.utf8)
    case .ansi, .cast: return Array(canvas.ansiText.utf8)
    case .txt, .png: return Array(canvas.plainText.utf8)
    }
  }

  /// The picture in cells.
  func canvas(_ session: Session, _ format: RenderFormat) -> Canvas {
    let size = fullSize(format)
    let cells = Size(width: size.width, height: size.height)
    let capabilities = capabilities(format)
    guard screen else { return figure(session).canvas(size: cells, capabilities: capabilities) }
    var app = App(session)
    _ = app.update(.resized(cells, capabilities))
    return app.view(size: cells, capabilities: capabilities)
  }

  private func figure(_ session: Session) -> SessionFigure {
    SessionFigure(session, parts: parts ?? FigurePart.allCases, title: title)
  }

  private func capabilities(_ format: RenderFormat) -> Capabilities {
    let isPlain = ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    let depth: ColorDepth =
      switch format {
      // Without colours signs are glyphs, which is what text needs.
      case .txt: .mono
      case .svg, .png: .direct
      case .ansi, .cast: color?.depth ?? (isPlain ? .mono : .direct)
      }
    return Capabilities(
      depth: depth, glyphs: graph ?? .braille, theme: theme, ground: (background ?? .dark).ground)
  }
}

/// What is behind a picture.
enum Paper: String, CaseIterable, ExpressibleByArgument {
  case dark, light

  var ground: Ground { self == .dark ? .dark : .light }
}

/// Parts of a figure as the command line writes them: `map,loss`.
@Sendable
private func figureParts(_ written: String) throws -> [FigurePart] {
  let words = written.split(separator: ",", omittingEmptySubsequences: false)
  let parts = words.compactMap {
    FigurePart(rawValue: $0.trimmingCharacters(in: .whitespaces).lowercased())
  }
  guard !parts.isEmpty, parts.count == words.count else {
    let names = FigurePart.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("expected some of \(names), with commas between them")
  }
  return parts
}
