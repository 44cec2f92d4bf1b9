import ArgumentParser
import Foundation
import Lessons

/// `percept doctor`: whether everything is there, and what to set if it is not.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tell what the terminal and the machine can do, and what to set.",
    discussion: """
      It looks at the terminal, its colours, characters, mouse and size, at the files and folders in \
      use, and at the processor. Nothing is changed. Each line begins with ✓ (good), ! (could be \
      better) or ✗ (keeps the playground from working), in ASCII with ok, ! or NO; a line with an \
      arrow below it says what to set or to type.

      The exit status is 0 if the playground can be opened, and 1 if something keeps it from that.

      Examples:
        percept doctor
        percept doctor --json
        percept doctor > report.txt
      """)

  @Flag(help: "Print JSON instead of text.")
  var json = false

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let examination = try MainActor.assumeIsolated { Examination(try Facts.found(environment)) }
    if json {
      try Output.write(examination.json.page)
    } else {
      try Output.write(lines: examination.lines)
    }
    guard examination.canPlay else { throw ExitCode(1) }
  }
}
