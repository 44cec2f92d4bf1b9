import Drawing
import Studio

/// One way to look at the run. Each has a digit: its place in `ViewCatalogue.all`.
///
/// To add one: a file in `Views` with a type of this protocol, and its name in `ViewCatalogue.all`.
/// A view changes nothing itself: it answers with actions, so that all it does can be undone.
protocol RunView: Sendable {
  /// Its name in tabs and in the palette of commands, one word.
  static var name: String { get }
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
  /// Draws into the inside of its frame. The picture depends on the arguments alone; nothing is
  /// drawn outside `inner`, whatever its size.
  func draw(_ scene: Scene, in inner: Rectangle, on canvas: inout Canvas)
  /// Carries out what a person wants while the view has the focus; nil if it means nothing here.
  mutating func handle(_ intent: Intent, _ scene: Scene) -> ViewReply?
  /// Answers to the mouse on something that the view has marked with a target of its own; nil if the
  /// target is not this view's.
  mutating func point(_ event: MouseEvent, _ target: any Hashable & Sendable, _ scene: Scene)
    -> ViewReply?
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
  /// How maps are drawn.
  var look = Look()
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
struct ViewReply: Equatable, Sendable {
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
}
