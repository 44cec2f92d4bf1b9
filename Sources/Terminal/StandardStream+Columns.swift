import CTermGuard
import Glibc

extension StandardStream {
  /// How wide the terminal is that standard error goes to; nil if it goes to none, or that does not
  /// say.
  public static var errorColumns: Int? {
    let columns = guard_columns(STDERR_FILENO)
    return columns > 0 ? Int(columns) : nil
  }
}
