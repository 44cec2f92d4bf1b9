import ArgumentParser
import Lessons

/// `percept presets`: what there is to open.
struct Presets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "presets",
    abstract: "List the presets, each with what it shows.",
    discussion: "Example: percept presets, then percept spiral")

  func run() throws {
    let items = try PresetLibrary.ofThisProgram().items()
    let width = items.map(\.name.count).max() ?? 0
    for item in items {
      let preset = try PresetLibrary.read(item.path)
      let padding = String(repeating: " ", count: width - item.name.count + 2)
      try Output.write(lines: [item.name + padding + preset.summary])
    }
  }
}
