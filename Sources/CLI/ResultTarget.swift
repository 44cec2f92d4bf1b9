import ArgumentParser
import Terminal

/// Where the result of a command goes: standard output, or a file.
struct ResultTarget: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write; - for standard output, where a result goes unless said otherwise.",
      valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Replace the file if it is there.")
  var force = false

  /// The file to write; nil for standard output.
  var file: String? { output == "-" ? nil : output }

  func validate() throws {
    guard !force || file != nil else {
      throw ValidationError("--force lets --output replace a file: it needs --output")
    }
  }

  /// Finds out before any work what would keep the result from being written.
  ///
  /// - Parameter format: what the result is if it is no text: bytes that would disturb a terminal.
  func check(noText format: String? = nil) throws {
    guard let file else {
      guard let format, StandardStream.output.isTerminal else { return }
      throw Failure(message: "\(format) is no text: --output names a file for it")
    }
    try StateFile.checkWritable(file)
    guard force || !StateFile.exists(file) else {
      throw NewFile.taken(file, else: .force)
    }
  }

  /// Writes the result, whole or not at all where it goes to a file.
  func write(_ bytes: [UInt8]) throws {
    guard let file else { return try Output.write(bytes) }
    try check()
    if force {
      try StateFile.write(bytes, to: file)
    } else {
      try NewFile.write(bytes, to: file)
    }
  }
}
