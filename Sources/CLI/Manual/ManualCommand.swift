import ArgumentParser
import Foundation
import Studio

/// `percept manual`: the manual's page.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the page for man, made from the commands themselves.",
    discussion: """
      The Debian package installs it. Elsewhere it is put where man looks, or read at once.

      Examples:
        percept manual | man -l -
        percept manual > ~/.local/share/man/man1/percept.1
      """)

  func run() throws {
    let page = ManualPage(
      program: try .ofThisProgram(), version: ProgramVersion.text,
      date: Self.date(ProcessInfo.processInfo.environment))
    try Output.write(page.text)
  }

  /// The day that SOURCE_DATE_EPOCH tells; empty without one, so that equal programs print equal pages.
  static func date(_ environment: [String: String]) -> String {
    guard let seconds = environment["SOURCE_DATE_EPOCH"].flatMap(Int.init),
      (0...253_402_300_799).contains(seconds)
    else { return "" }
    return Date(timeIntervalSince1970: Double(seconds)).formatted(
      .iso8601.year().month().day())
  }
}
