import ArgumentParser
import Foundation
import Lessons
import Studio

/// `percept link`: settings as an address of TensorFlow Playground.
struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Print a preset as an address of TensorFlow Playground.",
    discussion: """
      The address goes to standard output, and what it can't tell to standard error. The other way \
      round, an address is opened as presets are: percept 'ADDRESS', in quotes.

      Examples:
        percept link spiral
        percept link my-lesson.yaml --set training.learning-rate=0.1
        percept link --resume
      """)

  @OptionGroup
  var start: StartOptions

  @Flag(help: "The session that was left last.")
  var resume = false

  @OptionGroup
  var talk: TalkOptions

  func validate() throws {
    guard !resume || start.isEmpty else {
      throw ValidationError(
        "--resume prints the last session as it is: it leaves no room for PRESET or --set")
    }
  }

  func run() throws {
    let address = try address()
    try Output.write(lines: [address.text])
    for remark in address.remarks { talk.remark(remark) }
  }

  /// The address, with what was not understood of one that was given.
  private func address() throws -> PlaygroundAddress {
    if resume {
      return try LastSession(environment: ProcessInfo.processInfo.environment).session()
        .playgroundAddress
    }
    let opening = try start.opening()
    var address = PlaygroundAddress(of: opening.preset)
    address.remarks = opening.remarks.filter { !address.remarks.contains($0) } + address.remarks
    return address
  }
}
