import Drawing
import Lessons
import Studio
import Testing

@testable import Labs

/// An app on the default preset, after these keys.
func app(_ keys: Key..., preset: Preset = Preset()) -> App {
  var app = App(preset)
  app.press(keys)
  return app
}

extension App {
  /// Presses keys one after the other, each with the training it asks for at once, and with the
  /// work in the background that it begins; gives the last command.
  @discardableResult
  mutating func press(_ keys: [Key]) -> Command? {
    var command: Command?
    for key in keys {
      command = update(.key(key))
      while case .atOnce(let steps) = demand { _ = update(.tick(steps: min(steps, 7))) }
      finishWork(of: command)
    }
    return command
  }

  /// Does the work in the background that a command asks for, and what its end asks for in turn.
  mutating func finishWork(of command: Command?) {
    var command = command
    for _ in 0..<10 {
      guard case .work(var order)? = command?.work else { return }
      while !order.work.isFinished { order.work.advance() }
      command = update(.worked(order))
    }
  }

  @discardableResult
  mutating func press(_ keys: Key...) -> Command? { press(keys) }

  /// Types text character by character.
  mutating func type(_ text: String) { press(text.map { .character($0) }) }

  /// Moves the focus to a control by keys, as a person would.
  mutating func moveFocus(to control: Control) {
    for _ in ControlPanel.allCases where playground?.panel != control.panel { press(.tab) }
    for _ in 0..<20 { press(.up) }
    for _ in 0..<20 where playground?.focus != control { press(.down) }
    if playground?.focus != control { Issue.record("\(control) can't be reached by keys") }
  }

  var playground: PlaygroundLab? { lab as? PlaygroundLab }
}

extension Command {
  /// The work that it asks for, alone or among other things; nil if there is none.
  fileprivate var work: Command? {
    switch self {
    case .work: self
    case .several(let all): all.compactMap(\.work).first
    default: nil
    }
  }
}

let wide = Size(width: 120, height: 40)
let small = Size(width: 80, height: 24)
