import ArgumentParser
import Engine
import Lessons
import Studio

/// The files that a session comes from and goes to.
struct StateFiles: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Begin with the weights of a safetensors file, as --save or PyTorch writes it.",
      valueName: "file"), completion: .file(extensions: ["safetensors"]))
  var load: String?

  @Option(
    help: ArgumentHelp(
      "Write the weights to a safetensors file on leaving.", valueName: "file"),
    completion: .file(extensions: ["safetensors"]))
  var save: String?

  @Option(
    help: ArgumentHelp(
      "Go on from a checkpoint if there is one, whatever else is asked for, and write it on leaving.",
      valueName: "file"), completion: .file())
  var checkpoint: String?

  func validate() throws {
    try FileName.check([("--load", load), ("--save", save), ("--checkpoint", checkpoint)])
  }

  /// The session to open from what was asked for.
  func session(_ opening: Opening) throws -> Session {
    guard load == nil, !goesOn else { return try session(opening.preset) }
    try checkPlaces()
    return opening.session
  }

  /// Whether there is a checkpoint to go on from.
  var goesOn: Bool { checkpoint.map(StateFile.exists) ?? false }

  /// The session to open, after all that can be checked of the files has been.
  func session(_ preset: Preset) throws -> Session {
    try checkPlaces()
    if let checkpoint, StateFile.exists(checkpoint) { return try Self.checkpoint(checkpoint) }
    guard let load else { return Session(preset) }
    return try Self.session(preset, loading: load)
  }

  /// A session that begins with the weights of a file.
  static func session(_ preset: Preset, loading path: String) throws -> Session {
    try naming(path) { bytes throws(SafetensorsError) in
      let file = try safetensors(bytes)
      if isCheckpoint(bytes) {
        throw SafetensorsError("this is a checkpoint; --checkpoint goes on from it")
      }
      return Session(
        preset, weights: try FirstWeights(file.tensors, for: preset.networkSpec))
    }
  }

  /// Finds out what would keep the files from being written, before anything is done for them.
  private func checkPlaces() throws {
    for path in [save, checkpoint].compactMap({ $0 }) { try StateFile.checkWritable(path) }
    if let save, StateFile.exists(save) { try Self.checkWeights(save) }
    if let save, save == checkpoint {
      throw Failure(message: "\(save): weights and a checkpoint can't go to the same file")
    }
  }

  /// Writes what was asked for; one failure does not keep the other file from being written.
  func write(_ session: Session) throws {
    let weights = save.map { path in
      Result {
        try Self.replace(
          path, with: Safetensors(tensors: session.trainer.network.tensors).bytes,
          after: Self.checkWeights)
      }
    }
    if let checkpoint {
      try Self.replace(
        checkpoint, with: Self.bytes(of: session, for: checkpoint), after: Self.checkCheckpoint)
    }
    try weights?.get()
  }

  /// Writes a file; what has come there in the meantime must be of the same kind.
  private static func replace(
    _ path: String, with bytes: [UInt8], after check: (String) throws -> Void
  ) throws {
    do {
      if StateFile.exists(path) { try check(path) }
    } catch let failure as Failure {
      throw Failure(message: failure.message, status: 1)
    }
    try StateFile.write(bytes, to: path)
  }

  /// A name mistyped must not cost a file of another kind, nor the training in a checkpoint.
  private static func checkWeights(_ path: String) throws {
    try naming(path) { bytes throws(SafetensorsError) in
      _ = try safetensors(bytes)
      if isCheckpoint(bytes) {
        throw SafetensorsError("this is a checkpoint, which weights alone can't replace")
      }
    }
  }

  /// The bytes of a checkpoint; says why there can be none, before anything is written.
  static func bytes(of session: Session, for path: String) throws -> [UInt8] {
    do {
      return try Checkpoint.readableBytes(of: session)
    } catch {
      throw Failure(message: "\(path): \(error.description)", status: 1)
    }
  }

  /// The session in a checkpoint.
  static func checkpoint(_ path: String) throws -> Session {
    try naming(path) { bytes throws(SafetensorsError) in try Checkpoint.session(from: bytes) }
  }

  private static func isCheckpoint(_ bytes: [UInt8]) -> Bool {
    (try? Checkpoint.session(from: bytes)) != nil
  }

  private static func checkCheckpoint(_ path: String) throws {
    _ = try checkpoint(path)
  }

  private static func safetensors(_ bytes: [UInt8]) throws(SafetensorsError) -> Safetensors {
    do {
      return try Safetensors(bytes: bytes)
    } catch {
      throw SafetensorsError("this is no safetensors file: \(error)")
    }
  }

  /// Reads a file; an error tells its name.
  private static func naming<Value>(
    _ path: String, _ read: ([UInt8]) throws(SafetensorsError) -> Value
  ) throws -> Value {
    let bytes = try StateFile.read(path)
    do {
      return try read(bytes)
    } catch {
      throw Failure(message: "\(path): \(error.description)")
    }
  }
}
