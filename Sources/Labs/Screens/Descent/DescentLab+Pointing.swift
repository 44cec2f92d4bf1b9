import Drawing
import Studio

/// The mouse.
extension DescentLab {
  mutating func point(
    _ event: MouseEvent, at target: (any Hashable & Sendable)?, session: inout Session
  ) -> Reply {
    pointer = nil
    guard entry == nil, let target = target as? DescentTarget else { return Reply() }
    switch target {
    case .map(let map): return pointAtMap(event, map)
    case .panel(let panel):
      if event.kind == .press { self.panel = panel }
    case .control(let control): return pointAtControl(event, control)
    case .racer(let index):
      guard race.racers.indices.contains(index), event.kind == .press else { return Reply() }
      if panel != .words && panel != .settings { panel = .racers }
      // The second click on a line is the switch, as enter is.
      guard chosen == index else {
        chosen = index
        return Reply()
      }
      return toggle(index)
    }
    return Reply()
  }

  private mutating func pointAtMap(_ event: MouseEvent, _ map: Rectangle) -> Reply {
    guard map.contains(event.position),
      let frame = SurfaceFrame(race.spec.surface.window, in: map)
    else { return Reply() }
    let place = frame.weights(at: event.position)
    switch event.kind {
    case .hover: pointer = place
    case .press: return moveStart(to: SIMD2(place))
    case .drag:
      // What a drag passes through is no change of its own to be undone.
      var spec = race.spec
      spec.start = SIMD2(place)
      go(to: spec)
    case .release, .wheelUp, .wheelDown: break
    }
    return Reply()
  }

  private mutating func pointAtControl(_ event: MouseEvent, _ control: DescentControl) -> Reply {
    guard [.press, .wheelUp, .wheelDown].contains(event.kind) else { return Reply() }
    panel = DescentControl.ofSurface.contains(control) ? .surface : .settings
    guard let place = controls.firstIndex(of: control) else { return Reply() }
    let wasFocused = row == place
    row = place
    switch event.kind {
    case .wheelUp: return change(by: 1)
    case .wheelDown: return change(by: -1)
    case .press where wasFocused && event.isDouble: return activate()
    default: return Reply()
    }
  }
}
