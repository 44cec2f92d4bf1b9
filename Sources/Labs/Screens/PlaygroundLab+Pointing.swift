import Drawing
import Lessons
import Studio

/// The mouse.
extension PlaygroundLab {
  mutating func point(
    _ event: MouseEvent, at target: (any Hashable & Sendable)?, session: inout Session
  ) -> Reply {
    guard entry == nil else { return Reply() }
    hoveredPart = nil
    pointer = nil
    for index in views.indices { views[index].leave() }
    guard let target else { return Reply() }
    guard let target = target as? Target else {
      let scene = scene(session, isFocused: focus == .view)
      for index in [shownView, beside.view].compactMap({ $0 }) {
        if let reply = views[index].point(event, target, scene) {
          if event.kind == .press, index == shownView { focus = .view }
          return carryOut(reply, from: index, &session)
        }
      }
      return Reply()
    }
    switch event.kind {
    case .wheelUp, .wheelDown: return turn(by: event.kind == .wheelUp ? 1 : -1, target, &session)
    case .hover: return hover(event, target, session)
    case .press, .drag, .release: return press(event, target, &session)
    }
  }

  private mutating func hover(_ event: MouseEvent, _ target: Target, _ session: Session) -> Reply {
    switch target {
    case .part(let part): hoveredPart = part
    case .plane(let plane): pointer = plane.place(event.position)
    default: break
    }
    return Reply()
  }

  /// A drag goes on with what it began on, which may be gone by now.
  private func isThere(_ control: Control, _ session: Session) -> Bool {
    control.panel.controls(session).contains(control)
  }

  /// The wheel changes what is under the pointer, and takes the focus along.
  private mutating func turn(by offset: Int, _ target: Target, _ session: inout Session) -> Reply {
    switch target {
    case .control(let control), .slider(let control, _):
      guard isThere(control, session) else { return Reply() }
      focus = control
      return change(by: offset, &session)
    case .part(let part):
      self.part = part
      return handlePart(offset > 0 ? .nudgeUp : .nudgeDown, &session) ?? Reply()
    case .panel(let panel):
      if self.panel != panel { focus = panel.controls(session)[0] }
      moveFocus(by: -offset, session)
      return Reply()
    case .pane(let index), .view(let index):
      guard index == shownView else { return Reply() }
      return handleInView(offset > 0 ? .zoomIn : .zoomOut, &session) ?? Reply()
    case .plane, .intent, .command, .overlay, .topic, .task, .answer, .exercise: return Reply()
    }
  }

  private mutating func press(
    _ event: MouseEvent, _ target: Target, _ session: inout Session
  ) -> Reply {
    if case .plane(let plane) = target {
      pointer = plane.place(event.position)
      return draw(event, on: plane, &session) ?? pressPlane(event)
    }
    if case .slider(let control, let cells) = target, event.kind != .release,
      isThere(control, session)
    {
      return slide(control, to: event.position.x - cells.x, of: cells.width, &session)
    }
    guard event.kind == .press else { return Reply() }
    switch target {
    case .panel(let panel):
      if self.panel != panel { focus = panel.controls(session)[0] }
    case .control(let control), .slider(let control, _):
      guard isThere(control, session) else { return Reply() }
      let hadFocus = focus == control
      focus = control
      // The second press does what enter does; a switch needs one press only.
      if event.isDouble || hadFocus || control.isSwitch { return activate(&session) }
    case .part(let part): return press(part, event, &session)
    case .view(let index): return show(index, &session)
    case .pane(let index) where index == shownView: focus = .view
    case .pane, .plane, .intent, .command, .overlay, .topic, .task, .answer, .exercise: break
    }
    return Reply()
  }

  private mutating func pressPlane(_ event: MouseEvent) -> Reply {
    if event.kind == .press { focus = .view }
    return Reply()
  }

  /// A press chooses; the second one types the value, or opens the unit.
  private mutating func press(
    _ part: NetworkPart, _ event: MouseEvent, _ session: inout Session
  ) -> Reply {
    choose(part)
    guard event.isDouble || event.button == .right else { return Reply() }
    return handlePart(.activate, &session) ?? Reply()
  }

  /// Moves a slider to the stop under the pointer.
  private mutating func slide(
    _ control: Control, to column: Int, of width: Int, _ session: inout Session
  ) -> Reply {
    // While the button is held, a key may have taken the control away.
    guard control.panel.controls(session).contains(control),
      case .number(_, let stops, let isWhole, _) = control.domain(session), stops.count > 1,
      width > 1
    else { return Reply() }
    focus = control
    let share = Double(min(max(column, 0), width - 1)) / Double(width - 1)
    let stop = stops[Int((share * Double(stops.count - 1)).rounded())]
    guard let here = Double(control.plainValue(session)), here != stop,
      let action = control.action(typed: isWhole ? "\(Int(stop))" : "\(stop)", session)
    else { return Reply() }
    return apply(action, to: &session)
  }
}
