import Datasets
public import Drawing
import Lessons
public import Studio

/// The playground: data, network, output and loss on one screen, and the controls that change them.
public struct PlaygroundLab: Lab {
  /// The control that arrow keys act on.
  private(set) var focus = Control.layers
  /// The text typed so far for the focused setting; nil while nothing is typed.
  private(set) var typed: String?
  /// Which points stand on the map.
  private(set) var points = PointChoice.training
  /// Whether the map shows the output's sign only.
  private(set) var isDiscrete = false
  /// What stands below the network.
  private(set) var progress = ProgressView.loss

  public init() {}

  /// The panel that holds the focus.
  var panel: ControlPanel { focus.panel }

  public mutating func handle(_ intent: Intent, session: inout Session) -> String? {
    switch intent {
    case .nextPanel: movePanel(by: 1, session)
    case .previousPanel: movePanel(by: -1, session)
    case .selectUp: moveFocus(by: -1, session)
    case .selectDown: moveFocus(by: 1, session)
    case .decrease: return change(by: -1, &session)
    case .increase: return change(by: 1, &session)
    case .activate: return activate(&session)
    case .addLayer: return apply(.addLayer, to: &session)
    case .removeLayer: return apply(.removeLayer, to: &session)
    case .addUnit, .removeUnit:
      guard let layer = chosenLayer(session) else {
        return "There is no hidden layer yet; ] adds one."
      }
      return apply(
        intent == .addUnit ? .addUnit(layer: layer) : .removeUnit(layer: layer), to: &session)
    case .showPoints:
      let hasValidation = !session.dataset.validation.isEmpty
      points = points.next(hasValidation: hasValidation)
      return "The map shows \(points.title(hasValidation: hasValidation))."
    case .showMetrics:
      progress = progress.next
      return progress.notice
    case .checkGradient: return GradientNotice(session: session).text
    case .showDiscrete:
      isDiscrete.toggle()
      return isDiscrete
        ? "The map shows the output's sign only." : "The map shows how strong the output is."
    default: break
    }
    return nil
  }

  public mutating func type(_ key: Key, session: inout Session) -> Typing {
    guard let text = typed else { return .ignored }
    switch key {
    case .escape:
      typed = nil
    case .backspace:
      typed = String(text.dropLast())
    case .enter:
      let trimmed = text.filter { $0 != " " }
      guard let action = focus.action(typed: trimmed, session) else { return .ignored }
      let outcome = session.apply(action)
      if outcome.effect == .refused { return .taken(outcome.message) }
      typed = nil
      return .taken(outcome.message)
    case .character(let character):
      if text.count < 24 { typed = text + String(character) }
    default:
      break
    }
    return .taken(nil)
  }

  public var isTyping: Bool { typed != nil }

  public func describe(_ session: Session) -> String {
    if typed != nil { return "Type a value; enter takes it, esc leaves it as it was." }
    return focus.help(session)
  }

  private mutating func movePanel(by offset: Int, _ session: Session) {
    let panels = ControlPanel.allCases
    let index = (panels.firstIndex(of: panel) ?? 0) + offset + panels.count
    focus = panels[index % panels.count].controls(session)[0]
  }

  private mutating func moveFocus(by offset: Int, _ session: Session) {
    let controls = panel.controls(session)
    let index = (controls.firstIndex(of: focus) ?? 0) + offset
    focus = controls[min(max(index, 0), controls.count - 1)]
  }

  private mutating func change(by offset: Int, _ session: inout Session) -> String? {
    guard let action = focus.action(changingBy: offset, session) else {
      return focus.isChoice(session)
        ? "That is the last choice on this side."
        : "There is no further stop on this side; enter lets you type a value."
    }
    return apply(action, to: &session)
  }

  private mutating func activate(_ session: inout Session) -> String? {
    switch focus {
    case .setting, .layerSetting:
      guard case .choice(let names) = focus.domain(session) else {
        typed = ""
        return nil
      }
      guard focus.plainValue(session) == names.last,
        let action = focus.action(typed: names[0], session)
      else { return change(by: 1, &session) }
      return apply(action, to: &session)
    case .feature(let feature): return apply(.toggleFeature(feature), to: &session)
    case .units(let layer):
      focus = .layerSetting("network.activation", layer: layer)
      return nil
    case .problem, .layers: return change(by: 1, &session)
    }
  }

  private mutating func apply(_ action: Action, to session: inout Session) -> String? {
    let message = session.apply(action).message
    // The control may be gone: a layer taken away, or a setting that the new choice does not have.
    let controls = panel.controls(session)
    if !controls.contains(focus) { focus = controls[controls.count - 1] }
    return message.isEmpty ? nil : message
  }

  /// The layer whose units the focus is on, else the last one; nil without a hidden layer.
  private func chosenLayer(_ session: Session) -> Int? {
    switch focus {
    case .units(let layer), .layerSetting(_, let layer): return layer
    case .problem, .setting, .feature, .layers: break
    }
    return session.preset.network.hidden.indices.last
  }
}
