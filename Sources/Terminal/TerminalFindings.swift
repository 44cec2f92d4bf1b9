import CNCurses
public import Drawing
import Glibc

/// What can be found out about the terminal without taking it: nothing is written to it, and no mode
/// is changed. What the screen would choose is chosen by the screen's own functions.
public struct TerminalFindings: Equatable, Sendable {
  /// Whether standard input is a terminal.
  public var isInputTerminal: Bool
  /// Whether standard output is a terminal.
  public var isOutputTerminal: Bool
  /// Whether the process has a terminal at all, wherever its input and output go.
  public var hasTerminal: Bool
  /// The terminal's size in cells; nil if there is none, or it does not tell.
  public var size: Size?
  /// The description that is used, `TERM`'s or one that stands in for it; nil if none can be.
  public var description: String?
  /// Why the terminal can't be opened by its name; nil if it can.
  public var problem: TerminalError?
  /// How many colours would be used.
  public var depth: ColorDepth
  /// What decided it; nil if the terminal can't be opened.
  public var reason: ColorReason?
  /// The encoding of the locale, such as `UTF-8`.
  public var codeset: String
  /// The characters that pictures would be drawn with.
  public var glyphs: GlyphSet
  /// Whether others than ASCII could be.
  public var hasUnicode: Bool
  /// What the background is taken for.
  public var ground: Ground

  /// What was found out elsewhere, such as in a test.
  public init(
    isInputTerminal: Bool = true, isOutputTerminal: Bool = true, hasTerminal: Bool = true,
    size: Size? = Size(width: 120, height: 40), description: String? = nil,
    problem: TerminalError? = nil, depth: ColorDepth = .indexed256, reason: ColorReason? = nil,
    codeset: String = "UTF-8", glyphs: GlyphSet = .braille, hasUnicode: Bool = true,
    ground: Ground = .unknown
  ) {
    self.isInputTerminal = isInputTerminal
    self.isOutputTerminal = isOutputTerminal
    self.hasTerminal = hasTerminal
    self.size = size
    self.description = description
    self.problem = problem
    self.depth = depth
    self.reason = reason
    self.codeset = codeset
    self.glyphs = glyphs
    self.hasUnicode = hasUnicode
    self.ground = ground
  }

  /// Finds out what a screen with these options would find.
  @MainActor public init(_ options: NcursesScreen.Options) {
    let way = TerminalWay()
    self.init(
      isInputTerminal: isatty(STDIN_FILENO) == 1, isOutputTerminal: isatty(STDOUT_FILENO) == 1,
      hasTerminal: way.exists, size: way.size, depth: .mono,
      codeset: NcursesScreen.codeset(),
      ground: options.ground ?? GroundChoice.make(environment: options.environment))
    (glyphs, hasUnicode) = NcursesScreen.chooseGlyphs(options)
    let describe = { Terminfo.describe($0, descriptor: STDOUT_FILENO) }
    do {
      let (family, found) = try TerminalChoice.found(
        environment: options.environment, describe: describe)
      description = found.name
      (depth, reason) = ColorLadder.choice(
        requested: options.color, environment: options.environment, family: family,
        colors: found.description.colors)
    } catch {
      problem = error
    }
  }
}

/// The way to the process's terminal, wherever that is.
private struct TerminalWay: ~Copyable {
  private let descriptor: Int32
  private let isOwn: Bool

  /// By the first of the standard streams that is one, or else by the terminal the process belongs to.
  init() {
    let standard = [STDOUT_FILENO, STDIN_FILENO, STDERR_FILENO].first { isatty($0) == 1 }
    isOwn = standard == nil
    descriptor = unsafe standard ?? open("/dev/tty", O_RDONLY | O_NOCTTY | O_CLOEXEC)
  }

  deinit {
    if isOwn, descriptor >= 0 { close(descriptor) }
  }

  var exists: Bool { descriptor >= 0 }

  /// The size in cells; nil if it is not told.
  var size: Size? {
    var window = winsize()
    guard exists, unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0,
      window.ws_row > 0
    else { return nil }
    return Size(width: Int(window.ws_col), height: Int(window.ws_row))
  }
}
