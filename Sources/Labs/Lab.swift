import Drawing
import Studio

/// One screen of the app: its state, how messages change it, and its picture.
protocol Lab: Sendable {
  /// Its name in the palette of commands.
  static var name: String { get }
  /// What it is for, in a few words, for help.
  static var summary: String { get }
  /// The key that opens it, and goes back to the playground again; nil for the playground.
  static var key: Character? { get }

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

  /// Whether the screen takes over an intent that is about training otherwise: it is then given to
  /// `handle`. While training runs, keys stop that first.
  func claims(_ intent: Intent) -> Bool

  /// How often a second the screen wants to move on by itself; nil while it stands still.
  var beat: Double? { get }

  /// Moves on by so many beats.
  mutating func beat(_ count: Int, session: inout Session) -> Reply

  /// Takes in how far work in the background has come.
  ///
  /// - Parameter view: the view that asked for it, by its place in the catalogue.
  mutating func receive(_ work: any Work, view: Int, session: inout Session) -> Reply

  /// Work that is due now in the background, asked for after everything that happened: what is shown
  /// may be out of date whichever way the session was changed.
  mutating func nextWork(_ session: Session) -> WorkWish?

  /// All work in the background was ended.
  mutating func workEnded()

  /// What the title bar says; nil for what it says of the session.
  func titleBar(_ session: Session) -> LabTitle?

  /// The keys for the key line; nil for the usual ones.
  var hints: [Binding]? { get }

  /// Fits the screen to a session that was opened.
  mutating func settle(on session: Session)

  /// Sees to it that nothing on the screen is about what is gone, after a change that the screen did
  /// not make itself.
  mutating func fit(to session: Session)

  /// Takes in the exercises and what is known of them, when it is shown and when that has changed;
  /// nil before they are known.
  mutating func attend(_ classroom: Classroom?)

  /// What the session is compared with; set while a message is taken in or a picture is drawn.
  var rival: Rival? { get set }

  /// Whether keys are letters of a text just now.
  var isTyping: Bool { get }

  /// Whether points are drawn just now, which gives some keys another meaning.
  var isDrawing: Bool { get }

  /// What can be explained of what has the focus; nil for nothing.
  func topic(_ session: Session) -> Topic?

  /// The numbers that an explanation is filled with.
  func figures(_ session: Session) -> Figures

  /// One line about what has the focus, or is under the pointer.
  func describe(_ session: Session) -> String

  /// Draws the screen; the picture depends on the arguments alone.
  func view(_ session: Session, in rectangle: Rectangle, on canvas: inout Canvas)
}

extension Lab {
  func claims(_ intent: Intent) -> Bool { false }
  var beat: Double? { nil }
  mutating func beat(_ count: Int, session: inout Session) -> Reply { Reply() }
  mutating func receive(_ work: any Work, view: Int, session: inout Session) -> Reply { Reply() }
  mutating func nextWork(_ session: Session) -> WorkWish? { nil }
  mutating func workEnded() {}
  func titleBar(_ session: Session) -> LabTitle? { nil }
  var hints: [Binding]? { nil }
  mutating func type(_ key: Key, session: inout Session) -> Typing { .ignored }
  mutating func focus(on control: Control, session: Session) {}
  mutating func settle(on session: Session) {}
  mutating func fit(to session: Session) {}
  mutating func attend(_ classroom: Classroom?) {}
  var rival: Rival? {
    get { nil }
    set {}
  }
  var isTyping: Bool { false }
  var isDrawing: Bool { false }
  func topic(_ session: Session) -> Topic? { nil }
  func figures(_ session: Session) -> Figures { Figures(session) }
}

/// What became of a key offered to a text field.
enum Typing: Sendable {
  /// No text is being typed; the key map decides.
  case ignored
  /// It was taken, and this came of it.
  case taken(Reply)
}
