import ArgumentParser
import Lessons
import Studio

/// What a network's weights come from, beside training.
struct ExportOrigin: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Begin with the weights of a safetensors file, as --save or PyTorch writes it.",
      valueName: "file"))
  var load: String?

  @Option(
    help: ArgumentHelp(
      "Take the network of a checkpoint, which is only read.", valueName: "file"))
  var checkpoint: String?

  /// Whether nothing was asked for.
  var isEmpty: Bool { load == nil && checkpoint == nil }

  func validate() throws {
    guard load == nil || checkpoint == nil else {
      throw ValidationError("--load and --checkpoint exclude each other")
    }
  }

  /// The session that it gives.
  func session(_ start: StartOptions, _ talk: TalkOptions) throws -> Session {
    if let checkpoint { return try StateFiles.checkpoint(checkpoint) }
    let opening = try start.opening()
    for remark in opening.remarks { talk.remark(remark) }
    if let load { return try StateFiles.session(opening.preset, loading: load) }
    // What a preset can't say of an exercise's start belongs to it, as long as nothing else is asked.
    if let exercise = opening.exercise, start.settings.isEmpty {
      return Session(freeRunOf: exercise)
    }
    return Session(opening.preset)
  }
}
