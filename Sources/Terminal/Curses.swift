import CNCurses
import Drawing
import Glibc

/// One screen of ncurses: it is told what to show, and answers with the bytes that show it.
///
/// ncurses would write to the terminal itself, and wait for it. So the descriptor it writes to is
/// turned to a file in memory while it draws; at all other times that is the terminal, whose modes
/// ncurses sets through it.
@MainActor struct Curses: ~Copyable {
  private let handles: CursesHandles
  private var pairs: PairTable
  private var row: CellRow
  private var isCursorShown = false

  /// What is written to take the terminal, and to give it back.
  let strings: TerminfoStrings

  /// Sets the modes of a terminal, and prepares its colours and keys.
  init(_ handles: consuming CursesHandles, depth wanted: ColorDepth, glyphs: GlyphSet) {
    strings = TerminfoStrings()
    CNCurses.raw()
    noecho()
    nonl()
    set_escdelay(25)
    unsafe nodelay(handles.keys, true)
    unsafe leaveok(handles.window, true)
    var depth = wanted
    if depth != .mono, start_color() == ERR || use_default_colors() == ERR { depth = .mono }
    pairs = PairTable(capacity: curses_pair_count(), depth: depth)
    row = CellRow(glyphs: glyphs)
    // What is written here is in the greeting too, which is sent on every return to the screen.
    _ = handles.streams.capture {
      unsafe keypad(handles.keys, true)
      curs_set(0)
      unsafe wnoutrefresh(handles.window)
      doupdate()
    }
    // After keypad, which brings in the description's keys and would put them before these. The
    // description's idea of mouse reports goes, whatever sequence it has for them.
    define_key(nil, KEY_MOUSE)
    for (sequence, code) in KeyCode.additions { unsafe define_key(sequence, code) }
    def_prog_mode()
    self.handles = handles
    // The cursor is not where that left it.
    forget()
  }

  /// How many colours it shows.
  var depth: ColorDepth { pairs.depth }

  /// The size in cells, as ncurses has it.
  var size: Size { Size(width: Int(curses_columns()), height: Int(curses_rows())) }

  /// Changes which characters the terminal is sent.
  mutating func setGlyphs(_ glyphs: GlyphSet) { row.glyphs = glyphs }

  /// The next byte, or the number of a key that ncurses knows; nil if nothing is there to read.
  func read() -> Int32? {
    let token = unsafe wgetch(handles.keys)
    return token == ERR ? nil : token
  }

  /// Fits the screen to the terminal's new size.
  func resize(to size: Size) {
    resizeterm(Int32(clamping: size.height), Int32(clamping: size.width))
    forget()
  }

  /// Sets the terminal's modes again after others had it.
  func takeModes() {
    reset_prog_mode()
    forget()
  }

  /// Whatever the terminal shows, the next picture is sent whole.
  func forget() {
    unsafe clearok(curses_physical_screen(), true)
  }

  /// What must be written for the terminal to show a picture.
  /// - Parameter changed: whether a row is other than in the picture before; only these are looked at.
  mutating func draw(_ canvas: Canvas, changed: (_ y: Int) -> Bool) -> [UInt8] {
    let size = size
    for y in 0..<size.height where changed(y) {
      let start = min(y, canvas.size.height) * canvas.size.width
      let end = y < canvas.size.height ? start + canvas.size.width : start
      fill(canvas.cells[start..<end], width: size.width)
      unsafe row.cells.withUnsafeBufferPointer { cells in
        _ = unsafe mvwadd_wchnstr(
          handles.window, Int32(y), 0, cells.baseAddress, Int32(cells.count))
      }
    }
    let cursor = canvas.cursor.flatMap { point in
      point.x >= 0 && point.x < size.width && point.y >= 0 && point.y < size.height ? point : nil
    }
    let hasToSwitch = (cursor != nil) != isCursorShown
    isCursorShown = cursor != nil
    return handles.streams.capture {
      unsafe leaveok(handles.window, cursor == nil)
      if let cursor { unsafe wmove(handles.window, Int32(cursor.y), Int32(cursor.x)) }
      unsafe wnoutrefresh(handles.window)
      doupdate()
      if hasToSwitch { curs_set(cursor == nil ? 0 : 1) }
    }
  }

  private mutating func fill(_ cells: ArraySlice<Cell>, width: Int) {
    row.fill(from: cells, width: width) { foreground, background in
      pairs.pair(foreground, background) { number, colors in
        init_extended_pair(number, colors.foreground, colors.background)
      }
    }
  }

  /// The cursor was shown or hidden behind ncurses' back: it is hidden now.
  mutating func cursorWasHidden() {
    _ = handles.streams.capture { curs_set(0) }
    isCursorShown = false
  }
}
