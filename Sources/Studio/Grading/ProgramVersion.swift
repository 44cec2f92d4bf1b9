/// The version of the program, for its users and for what it writes.
public enum ProgramVersion {
  /// Three numbers, such as `0.1.0`.
  public static let text = "0.1.0"
}
