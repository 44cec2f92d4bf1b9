import ArgumentParser

/// Where the result of a command goes: standard output, or a file.
struct ResultTarget: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; standard output if there is none.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace the file if it is there.")
  var force = false

  func validate() throws {
    guard !force || output != nil else {
      throw ValidationError("--force lets --output replace a file: it needs --output")
    }
  }

  /// Finds out before any work what would keep the file from being written.
  func check() throws {
    guard let output else { return }
    do {
      if !force { try NewFile.checkFree(output) }
      try StateFile.checkWritable(output)
    } catch let failure as Failure {
      throw Failure(message: failure.message, status: 1)
    }
  }

  /// Writes the result, whole or not at all where it goes to a file.
  func write(_ bytes: [UInt8]) throws {
    guard let output else { return try Output.write(bytes) }
    try check()
    if force {
      try StateFile.write(bytes, to: output)
    } else {
      try NewFile.write(bytes, to: output)
    }
  }
}
