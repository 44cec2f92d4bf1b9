import CTermGuard
import Glibc

extension StandardStream {
  /// How wide the terminal is that standard output goes to; nil if it goes to none, or that does not
  /// say.
  public static var outputColumns: Int? {
    let columns = guard_columns(STDOUT_FILENO)
    return columns > 0 ? Int(columns) : nil
  }
}
