public import ArgumentParser
public import Drawing
import Foundation
import Terminal

/// How everything looks, and who has the mouse: what the command line says goes before what the
/// person's settings say, and that before what can be found out.
struct LookOptions: ParsableArguments {
  @Option(help: "Colours to use: auto, direct, 256, 16, 8 or mono.")
  var color: ColorChoice = .auto

  @Option(
    help: """
      Which colours stand for what: playground (orange and blue), okabe and cividis (for every \
      colour vision), high-contrast or monochrome.
      """)
  var theme: Theme?

  @Option(help: "The terminal's background: dark, light, or auto to find it out.")
  var background: BackgroundChoice?

  @Option(help: "What pictures are drawn with: braille, blocks or ascii.")
  var graph: GlyphSet?

  @Flag(help: "Use ASCII characters only, as --graph ascii does.")
  var ascii = false

  @Flag(
    inversion: .prefixedNo,
    help: "Take the mouse, or leave it to the terminal, which then selects text as usual.")
  var mouse: Bool?

  func validate() throws {
    guard !ascii || graph == nil || graph == .ascii else {
      throw ValidationError("--ascii and --graph \(graph?.rawValue ?? "") contradict each other")
    }
  }

  /// What is asked of the screen.
  func screen(
    _ preferences: Preferences, environment: [String: String]
  ) -> NcursesScreen.Options {
    NcursesScreen.Options(
      color: color.depth,
      glyphs: ascii ? .ascii : graph ?? preferences.graph,
      theme: theme ?? preferences.theme ?? .playground,
      ground: background.map(\.ground) ?? preferences.background,
      mouse: mouse ?? preferences.mouse ?? true, environment: environment)
  }
}

/// Colours as the command line names them.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, direct
  case indexed256 = "256"
  case sixteen = "16"
  case eight = "8"
  case mono

  /// The depth asked for; nil to find it out.
  var depth: ColorDepth? { ColorDepth(rawValue: rawValue) }
}

/// Backgrounds as the command line names them.
enum BackgroundChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, dark, light

  /// The ground asked for; nil to find it out.
  var ground: Ground? { Ground(rawValue: rawValue) }
}

extension Theme: ExpressibleByArgument {}
extension GlyphSet: ExpressibleByArgument {}
