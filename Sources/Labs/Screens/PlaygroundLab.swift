import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The playground: data, network, views of the run and loss on one screen, and the controls that
/// change them.
struct PlaygroundLab: Lab {
  static let name = "Playground"
  static let summary = "a network, its data and what it learns"
  static let key: Character? = nil

  /// The control that arrow keys act on.
  var focus = Control.layers
  /// The text being typed; nil while keys are commands.
  var entry: TextEntry?
  /// How maps are drawn.
  var look = Look()
  /// What stands below the network.
  var progress = ProgressView.loss
  /// The views, each in its state, in the order of the catalogue.
  var views: [any RunView] = ViewCatalogue.all.map { $0.init() }
  /// The view that is shown.
  var shownView = 0
  /// What stands beside it.
  var beside = Beside.fitting
  /// Whether the shown view has the whole screen.
  var isSpotlit = false
  /// Whether the screen is drawn for a projector.
  var isDemo = false
  /// What is known of where the points come from, as far as it is worked out; nil until it is asked for.
  var truth: TruthWork?
  /// Whether the truth is to be told as soon as it is known.
  var tellsTruth = false
  /// The part of the network that was chosen last.
  var part: NetworkPart?
  /// The part under the pointer.
  var hoveredPart: NetworkPart?
  /// The place of the plane under the pointer.
  var pointer: PlanePoint?
  /// The tool that draws points; nil while nothing is drawn.
  var brush: Brush?
  /// What the session is compared with, while a message is taken in or a picture is drawn.
  var rival: Rival?

  /// The panel that holds the focus.
  var panel: ControlPanel { focus.panel }

  /// What is typed for the focused control; nil while nothing is.
  var typed: String? { entry?.purpose == .value ? entry?.text : nil }

  var isTyping: Bool { entry != nil }

  var isDrawing: Bool { brush != nil }

  mutating func handle(_ intent: Intent, session: inout Session) -> Reply {
    if brush == nil, let reason = session.lock(on: intent, focus: focus) { return Reply(reason) }
    if let reply = drawPoints(intent, &session) { return reply }
    if let reply = handleInView(intent, &session) { return reply }
    if let reply = handlePart(intent, &session) { return reply }
    switch intent {
    case .view(let index): return show(index, &session)
    case .nextBeside: return nextBeside(&session)
    case .nextPanel: movePanel(by: 1, session)
    case .previousPanel: movePanel(by: -1, session)
    case .selectUp: moveFocus(by: -1, session)
    case .selectDown: moveFocus(by: 1, session)
    case .decrease, .nudgeDown: return change(by: -1, &session)
    case .increase, .nudgeUp: return change(by: 1, &session)
    case .activate: return activate(&session)
    case .back: return goBack()
    case .undo: return finish(session.apply(.undo).message, session)
    case .redo: return finish(session.apply(.redo).message, session)
    case .recover:
      guard let way = session.wayBackFromDivergence else {
        return Reply(
          session.trainer.divergence == nil
            ? "Training has not diverged: u takes the last change back."
            : "Nothing is known of before: r goes back to epoch 0.")
      }
      return apply(way, to: &session)
    case .addLayer, .removeLayer:
      return step(.layers, by: intent == .addLayer ? 1 : -1, &session)
    case .addUnit, .removeUnit:
      guard let layer = chosenLayer(session) else {
        return Reply("There is no hidden layer yet; ] adds one.")
      }
      return step(.units(layer), by: intent == .addUnit ? 1 : -1, &session)
    case .checkGradient: return Reply(GradientNotice(session: session, part: part).text)
    case .addFormula: entry = TextEntry(purpose: .formula)
    case .openFile: entry = TextEntry(purpose: .openFile)
    case .savePoints: entry = TextEntry(purpose: .savePoints)
    case .record: entry = TextEntry(purpose: .record)
    case .showTruth: return showTruth(session)
    default: return changeLook(intent, session)
    }
    return Reply()
  }

  func describe(_ session: Session) -> String {
    if let entry {
      if let prompt = entry.prompt {
        return NoticeLine.typed(entry.text, after: prompt, width: NoticeLine.width)
      }
      // What stands in the network's picture has no row in which the text could stand.
      switch focus {
      case .part, .layers: return "\(focus.title(session)) = \(entry.text)_"
      default: return "Type a value; enter takes it, esc leaves it as it was."
      }
    }
    if let hoveredPart, hoveredPart.exists(in: session) { return hoveredPart.describe(session) }
    if let brush { return brush.describe(session) }
    if pointer != nil || focus == .view {
      return views[shownView].describe(
        scene(session, evaluations: nil, isFocused: focus == .view))
    }
    return session.isLocked(focus) ? lockedLine(session) : focus.line(session)
  }

  /// What is said of a control that the exercise locks.
  private func lockedLine(_ session: Session) -> String {
    NoticeLine.fitting(["⊘ Locked. \(focus.line(session))", "⊘ Locked: \(focus.title(session))."])
  }

  /// What views see now.
  ///
  /// - Parameter evaluations: the losses, where a whole picture shares them.
  func scene(_ session: Session, evaluations: Evaluations? = nil, isFocused: Bool) -> Scene {
    Scene(
      session: session, evaluations: evaluations, rival: rival, look: look,
      truth: shownTruth(session), part: shownPart(session), pointer: pointer, isFocused: isFocused)
  }

  /// The part whose map is shown: the one under the pointer, else the one that has the focus.
  func shownPart(_ session: Session) -> NetworkPart? {
    for candidate in [hoveredPart, part] {
      if let candidate, candidate.exists(in: session), !candidate.isOutput(session) {
        return candidate
      }
    }
    return nil
  }
}
