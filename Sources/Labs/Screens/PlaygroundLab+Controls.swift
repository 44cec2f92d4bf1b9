import Drawing
import Lessons
import Studio

/// Moving among the controls, and changing them.
extension PlaygroundLab {
  mutating func movePanel(by offset: Int, _ session: Session) {
    let panels = ControlPanel.allCases
    let index = (panels.firstIndex(of: panel) ?? 0) + offset + panels.count
    focus = panels[index % panels.count].controls(session)[0]
    part = nil
  }

  mutating func moveFocus(by offset: Int, _ session: Session) {
    let controls = panel.controls(session)
    let index = (controls.firstIndex(of: focus) ?? 0) + offset
    focus = controls[min(max(index, 0), controls.count - 1)]
  }

  mutating func focus(on control: Control, session: Session) {
    focus = control
    isSpotlit = false
    isDemo = false
    _ = finish("", session)
  }

  mutating func fit(to session: Session) { _ = finish("", session) }

  mutating func settle(on session: Session) {
    part = nil
    hoveredPart = nil
    pointer = nil
    brush = nil
    entry = nil
    // What goes on in the background was called off.
    if truth?.isFinished == false { truth = nil }
    _ = finish("", session)
  }

  mutating func change(by offset: Int, _ session: inout Session) -> Reply {
    let end =
      focus.isChoice(session)
      ? "That is the last choice on this side."
      : "There is no further stop on this side; enter lets you type a value."
    guard let action = focus.action(changingBy: offset, session) else {
      // What is locked has no stops to tell of.
      return Reply(session.lock(on: .activate, focus: focus) ?? end)
    }
    let outcome = session.apply(action)
    // A stop that comes to the same value, such as more points than a table has, is none.
    return finish(outcome.effect == .unchanged ? end : outcome.message, session)
  }

  /// Changes a control without the focus on it.
  mutating func step(_ control: Control, by offset: Int, _ session: inout Session) -> Reply {
    control.action(changingBy: offset, session).map { apply($0, to: &session) } ?? Reply()
  }

  mutating func activate(_ session: inout Session) -> Reply {
    switch focus {
    case .setting, .layerSetting, .unitCount:
      guard case .choice(let names) = focus.domain(session) else {
        entry = TextEntry(purpose: .value)
        return Reply()
      }
      guard focus.plainValue(session) == names.last,
        let action = focus.action(typed: names[0], session)
      else { return change(by: 1, &session) }
      return apply(action, to: &session)
    case .feature(let feature): return apply(.toggleFeature(feature), to: &session)
    case .units(let layer):
      focus = .unitCount(layer)
      return Reply()
    case .part: return Reply()
    case .view:
      return Reply("\(Swift.type(of: views[shownView]).name) has nothing to take with enter.")
    case .layers:
      entry = TextEntry(purpose: .value)
      return Reply()
    case .problem: return change(by: 1, &session)
    }
  }

  /// One level back: out of a unit's weights to the unit, out of the network's parts, out of a
  /// view that has the whole screen.
  mutating func goBack() -> Reply {
    if isSpotlit {
      isSpotlit = false
    } else if isDemo {
      isDemo = false
    } else if case .part(let chosen) = focus {
      if let (level, unit) = chosen.unit, chosen != .unit(level: level, unit: unit) {
        choose(.unit(level: level, unit: unit))
      } else {
        focus = .layers
        part = nil
      }
    } else if part != nil {
      part = nil
    } else if focus == .view {
      focus = .layers
    }
    return Reply()
  }

  mutating func apply(_ action: Action, to session: inout Session) -> Reply {
    finish(session.apply(action).message, session)
  }

  /// Sees to it that the focus is on something that there is, after a change.
  mutating func finish(_ message: String, _ session: Session) -> Reply {
    if let part, !part.exists(in: session) { self.part = nil }
    brush?.fit(to: session)
    for index in views.indices { views[index].settle(session) }
    if case .part(let chosen) = focus, !chosen.exists(in: session) { focus = .layers }
    // The control may be gone: a layer taken away, or a setting that the new choice does not have.
    let controls = panel.controls(session)
    if case .part = focus {
    } else if !controls.contains(focus) {
      focus = controls[controls.count - 1]
    }
    return Reply(message.isEmpty ? nil : message)
  }

  /// The layer that the focus is on, else the last one; nil without a hidden layer.
  func chosenLayer(_ session: Session) -> Int? {
    let hidden = session.preset.network.hidden.indices
    switch focus {
    case .units(let layer), .unitCount(let layer), .layerSetting(_, let layer): return layer
    case .part(let part): if let level = part.unit?.level, hidden.contains(level) { return level }
    case .problem, .setting, .feature, .layers, .view: break
    }
    return hidden.last
  }
}
