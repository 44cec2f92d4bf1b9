import Drawing
import Lessons
import Testing

@testable import Labs

/// An app on the default preset, after these keys.
func app(_ keys: Key..., preset: Preset = Preset()) -> App {
  var app = App(preset)
  app.press(keys)
  return app
}

extension App {
  /// Presses keys one after the other, each with the training it asks for at once; gives the last
  /// command.
  @discardableResult
  mutating func press(_ keys: [Key]) -> Command? {
    var command: Command?
    for key in keys {
      command = update(.key(key))
      while case .atOnce(let steps) = demand { _ = update(.tick(steps: min(steps, 7))) }
    }
    return command
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

let wide = Size(width: 120, height: 40)
let small = Size(width: 80, height: 24)
