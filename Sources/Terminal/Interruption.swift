import CTermGuard

/// Requests to end that reach a program which works for long without a screen: ctrl-C, SIGTERM, and
/// the terminal hanging up.
///
/// Signals belong to the process, so there is one watch in it.
public enum Interruption {
  /// From here on a first request is noted instead of ending the process; the second ends it at once.
  /// What the process was started to ignore, as `nohup` does, stays ignored.
  public static func watch() { guard_note_interrupts() }

  /// The number of the signal that asked first; nil if none has.
  public static var signal: Int32? {
    let number = guard_interrupt()
    return number == 0 ? nil : number
  }

  /// Lets requests end the process again.
  public static func unwatch() { guard_forget_interrupts() }
}
