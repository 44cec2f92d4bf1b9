import ArgumentParser
import Foundation
import Lessons

/// `percept presets`: what there is to open.
struct Presets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "presets",
    abstract: "List the presets, each with what it shows.",
    discussion: """
      A file that can't be read is told on standard error and does not hide the others; the exit status \
      is then 2.

      Examples:
        percept presets
        percept presets --json
      """)

  @Flag(help: "Print JSON instead of a table: name, title, summary and path of each.")
  var json = false

  func run() throws {
    let library = PresetLibrary.ofThisProgram()
    let items = try library.items()
    guard !items.isEmpty else {
      throw Failure(
        message: "\(library.folder ?? ""): the folder holds no presets; see PERCEPT_PRESETS")
    }
    let width = items.map(\.name.count).max() ?? 0
    var entries: [JSON] = []
    var isWhole = true
    for item in items {
      let preset: Preset
      do {
        preset = try PresetLibrary.read(item.path)
      } catch {
        Percept.complain((error as? Failure)?.message ?? error.localizedDescription)
        isWhole = false
        continue
      }
      entries.append(
        .object([
          .init("name", .text(item.name)), .init("title", .text(preset.title)),
          .init("summary", .text(preset.summary)), .init("path", .text(item.path)),
        ]))
      guard !json else { continue }
      let padding = String(repeating: " ", count: width - item.name.count + 2)
      try Output.write(lines: [item.name + padding + preset.summary])
    }
    if json { try Output.write(JSON.list(entries).page) }
    guard isWhole else { throw ExitCode(2) }
  }
}
