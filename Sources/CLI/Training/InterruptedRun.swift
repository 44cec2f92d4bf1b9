import Engine
import Foundation
import Studio

/// A training that was asked to end before its last epoch: where it is kept, and how it goes on.
struct InterruptedRun {
  let run: HeadlessRun
  /// The number of the signal that asked.
  let signal: Int32
  /// The arguments that go on with it, beside those of the checkpoint.
  let arguments: [String]

  /// Keeps it, in the checkpoint that was asked for or in one of its own; gives the line that tells how to go
  /// on, or why that is not possible.
  func keep(_ files: StateFiles, environment: [String: String]) -> String {
    let trainer = run.session.trainer
    let place =
      "interrupted in epoch \(trainer.epochCount + 1) of \(run.epochs),"
      + " after step \(trainer.stepCount)"
    do {
      let path = try replaceCheckpoint(files) ?? keepAnew(environment)
      let command =
        ["percept", "train"] + TrainOptions.option("--resume", path)
        + ["--epochs", "\(run.epochs)"] + arguments
      return place + "; to go on: " + command.map(ShellWord.quoted).joined(separator: " ")
    } catch {
      let reason = (error as? Failure)?.message ?? error.localizedDescription
      return place + ", which could not be kept: " + reason
    }
  }

  private func replaceCheckpoint(_ files: StateFiles) throws -> String? {
    guard let path = files.checkpoint else { return nil }
    var files = files
    // Weights are written at the end alone.
    files.save = nil
    try files.write(run.session)
    return path
  }

  /// Writes a new file in the person's own folder; where there is none or nothing can be written, here or
  /// among the temporary files. Throws what kept it from the last of them.
  private func keepAnew(_ environment: [String: String]) throws -> String {
    for folder in [UserFolder.trainings(environment), "."] {
      if let folder, let path = try? keepAnew(in: folder) { return path }
    }
    return try keepAnew(in: FileManager.default.temporaryDirectory.path)
  }

  /// Writes a new file in a folder, where several trainings may end at once.
  private func keepAnew(in folder: String) throws -> String {
    func path(_ number: Int) -> String { "\(folder)/train-\(number).percept" }
    let bytes = try StateFiles.bytes(of: run.session, for: path(1))
    try UserFolder.create(for: path(1))
    var number = 1
    while true {
      while StateFile.exists(path(number)) { number += 1 }
      do {
        try NewFile.write(bytes, to: path(number))
        return path(number)
      } catch let failure as Failure {
        // Another one may have been quicker.
        guard StateFile.exists(path(number)) else { throw failure }
      }
    }
  }
}
