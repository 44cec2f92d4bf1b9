import CNCurses
import CTermGuard
public import Drawing
import Glibc

/// The terminal as a screen, by way of ncurses.
///
/// From its making to its end the terminal is the screen's, and so are the process's signals and its
/// standard error; however the program ends, the terminal is put back as it was. One screen at a
/// time.
///
/// Nothing here waits for a slow terminal. A picture that comes while the one before is still on its
/// way is kept, and shown when there is room, unless a newer one comes first.
@MainActor public struct NcursesScreen: ~Copyable, Screen {
  /// The size in cells, as last reported by `.resized`.
  public private(set) var size: Size
  /// What pictures for the screen may use.
  public var capabilities: Capabilities {
    didSet {
      capabilities.depth = curses.depth
      if !hasUnicode { capabilities.glyphs = .ascii }
      curses.setGlyphs(capabilities.glyphs)
    }
  }

  /// Whose turn it is to draw.
  enum Hold {
    /// The screen is up.
    case held
    /// The program is in the background.
    case away
    /// The terminal was given back, or is gone.
    case closed
  }

  private let hasUnicode: Bool
  let input: Int32
  var process: ProcessGuard
  var curses: Curses
  var output: OutputQueue
  var decoder = InputDecoder()
  var events = EventQueue()
  var hold = Hold.held
  /// Whether the mouse is the program's, whenever the screen is.
  private(set) var hasMouse: Bool
  /// What the terminal shows; nil if that is not known.
  private var shown: Canvas?
  /// What it should show as soon as it takes bytes.
  private var wanted: Canvas?

  /// Takes the terminal on standard input and output.
  ///
  /// Throws before anything is written or changed if the terminal is of no use.
  public init(_ options: Options) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(.input) }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(.output) }
    try self.init(options, input: STDIN_FILENO, output: STDOUT_FILENO, takesProcess: true)
  }

  /// Takes the terminal behind two descriptors, which stay the caller's.
  /// - Parameter takesProcess: whether signals and standard error are taken as well.
  init(
    _ options: Options, input: Int32, output: Int32, takesProcess: Bool
  ) throws(TerminalError) {
    let choice = try TerminalChoice.make(
      requested: options.color, environment: options.environment
    ) { Terminfo.describe($0, descriptor: output) }
    let (glyphs, hasUnicode) = Self.chooseGlyphs(options)

    let queue = OutputQueue(descriptor: guard_reopen(output))
    guard guard_arm(queue.descriptor) else { throw .notATerminal(.output) }
    // Before ncurses, which sets handlers of its own where it finds none.
    let process = ProcessGuard(isWanted: takesProcess)
    let handles = try CursesHandles.open(choice, input: input, output: output)
    let curses = Curses(handles, depth: choice.depth, glyphs: glyphs)
    hasMouse = options.mouse
    Self.setFarewell(curses.strings.farewell(mouse: hasMouse))

    self.input = input
    self.process = process
    self.curses = curses
    self.output = queue
    size = self.curses.size
    self.hasUnicode = hasUnicode
    capabilities = Capabilities(
      depth: self.curses.depth, glyphs: glyphs, theme: options.theme,
      ground: options.ground ?? GroundChoice.make(environment: options.environment))
    self.output.send(self.curses.strings.greeting(mouse: hasMouse))
  }

  deinit {
    // A closed screen's successor may have the terminal by now.
    if hold != .closed { guard_restore() }
  }

  private static func setFarewell(_ farewell: [UInt8]) {
    unsafe farewell.withUnsafeBytes { bytes in
      _ = unsafe guard_set_farewell(bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
    }
  }

  /// Which characters to use, and whether others than ASCII could be.
  static func chooseGlyphs(_ options: Options) -> (glyphs: GlyphSet, hasUnicode: Bool) {
    let codeset = codeset()
    let choice = GlyphChoice.make(
      requested: options.glyphs, environment: options.environment, codeset: codeset)
    guard choice.needsUnicodeLocale else { return (choice.glyphs, codeset == "UTF-8") }
    let hasUnicode = unsafe setlocale(LC_CTYPE, "C.UTF-8") != nil
    return (hasUnicode ? choice.glyphs : .ascii, hasUnicode)
  }

  /// The encoding of the person's locale, which is in force from here on, for characters only:
  /// numbers and messages stay as they are.
  static func codeset() -> String {
    unsafe setlocale(LC_CTYPE, "")
    return unsafe String(cString: nl_langinfo(Int32(CODESET)))
  }

  /// Shows a canvas, or keeps it until the terminal can take it; in the background it does nothing.
  public mutating func present(_ canvas: Canvas) {
    guard hold == .held else { return }
    output.flush()
    guard output.isEmpty else {
      wanted = canvas
      return
    }
    wanted = nil
    let before = shown
    guard canvas != before else { return }
    let width = canvas.size.width
    let bytes = curses.draw(canvas) { y in
      guard let before, before.size == canvas.size, y < before.size.height else { return true }
      let row = y * width..<(y + 1) * width
      return before.cells[row] != canvas.cells[row]
    }
    shown = canvas
    // Marked as one picture, so that terminals that can show it at once do.
    if !bytes.isEmpty { output.send("\u{1B}[?2026h".utf8 + bytes + "\u{1B}[?2026l".utf8) }
  }

  /// Takes the mouse, or leaves it to the terminal.
  public mutating func setMouse(_ isWanted: Bool) {
    guard isWanted != hasMouse, hold != .closed else { return }
    hasMouse = isWanted
    // Known to the way out before it is known to the terminal: the program may end in between.
    if isWanted { Self.setFarewell(curses.strings.farewell(mouse: true)) }
    guard hold == .held else { return }
    output.send(isWanted ? TerminfoStrings.mouseOn : TerminfoStrings.mouseOff)
  }

  /// Whether the last picture is still on its way: one drawn now would have to wait.
  public var isCatchingUp: Bool { !output.isEmpty || hold == .away }

  /// Sends what the terminal had no room for before.
  mutating func catchUp() {
    output.flush()
    if output.isEmpty, let wanted { present(wanted) }
  }

  /// Follows the terminal to its size.
  mutating func fit() {
    var window = winsize()
    let known = unsafe ioctl(output.descriptor, UInt(TIOCGWINSZ), &window) == 0
    let now = Size(width: Int(window.ws_col), height: Int(window.ws_row))
    guard known, now != size, now.width > 0, now.height > 0 else { return }
    curses.resize(to: now)
    size = curses.size
    shown = nil
    wanted = nil
    events.append(.resized(size))
  }

  /// What the terminal shows is not known any more: the next picture is sent whole.
  mutating func forget() {
    curses.forget()
    shown = nil
    wanted = nil
  }

  /// Gives back the terminal, the signals, and standard error, where what was written to it
  /// meanwhile is printed now.
  public mutating func close() {
    guard hold != .closed else { return }
    hold = .closed
    output.drop()
    guard_restore()
    process.release()
  }
}
