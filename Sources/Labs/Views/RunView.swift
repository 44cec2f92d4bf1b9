import Drawing
import Lessons
import Studio

/// One way to look at the run. Each has a key of its own.
///
/// To add one: a file in `Views` with a type of this protocol, and its name in `ViewCatalogue.all`.
/// A view changes nothing itself: it answers with actions, so that all it does can be undone.
protocol RunView: Sendable {
  /// Its name in tabs and in the palette of commands, one word.
  static var name: String { get }
  /// Its key: digits first, then what is left.
  static var key: Character { get }
  /// What it shows, in a few words, for help.
  static var summary: String { get }
  /// Whether it is a square picture of the plane, which needs no more than a square place.
  static var isSquare: Bool { get }

  /// The view at its start.
  init()

  /// What stands in its frame; usually its name.
  func title(_ scene: Scene) -> String
  /// A few words for the lower edge of its frame; empty for none.
  func note(_ scene: Scene) -> String
  /// One line about what is shown and what the arrow keys do here.
  func describe(_ scene: Scene) -> String
  /// What explains it, with the numbers of the moment; its name and summary unless it says more.
  static func card(_ figures: Figures, index: Int) -> Card
  /// Draws into the inside of its frame. The picture depends on the arguments alone; nothing is
  /// drawn outside `inner`, whatever its size.
  func draw(_ scene: Scene, in inner: Rectangle, on canvas: inout Canvas)
  /// Carries out what a person wants while the view has the focus; nil if it means nothing here.
  mutating func handle(_ intent: Intent, _ scene: Scene) -> ViewReply?
  /// Answers to the mouse on something that the view has marked with a target of its own; nil if the
  /// target is not this view's.
  mutating func point(_ event: MouseEvent, _ target: any Hashable & Sendable, _ scene: Scene)
    -> ViewReply?
  /// The intents about training that it takes over while it has the focus and nothing trains.
  var claims: Set<Intent> { get }
  /// How often a second it wants to move on by itself; nil while it stands still.
  var beat: Double? { get }
  /// Moves on by so many beats.
  mutating func beat(_ count: Int, _ scene: Scene) -> ViewReply?
  /// It has just been chosen.
  mutating func appear(_ scene: Scene) -> ViewReply?
  /// Takes in how far its work in the background has come.
  mutating func receive(_ work: any Work, _ scene: Scene) -> ViewReply?
  /// Turns to the page on which something can be seen; it is about to be shown.
  mutating func turn(to evidence: Evidence)
  /// Its work in the background was ended, as all other.
  mutating func workEnded()
  /// Forgets what the session no longer has, after any change of it: layers, parameters, epochs.
  mutating func settle(_ session: Session)
  /// The pointer is elsewhere now.
  mutating func leave()
}

extension RunView {
  static var isSquare: Bool { false }
  func title(_ scene: Scene) -> String { Self.name }
  func note(_ scene: Scene) -> String { "" }
  mutating func handle(_ intent: Intent, _ scene: Scene) -> ViewReply? { nil }
  var claims: Set<Intent> { [] }
  var beat: Double? { nil }
  mutating func beat(_ count: Int, _ scene: Scene) -> ViewReply? { nil }
  mutating func appear(_ scene: Scene) -> ViewReply? { nil }
  mutating func receive(_ work: any Work, _ scene: Scene) -> ViewReply? { nil }
  mutating func turn(to evidence: Evidence) {}
  mutating func workEnded() {}
  mutating func settle(_ session: Session) {}
  mutating func leave() {}
  mutating func point(_ event: MouseEvent, _ target: any Hashable & Sendable, _ scene: Scene)
    -> ViewReply?
  { nil }
}

/// What a view can see.
struct Scene: Sendable {
  /// What is being learned.
  let session: Session
  /// The losses of this moment, where they were computed already.
  var evaluations: Evaluations?
  /// The losses of this moment.
  var now: Evaluations { evaluations ?? Evaluations(session) }
  /// The session that it is compared with; nil while none is.
  var rival: Rival?
  /// How the run is doing, where that was found out already.
  var examined: Health?
  /// How the run is doing.
  var health: Health { examined ?? Health(of: session) }
  /// How maps are drawn.
  var look = Look()
  /// What is known of where the points come from, as far as it is worked out; nil while it is not to be
  /// shown, and where nothing is known.
  var truth: TruthWork?
  /// The part of the network that is chosen or under the pointer; nil for the output.
  var part: NetworkPart?
  /// The place of the plane under the pointer; nil if it is elsewhere.
  var pointer: PlanePoint?
  /// Whether arrow keys go to the view.
  var isFocused = false
  /// The tool that draws points on the map; nil while nothing is drawn.
  var brush: Brush?
  /// Whether marks are to be seen from far away.
  var isBig = false
}

/// What a view wants after a key or the mouse.
struct ViewReply: Sendable {
  /// A sentence to show; an action's own message goes before it.
  var notice: String?
  /// Changes of the session, in order.
  var actions: [Action] = []
  /// A part of the network to choose.
  var part: NetworkPart?
  /// Whether the chosen part's value is to be typed now.
  var typesValue = false
  /// A parameter whose value is to be typed now, while the view keeps the focus.
  var typesParameter: Int?
  /// A text to be typed now, while the view keeps the focus.
  var types: TextEntry.Purpose?
  /// Training steps to take now, after the actions.
  var steps = 0
  /// Work to begin in the background, in place of what the view has begun before.
  var work: (any Work)?
  /// Whether the work that the view has begun is to end.
  var cancelsWork = false
  /// What is wanted of a comparison.
  var pairing: Pairing?
  /// Another view to show, by its place in the catalogue.
  var shows: Int?
  /// What to show as well, in the view that has it.
  var evidence: Evidence?
  /// A preset to open in place of the session, which can be gone back to.
  var opens: Preset?
  /// The framework whose program is to be written into a file, whose name is typed now.
  var savesCode: CodeLanguage?
}
