import Drawing
import Studio

/// A card that is open.
struct Explaining: Equatable, Sendable {
  /// What it is about.
  var topic: Topic
  /// The cards before it, the newest last.
  var trail: [Topic] = []
  /// The related thing that enter opens.
  var choice = 0
}

/// The card of what is chosen or under the pointer.
extension App {
  /// Opens the card of what the pointer is on, else of what has the focus; the keys where nothing
  /// can be explained.
  mutating func explain() {
    guard let topic = pointedTopic ?? lab.topic(session), topic.exists(in: session) else {
      showsHelp = true
      helpStart = 0
      return
    }
    explain(topic)
  }

  mutating func explain(_ topic: Topic) {
    explaining = Explaining(topic: topic)
    showsHelp = false
  }

  /// Closes the card of what the session does not have any more.
  mutating func closeCardOfWhatIsGone() {
    if let explaining, !explaining.topic.exists(in: session) { self.explaining = nil }
  }

  /// The card as it is now; nil while none is open.
  var card: Card? {
    explaining.map { Explanation(figures: lab.figures(session)).card($0.topic) }
  }

  /// Takes a key while a card is open; nil for keys that mean what they always do.
  mutating func pressInCard(_ key: Key) -> Bool {
    guard var open = explaining else { return false }
    let related = card?.related ?? []
    switch key {
    case .escape, .character("q"): explaining = nil
    case .character("?"), .function(1):
      explaining = nil
      showsHelp = true
      helpStart = 0
    case .tab, .right, .down, .backTab, .left, .up:
      let isForward = [.tab, .right, .down].contains(key)
      let count = max(1, related.count)
      open.choice = (open.choice + (isForward ? 1 : count - 1)) % count
      explaining = open
    case .enter:
      guard related.indices.contains(open.choice) else { return true }
      explaining = Explaining(
        topic: related[open.choice], trail: (open.trail + [open.topic]).suffix(50))
    case .backspace:
      guard let last = open.trail.popLast() else { return true }
      explaining = Explaining(topic: last, trail: open.trail)
    default: return false
    }
    notice = ""
    return true
  }

  /// The help lets through what it shows the keys of only where that can be seen.
  mutating func pressInHelp(_ intent: Intent) -> Command? {
    switch intent {
    case .back, .explain, .help, .quit: showsHelp = false
    case .playPause, .commands: return carryOut(intent)
    default: notice = "The keys are open: esc closes them, / finds a command."
    }
    return nil
  }

  /// Training may go on below a card; all else waits.
  mutating func carryOutInCard(_ intent: Intent) -> Command? {
    switch intent {
    case .playPause, .stepBatch, .stepEpoch, .faster, .slower: return carryOut(intent)
    case .commands:
      explaining = nil
      return carryOut(intent)
    default:
      notice = "A card is open: esc closes it; s, e and space train on below it."
      return nil
    }
  }

  /// Answers to a press on the related things of an open card, or beside it.
  mutating func pointAtCard(_ event: MouseEvent, _ target: Target?) {
    let forward: Key = event.kind == .wheelUp ? .left : .right
    switch (event.kind, target) {
    case (.wheelUp, _), (.wheelDown, _): _ = pressInCard(forward)
    case (.press, .topic(let topic)):
      let trail = explaining.map { $0.trail + [$0.topic] } ?? []
      explaining = Explaining(topic: topic, trail: trail.suffix(50))
    case (.press, .overlay): break
    case (.press, _): explaining = nil
    default: break
    }
  }
}

extension Target {
  /// What can be explained here; nil where nothing is.
  var topic: Topic? {
    switch self {
    case .control(let control), .slider(let control, _):
      control == .view ? nil : Topic(control, shownView: 0)
    case .part(let part): .part(part)
    case .view(let index), .pane(let index): .view(index)
    case .topic(let topic): topic
    case .panel, .plane, .intent, .overlay, .command, .task, .answer, .exercise: nil
    }
  }
}
