import Datasets
import Engine
import Lessons
import Studio

/// Choosing and changing parts of the network.
extension PlaygroundLab {
  /// Carries out what is meant for the chosen part; nil if it is not.
  mutating func handlePart(_ intent: Intent, _ session: inout Session) -> Reply? {
    if intent == .inspect { return inspect(session) }
    guard case .part(let chosen) = focus else {
      // A part chosen with the mouse takes these as well.
      guard let part, part.exists(in: session) else { return reasonWithoutPart(intent) }
      return change(part, intent, &session)
    }
    switch intent {
    case .selectUp, .selectDown, .decrease, .increase:
      choose(PartWalk(session).neighbour(of: chosen, intent))
      return Reply()
    case .activate: return activate(chosen, &session)
    default: return change(chosen, intent, &session)
    }
  }

  /// Makes a part the chosen one.
  mutating func choose(_ part: NetworkPart) {
    self.part = part
    focus = .part(part)
  }

  private mutating func inspect(_ session: Session) -> Reply {
    if let part, part.exists(in: session) {
      choose(part)
    } else {
      choose(.unit(level: 0, unit: 0))
    }
    return Reply()
  }

  private mutating func activate(_ chosen: NetworkPart, _ session: inout Session) -> Reply {
    switch chosen {
    case .input(let input):
      guard session.preset.features.indices.contains(input) else { return Reply() }
      return apply(.toggleFeature(session.preset.features[input]), to: &session)
    case .unit(let level, let unit):
      choose(PartWalk(session).firstParameter(level, unit))
      return Reply()
    case .bias, .weight:
      guard chosen.parameter(in: session) != nil else {
        return Reply("This connection has no weight of its own.")
      }
      entry = TextEntry(purpose: .value)
      return Reply()
    }
  }

  /// Changes a part's numbers; nil for intents that are about something else.
  private mutating func change(
    _ part: NetworkPart, _ intent: Intent, _ session: inout Session
  ) -> Reply? {
    switch intent {
    case .nudgeDown, .nudgeUp, .zero:
      guard let index = part.parameter(in: session), let value = part.value(in: session) else {
        return Reply("Choose a bias or a connection first: enter on a unit shows them.")
      }
      let next = intent == .zero ? 0 : Self.nudged(value, up: intent == .nudgeUp)
      return apply(.setParameter(index: index, value: next), to: &session)
    case .freeze: return freeze(part, &session)
    case .kill:
      guard let (level, unit) = part.unit else {
        return Reply("An input is switched off with enter.")
      }
      return apply(
        session.isKilled(level: level, unit: unit)
          ? .reviveUnit(level: level, unit: unit) : .killUnit(level: level, unit: unit),
        to: &session)
    default: return nil
    }
  }

  /// A unit's bias and weights together, or a single number.
  private mutating func freeze(_ part: NetworkPart, _ session: inout Session) -> Reply {
    guard case .unit(let level, let unit) = part else {
      guard let index = part.parameter(in: session) else {
        return Reply("There is no number to freeze here.")
      }
      return apply(
        session.isFrozen(index) ? .unfreeze(index: index) : .freeze(index: index), to: &session)
    }
    let indices = PartWalk(session).parameters(level, unit).compactMap {
      $0.parameter(in: session)
    }
    guard !indices.isEmpty else { return Reply("This unit has no number to freeze.") }
    return apply(
      indices.allSatisfy { session.isFrozen($0) }
        ? .unfreezeUnit(level: level, unit: unit) : .freezeUnit(level: level, unit: unit),
      to: &session)
  }

  private func reasonWithoutPart(_ intent: Intent) -> Reply? {
    switch intent {
    case .zero, .freeze, .kill: Reply("Choose a unit or a connection first: i, then arrows.")
    default: nil
    }
  }

  /// A tenth more or less, and never less than a hundredth.
  /// A value a little larger or smaller, to two decimals.
  static func nudged(_ value: Float, up: Bool) -> Float {
    let step = max(0.01, (abs(value) * 10).rounded() / 100)
    let next = up ? value + step : value - step
    // Two decimals, so that nudging back comes to the same number.
    return (next * 100).rounded() / 100
  }
}
