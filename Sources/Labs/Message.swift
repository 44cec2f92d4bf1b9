public import Drawing

/// What happened: the only way in which anything reaches the app.
///
/// Time is a number of steps, so that a list of messages replays a session without a clock.
public enum Message: Equatable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Time for so many training steps has passed.
  case tick(steps: Int)
  /// The loop measured how fast training goes at present, in steps a second.
  case measured(stepsPerSecond: Double)
}

/// What is asked of the outside.
public enum Command: Equatable, Sendable {
  /// Leave the program.
  case quit
}

/// How much training the app wants.
public enum Demand: Equatable, Sendable {
  /// None: nothing moves until a key is pressed.
  case none
  /// So many steps a second.
  case stepsPerSecond(Double)
  /// So many steps, as fast as can be.
  case atOnce(steps: Int)
  /// All the time that drawing leaves.
  case unlimited
}
