import Drawing

/// Tells the second press of a double click, which no terminal does.
struct DoubleClick {
  /// Two presses within this time are one double click.
  private static let longest = Duration.milliseconds(400)

  private var last: (event: MouseEvent, time: Duration)?

  /// The event, marked where it is the second press of the same button on the same cell.
  mutating func counted(_ event: MouseEvent, at time: Duration) -> MouseEvent {
    guard event.kind == .press else { return event }
    var event = event
    if let last, last.event.button == event.button, last.event.position == event.position,
      time - last.time <= Self.longest
    {
      event.isDouble = true
      // A third press begins anew.
      self.last = nil
    } else {
      last = (event, time)
    }
    return event
  }
}
