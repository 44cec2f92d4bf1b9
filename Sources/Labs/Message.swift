public import Drawing
public import Lessons

/// What happened: the only way in which anything reaches the app.
///
/// Time is a number of steps, so that a list of messages replays a session without a clock.
public enum Message: Equatable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse did something; of several motions in a row only the last is told.
  case mouse(MouseEvent)
  /// The screen has this size now, and may show this.
  case resized(Size, Capabilities)
  /// Time for so many training steps has passed.
  case tick(steps: Int)
  /// The loop measured how fast training goes at present, in steps a second.
  case measured(stepsPerSecond: Double)
  /// A preset was asked for, and here it is.
  case opened(Preset)
  /// What came of a command, in one sentence.
  case told(String)
  /// A recording has begun, or has ended.
  case recording(Bool)
  /// Work in the background has come so far.
  case worked(WorkOrder)
  /// The exercises were asked for, or what is known of them has changed.
  case listed(Classroom)
  /// An exercise was asked for, and here it is: at its start, or where it was left, as the note says.
  case begun(Homework, note: String)
}

extension Message {
  /// Whether a person did it.
  var isByHand: Bool {
    switch self {
    case .key, .mouse: true
    default: false
    }
  }
}

/// What is asked of the outside.
public indirect enum Command: Equatable, Sendable {
  /// Leave the program.
  case quit
  /// Take the mouse, or leave it to the terminal so that text can be selected.
  case setMouse(Bool)
  /// Show everything this way from now on, and keep that for the next time; the answer is
  /// `.resized` with the new capabilities.
  case prefer(Preference)
  /// Open a preset by its name, or a file by its path: YAML or CSV.
  case open(String)
  /// Write a text into a file; a file that is there is not overwritten without being asked.
  case save(text: String, path: String)
  /// Do this in the background, in place of what was asked for at the same place before, and tell
  /// now and then how far it is, and when it is finished.
  case work(WorkOrder)
  /// End what was asked for at a place.
  case stopWork(WorkPlace)
  /// End all work in the background.
  case stopAllWork
  /// List the exercises; the answer is `.listed`.
  case listExercises
  /// Open an exercise by its name; the answer is `.begun`.
  ///
  /// - Parameter anew: whether a new attempt begins, though one was left unfinished.
  case learn(String, anew: Bool)
  /// Keep how far an exercise is: the progress, and the submission.
  case keep(Homework)
  /// All of these, one after the other.
  case several([Command])
  /// Begin to record the session as an asciinema cast in a file, or end it with nil.
  case record(String?)
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
