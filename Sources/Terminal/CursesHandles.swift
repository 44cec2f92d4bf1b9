import CNCurses
import CTermGuard

/// What ncurses opened for one terminal; closed with the value.
@safe @MainActor struct CursesHandles: ~Copyable {
  /// The way to the terminal.
  let streams: CursesStreams
  /// The whole screen.
  let window: UnsafeMutablePointer<WINDOW>
  /// Keys are read through a pad: reading through the window would draw that first.
  let keys: UnsafeMutablePointer<WINDOW>
  private let screen: OpaquePointer

  /// Opens the terminal behind two descriptors, which must be armed for restoring already; if that
  /// fails they are restored.
  static func open(
    _ choice: TerminalChoice, input: Int32, output: Int32
  ) throws(TerminalError) -> CursesHandles {
    do throws(TerminalError) {
      let streams = try CursesStreams(input: input, output: output)
      guard let screen = unsafe Terminfo.open(choice, streams) else {
        throw TerminalError.unknownTerminal(choice.name)
      }
      guard let window = unsafe curses_standard_window(), let keys = unsafe newpad(1, 1) else {
        unsafe curses_delete_screen(screen)
        throw TerminalError.unusable("there is no memory for it")
      }
      return unsafe CursesHandles(streams: streams, window: window, keys: keys, screen: screen)
    } catch {
      guard_restore()
      throw error
    }
  }

  private init(
    streams: consuming CursesStreams, window: UnsafeMutablePointer<WINDOW>,
    keys: UnsafeMutablePointer<WINDOW>, screen: OpaquePointer
  ) {
    self.streams = streams
    unsafe self.window = unsafe window
    unsafe self.keys = unsafe keys
    unsafe self.screen = unsafe screen
  }

  deinit {
    unsafe curses_delete_screen(screen)
  }
}
