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

  @Argument(
    help: "A name that “percept presets” lists, a YAML file, or an address in quotes.")
  var preset: String?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: "Give a setting a value, as KEY=VALUE with the keys of preset files; can be repeated.")
  var settings: [String] = []

  @Flag(help: "The session that was left last.")
  var resume = false

  func validate() throws {
    guard !resume || preset == nil && settings.isEmpty else {
      throw ValidationError(
        "--resume prints the last session as it is: it leaves no room for PRESET or --set")
    }
  }

  func run() throws {
    let address = try address()
    print(address.text)
    for remark in address.remarks { Percept.complain(remark) }
  }

  /// The address, with what was not understood of one that was given.
  private func address() throws -> PlaygroundAddress {
    if resume {
      return try LastSession(environment: ProcessInfo.processInfo.environment).session()
        .playgroundAddress
    }
    let opening =
      try preset.map { try PresetLibrary.ofThisProgram().opening($0) } ?? Opening(preset: Preset())
    var start = opening.preset
    try Play.apply(settings, to: &start)
    var address = PlaygroundAddress(of: start)
    address.remarks = opening.remarks.filter { !address.remarks.contains($0) } + address.remarks
    return address
  }
}
