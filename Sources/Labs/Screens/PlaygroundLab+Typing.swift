import Datasets
import Drawing
import Lessons
import Studio

/// Text that is typed.
extension PlaygroundLab {
  mutating func type(_ key: Key, session: inout Session) -> Typing {
    guard let entry else { return .ignored }
    switch key {
    case .escape:
      self.entry = nil
    case .enter:
      return .taken(take(entry, &session))
    default:
      self.entry?.edit(key)
    }
    return .taken(Reply())
  }

  /// Carries out what a typed text asks for; a text that is refused stays to be mended.
  private mutating func take(_ entry: TextEntry, _ session: inout Session) -> Reply {
    let text = entry.text.trimmed
    switch entry.purpose {
    case .value: return takeValue(text.filter { $0 != " " }, &session)
    case .parameter(let index): return takeParameter(index, text.filter { $0 != " " }, &session)
    case .formula:
      let outcome: Outcome
      do {
        let feature = try Feature(text)
        guard !session.preset.features.contains(feature) else {
          return Reply("\(feature.title) is an input already.")
        }
        outcome = session.apply(.toggleFeature(feature))
      } catch {
        return Reply("\(error)")
      }
      if outcome.effect != .refused { self.entry = nil }
      return finish(outcome.message, session)
    case .openFile: return take(file: text) { .open($0) }
    case .record: return take(file: text) { .record($0) }
    case .savePoints: return take(file: text) { .save(text: session.pointsCSV(), path: $0) }
    case .saveCode(let language):
      return take(file: text) { .save(text: language.text(session.program), path: $0) }
    case .epoch:
      guard let epoch = Int(text), epoch >= 0 else {
        return Reply("Expected an epoch such as 40.")
      }
      self.entry = nil
      return finish(session.apply(.goToEpoch(epoch, branch: nil)).message, session)
    case .branchName(let number):
      let outcome = session.apply(.nameBranch(number, text))
      if outcome.effect != .refused { self.entry = nil }
      return finish(outcome.message, session)
    }
  }

  /// Asks for something with a file.
  private mutating func take(file: String, _ command: (_ path: String) -> Command) -> Reply {
    entry = nil
    guard !file.isEmpty else { return Reply("Nothing was typed, so nothing was done.") }
    return Reply(command: command(file))
  }

  private mutating func takeParameter(
    _ index: Int, _ text: String, _ session: inout Session
  ) -> Reply {
    guard let value = Float(text) else { return Reply("Expected a number such as -0.25.") }
    let outcome = session.apply(.setParameter(index: index, value: value))
    if outcome.effect == .refused { return Reply(outcome.message) }
    entry = nil
    return finish(outcome.message, session)
  }

  private mutating func takeValue(_ text: String, _ session: inout Session) -> Reply {
    let action: Action
    if case .part(let part) = focus {
      guard let index = part.parameter(in: session) else { return Reply() }
      // A comma is the decimal point of half the world.
      guard let value = Float(text.replacing(",", with: ".")) else {
        return Reply("\(part.title(session)): expected a number such as -0.25.")
      }
      action = .setParameter(index: index, value: value)
    } else if let typed = focus.action(typed: text, session) {
      action = typed
    } else {
      return Reply()
    }
    let outcome = session.apply(action)
    if outcome.effect == .refused { return Reply(outcome.message) }
    entry = nil
    return finish(outcome.message, session)
  }
}

extension String {
  /// Without spaces at both ends.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
