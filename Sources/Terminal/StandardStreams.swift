import CTermGuard

/// The three streams that every program begins with.
public enum StandardStreams {
  /// Makes sure that mistakes with them become errors that can be told; to be called first.
  ///
  /// One that is closed (`>&-`) is kept from being the number of the next file that is opened, which
  /// would get what is meant for the stream. A file that would become larger than is allowed
  /// (`ulimit -f`) is an error of writing, not the end of the program.
  public static func prepare() { guard_prepare_streams() }
}
