import Drawing
import Studio

/// One screen of the app: its state, how messages change it, and its picture.
protocol Lab: Sendable {
  /// A screen at its start.
  init()

  /// Carries out what a person wants.
  mutating func handle(_ intent: Intent, session: inout Session) -> Reply

  /// Takes a key before the key map does, while text is typed; says whether it was taken.
  mutating func type(_ key: Key, session: inout Session) -> Typing

  /// Answers to the mouse.
  ///
  /// - Parameter target: what was drawn where it happened, or where a drag began; nil for nothing.
  mutating func point(
    _ event: MouseEvent, at target: (any Hashable & Sendable)?, session: inout Session
  ) -> Reply

  /// Moves the focus to a control.
  mutating func focus(on control: Control, session: Session)

  /// Fits the screen to a session that was opened.
  mutating func settle(on session: Session)

  /// Sees to it that nothing on the screen is about what is gone, after a change that the screen did
  /// not make itself.
  mutating func fit(to session: Session)

  /// Whether keys are letters of a text just now.
  var isTyping: Bool { get }

  /// Whether points are drawn just now, which gives some keys another meaning.
  var isDrawing: Bool { get }

  /// One line about what has the focus, or is under the pointer.
  func describe(_ session: Session) -> String

  /// Draws the screen; the picture depends on the arguments alone.
  func view(_ session: Session, in rectangle: Rectangle, on canvas: inout Canvas)
}

/// What became of a key offered to a text field.
enum Typing: Equatable, Sendable {
  /// No text is being typed; the key map decides.
  case ignored
  /// It was taken, and this came of it.
  case taken(Reply)
}
