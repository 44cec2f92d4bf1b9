import Drawing

/// Events in the order they came, without those that a later one has overtaken.
struct EventQueue: Sendable {
  private var events: [ScreenEvent] = []
  /// The oldest event's place: taking events out at the front would move all others.
  private var head = 0

  /// Whether none is waiting.
  var isEmpty: Bool { head == events.count }

  /// Adds an event. Where the pointer passed and what size the screen had on the way to the next
  /// event's is of no use to anyone: a hand moves over a hundred cells between two pictures.
  mutating func append(_ event: ScreenEvent) {
    if !isEmpty, let last = events.last, Self.overtakes(event, last) { events.removeLast() }
    events.append(event)
  }

  /// Takes out the oldest event.
  mutating func next() -> ScreenEvent? {
    guard !isEmpty else { return nil }
    let event = events[head]
    head += 1
    if isEmpty {
      events.removeAll(keepingCapacity: true)
      head = 0
    }
    return event
  }

  private static func overtakes(_ event: ScreenEvent, _ last: ScreenEvent) -> Bool {
    switch (event, last) {
    case (.mouse(let new), .mouse(let old)):
      (new.kind == .hover || new.kind == .drag) && new.kind == old.kind
        && new.button == old.button
    case (.resized, .resized): true
    default: false
    }
  }
}
