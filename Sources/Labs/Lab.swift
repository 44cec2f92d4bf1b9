public import Drawing
public import Studio

/// One screen of the app: its state, how messages change it, and its picture.
public protocol Lab: Sendable {
  /// A screen at its start.
  init()

  /// Carries out what a person wants; gives the sentence to show, nil if it meant nothing here.
  mutating func handle(_ intent: Intent, session: inout Session) -> String?

  /// Takes a key before the key map does, while text is typed; says whether it was taken.
  mutating func type(_ key: Key, session: inout Session) -> Typing

  /// Whether keys are letters of a text just now.
  var isTyping: Bool { get }

  /// One line about what has the focus.
  func describe(_ session: Session) -> String

  /// Draws the screen; the picture depends on the arguments alone.
  func view(_ session: Session, in rectangle: Rectangle, on canvas: inout Canvas)
}

/// What became of a key offered to a text field.
public enum Typing: Equatable, Sendable {
  /// No text is being typed; the key map decides.
  case ignored
  /// It was taken; the sentence, if any, is to be shown.
  case taken(String?)
}
