import Drawing
import Studio

/// The mouse, and the palette of commands.
extension App {
  mutating func point(_ event: MouseEvent) -> Command? {
    if shownLink != nil, palette == nil {
      if event.kind == .press { shownLink = nil }
      return nil
    }
    // A drag stays with what it began on, so that a slider can be left and a lasso drawn.
    let isDrag = event.kind == .drag || event.kind == .release
    let target =
      isDrag
      ? captured
      : view(size: size, capabilities: capabilities, answersToMouse: true)
        .hotspot(at: event.position)
    if event.kind == .press { captured = target }
    if event.kind == .release { captured = nil }
    if case .intent(let intent) = target?.target as? Target, palette == nil,
      learning?.box == nil
    {
      return event.kind == .press ? carryOut(intent) : nil
    }
    if palette != nil || showsHelp { return pointAtOverlay(event, target) }
    if learning?.box != nil {
      pointAtQuestion(event, target?.target as? Target)
      return nil
    }
    if case .task = target?.target as? Target {
      pointAtTask(event)
      return nil
    }
    if explaining != nil {
      pointAtCard(event, target?.target as? Target)
      return nil
    }
    if event.kind == .hover { pointedTopic = (target?.target as? Target)?.topic }
    if event.kind == .press, case .topic(let topic) = target?.target as? Target {
      explain(topic)
      return nil
    }
    if event.kind == .press { notice = "" }
    let reply = lab.point(event, at: target?.target, session: &session)
    // Moving the mouse says nothing, and leaves what was said.
    return reply.isEmpty ? nil : carry(reply)
  }

  private mutating func pointAtOverlay(_ event: MouseEvent, _ target: Hotspot?) -> Command? {
    switch (event.kind, target?.target as? Target) {
    case (.wheelUp, _), (.wheelDown, _):
      let key: Key = event.kind == .wheelUp ? .up : .down
      if palette != nil { palette?.edit(key) } else { _ = scrollHelp(key) }
    case (.press, .command(let index)):
      palette?.choose(index)
      return runChosen()
    case (.press, .overlay): break
    case (.press, _):
      palette = nil
      showsHelp = false
    default: break
    }
    return nil
  }

  mutating func press(_ key: Key, in open: CommandPalette) -> Command? {
    switch key {
    case .escape, .control("p"): palette = nil
    case .enter: return runChosen()
    default: palette?.edit(key)
    }
    return nil
  }

  /// Does what the chosen line says.
  private mutating func runChosen() -> Command? {
    guard let item = palette?.chosen else { return nil }
    palette = nil
    switch item.deed {
    case .intent(let intent): return carryOut(intent)
    case .control(let control):
      showPlayground()
      lab.focus(on: control, session: session)
      return nil
    case .preset(let name): return .open(name)
    case .link(let address): return .open(address)
    case .exercise(let name): return leaving(.learn(name, anew: false))
    case .theme(let theme): return choose(theme)
    }
  }

  /// Moves through the help; says whether the key was meant for it.
  mutating func scrollHelp(_ key: Key) -> Bool {
    let step: Int
    switch key {
    case .up, .character("k"): step = -1
    case .down, .character("j"): step = 1
    case .pageUp: step = -10
    case .pageDown: step = 10
    case .home: step = -1000
    case .end: step = 1000
    default: return false
    }
    helpStart = min(max(0, helpStart + step), helpBox(size).lastStart)
    return true
  }
}
